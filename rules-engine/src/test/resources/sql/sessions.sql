-- A sum of nothing is null in SQL, and an average of ints an int: hence COALESCE and CAST.
-- FIRST_VALUE and LAST_VALUE are not for windows that SQL merges: the first and the last are found by their place.
-- After a gap of exactly its length a session of SQL's goes on, if the watermark has not come that far: hence the millisecond.
SELECT window_end + INTERVAL '0.001' SECOND AS ts, k,
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
  SUBSTRING(MIN(LPAD(CAST(id AS STRING), 9, '0') || t) FROM 10) AS f,
  CAST(SUBSTRING(MAX(LPAD(CAST(id AS STRING), 9, '0') || CAST(n AS STRING)) FROM 10) AS BIGINT) AS l
FROM TABLE(SESSION(TABLE readings PARTITION BY k, DESCRIPTOR(rt), INTERVAL '29:59.999' MINUTE TO SECOND))
GROUP BY k, window_start, window_end
