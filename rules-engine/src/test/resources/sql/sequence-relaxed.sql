-- What is passed over is what does not fit the next step. No step depends on another: otherwise Weir reports the attempt that is whole
-- first, SQL the one that began first.
SELECT ts, k, id, two, three FROM readings
MATCH_RECOGNIZE (
  PARTITION BY k
  ORDER BY rt
  MEASURES
    MATCH_ROWTIME() AS ts,
    a.id AS id,
    b.id AS two,
    c.id AS three
  ONE ROW PER MATCH
  AFTER MATCH SKIP PAST LAST ROW
  PATTERN (a x* b y* c) WITHIN INTERVAL '3' HOUR
  DEFINE
    a AS a.t = 'a',
    x AS (x.t = 'b' AND x.ok) IS NOT TRUE,
    b AS b.t = 'b' AND b.ok,
    y AS (y.t = 'c') IS NOT TRUE,
    c AS c.t = 'c'
)
