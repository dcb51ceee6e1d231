-- A sum of nothing is null in SQL, and an average of ints an int: hence COALESCE and CAST.
-- Without FILTER, which windows over rows have not.
-- An event of exactly one hour before is in SQL's range: hence the millisecond. All events of the same time are, too: only the
-- last of them are compared.
SELECT ts, k, id, c, oks, s, sd, an, ad, hi, lo, u, ud, dev, f, l FROM (
SELECT rt AS ts, k, id, tail,
  COUNT(*) OVER w AS c,
  COUNT(CASE WHEN ok THEN 1 END) OVER w AS oks,
  COALESCE(SUM(n) OVER w, 0) AS s,
  COALESCE(SUM(CASE WHEN t = 'a' THEN d END) OVER w, 0) AS sd,
  AVG(CAST(n AS DECIMAL(20, 12))) OVER w AS an,
  AVG(CASE WHEN ok THEN d END) OVER w AS ad,
  MAX(d) OVER w AS hi,
  MIN(CASE WHEN t <> 'b' THEN n END) OVER w AS lo,
  COUNT(DISTINCT t) OVER w AS u,
  COUNT(DISTINCT CASE WHEN ok THEN n END) OVER w AS ud,
  STDDEV_SAMP(CAST(n AS DOUBLE)) OVER w AS dev,
  FIRST_VALUE(t) OVER w AS f,
  LAST_VALUE(n) OVER w AS l
FROM readings
WINDOW w AS (PARTITION BY k ORDER BY rt RANGE BETWEEN INTERVAL '59:59.999' MINUTE TO SECOND PRECEDING AND CURRENT ROW)
) WHERE tail
