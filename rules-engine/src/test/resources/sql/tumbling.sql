-- A sum of nothing is null in SQL, and an average of ints an int: hence COALESCE and CAST.
SELECT window_end AS ts, k,
  COUNT(*) AS c,
  COUNT(*) FILTER (WHERE ok) AS oks,
  COALESCE(SUM(n), 0) AS s,
  COALESCE(SUM(d) FILTER (WHERE t = 'a'), 0) AS sd,
  AVG(CAST(n AS DECIMAL(20, 12))) AS an,
  AVG(d) FILTER (WHERE ok) AS ad,
  MAX(d) AS hi,
  MIN(n) FILTER (WHERE t <> 'b') AS lo,
  COUNT(DISTINCT t) AS u,
  COUNT(DISTINCT n) FILTER (WHERE ok) AS ud,
  STDDEV_SAMP(CAST(n AS DOUBLE)) AS dev,
  FIRST_VALUE(t) AS f,
  LAST_VALUE(n) AS l
FROM TABLE(TUMBLE(TABLE readings, DESCRIPTOR(rt), INTERVAL '1' HOUR))
GROUP BY k, window_start, window_end
