-- No event fits both a loop and the step behind it: what a loop has taken, Flink never gives back.
SELECT ts, k, id, odd, mid, COALESCE(even, 0) AS even, high FROM readings
MATCH_RECOGNIZE (
  PARTITION BY k
  ORDER BY rt
  MEASURES
    MATCH_ROWTIME() AS ts,
    a.id AS id,
    COUNT(b.id) AS odd,
    m.id AS mid,
    SUM(c.n) AS even,
    e.id AS high
  ONE ROW PER MATCH
  AFTER MATCH SKIP PAST LAST ROW
  PATTERN (a b* m c{0,2} e) WITHIN INTERVAL '6' HOUR
  DEFINE
    a AS a.n < 0,
    b AS MOD(b.n, 2) <> 0 AND b.n >= a.n,
    m AS m.ok AND MOD(m.n, 2) = 0,
    c AS MOD(c.n, 2) = 0 AND c.d IS NOT NULL,
    e AS e.n IS NULL
)
