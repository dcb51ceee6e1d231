-- A sum of nothing is null in SQL, and an average of ints an int: hence COALESCE and CAST.
SELECT rt AS ts, k, id,
  COUNT(*) OVER w AS c,
  COALESCE(SUM(n) OVER w, 0) AS s,
  AVG(CAST(n AS DECIMAL(20, 12))) OVER w AS an,
  MAX(d) OVER w AS hi,
  COUNT(DISTINCT t) OVER w AS u,
  STDDEV_SAMP(CAST(n AS DOUBLE)) OVER w AS dev,
  FIRST_VALUE(t) OVER w AS f,
  LAST_VALUE(n) OVER w AS l
FROM readings
WINDOW w AS (PARTITION BY k ORDER BY rt ROWS BETWEEN 6 PRECEDING AND CURRENT ROW)
