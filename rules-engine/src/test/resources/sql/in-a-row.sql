-- LAG sees all events of the same time, the later ones too: only the last of them are compared.
SELECT ts, k, id FROM (
  SELECT rt AS ts, k, id, tail, n, LAG(n) OVER w AS n1, LAG(n, 2) OVER w AS n2
  FROM readings
  WINDOW w AS (PARTITION BY k ORDER BY rt)
) WHERE tail AND (n > n1 AND n1 > n2)
