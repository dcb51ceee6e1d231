-- Whatever comes before what is waited for is passed over; all that wait take the first that comes.
SELECT ts, k, id, `second`, n FROM readings
MATCH_RECOGNIZE (
  PARTITION BY k
  ORDER BY rt
  MEASURES
    MATCH_ROWTIME() AS ts,
    a.id AS id,
    b.id AS `second`,
    a.n AS n
  ONE ROW PER MATCH
  AFTER MATCH SKIP TO NEXT ROW
  PATTERN (a x* b) WITHIN INTERVAL '2' HOUR
  DEFINE
    a AS a.t = 'a',
    x AS (x.t = 'b' AND x.ok) IS NOT TRUE,
    b AS b.t = 'b' AND b.ok
)
