-- Flink has no PREV: before is what n was in the event before.
SELECT ts, k, id, bottom, top, stop, falls, deepest, `sum` FROM readings
MATCH_RECOGNIZE (
  PARTITION BY k
  ORDER BY rt
  MEASURES
    MATCH_ROWTIME() AS ts,
    s.id AS id,
    LAST(fall.id) AS bottom,
    FIRST(rise.id) AS top,
    e.id AS stop,
    COUNT(fall.id) AS falls,
    MIN(fall.n) AS deepest,
    SUM(rise.n) AS `sum`
  ONE ROW PER MATCH
  AFTER MATCH SKIP PAST LAST ROW
  PATTERN (s fall+ rise{2,} e) WITHIN INTERVAL '10' HOUR
  DEFINE
    fall AS fall.n < fall.before,
    rise AS rise.n >= rise.before,
    e AS e.n < e.before
)
