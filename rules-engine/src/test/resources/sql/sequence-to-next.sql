SELECT ts, k, id, more, `last`, stop FROM readings
MATCH_RECOGNIZE (
  PARTITION BY k
  ORDER BY rt
  MEASURES
    MATCH_ROWTIME() AS ts,
    s.id AS id,
    COUNT(m.id) AS more,
    LAST(m.t) AS `last`,
    e.id AS stop
  ONE ROW PER MATCH
  AFTER MATCH SKIP TO NEXT ROW
  PATTERN (s m{1,3} e) WITHIN INTERVAL '4' HOUR
  DEFINE
    s AS s.ok,
    m AS m.t <> 'a' AND COUNT(m.id) <= 2,
    e AS e.t = 'a' AND e.n > s.n
)
