SELECT ts, k, id, two, three, four FROM readings
MATCH_RECOGNIZE (
  PARTITION BY k
  ORDER BY rt
  MEASURES
    MATCH_ROWTIME() AS ts,
    a.id AS id,
    b.id AS two,
    LAST(c.id) AS three,
    d.id AS four
  ONE ROW PER MATCH
  AFTER MATCH SKIP TO FIRST c
  PATTERN (a b? c+ d) WITHIN INTERVAL '1' DAY
  DEFINE
    a AS a.t = 'a',
    b AS b.t = 'd',
    c AS c.t = 'b' OR c.t = 'c' OR c.t = 'd',
    d AS d.t = 'a'
)
