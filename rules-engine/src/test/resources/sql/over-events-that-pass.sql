-- What passes the filter is counted, not what is filtered among the last five.
SELECT * FROM (
  SELECT rt AS ts, k, id,
    COUNT(*) OVER w AS c,
    COALESCE(SUM(n) OVER w, 0) AS s,
    LAST_VALUE(t) OVER w AS l
  FROM readings
  WHERE ok
  WINDOW w AS (PARTITION BY k ORDER BY rt ROWS BETWEEN 4 PRECEDING AND CURRENT ROW)
) WHERE c > 1
