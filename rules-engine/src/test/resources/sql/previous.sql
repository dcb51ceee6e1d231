-- LAG sees all events of the same time, the later ones too: only the last of them are compared.
SELECT ts, k, id, before, d FROM (
  SELECT rt AS ts, k, id, tail, n, t, LAG(id) OVER w AS before, LAG(n) OVER w AS n1, LAG(t) OVER w AS t1, LAG(d) OVER w AS d
  FROM readings
  WINDOW w AS (PARTITION BY k ORDER BY rt)
) WHERE tail AND (n > n1 OR t1 = t)
