-- An outer join's row without a partner comes when the partners' time is up.
SELECT a.rt + INTERVAL '2' HOUR AS ts, a.k, a.id, a.n
FROM readings AS a LEFT JOIN readings AS b
  ON a.k = b.k AND b.rt >= a.rt AND b.rt < a.rt + INTERVAL '2' HOUR
  AND b.id > a.id AND b.t = 'b' AND b.ok
WHERE a.t = 'a' AND b.id IS NULL
