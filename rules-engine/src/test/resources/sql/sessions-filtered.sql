-- After a gap of exactly its length a session of SQL's goes on, if the watermark has not come that far: hence the millisecond.
WITH passing AS (SELECT * FROM readings WHERE ok)
SELECT window_end + INTERVAL '0.001' SECOND AS ts, k, COUNT(*) AS c, MAX(d) AS hi
FROM TABLE(SESSION(TABLE passing PARTITION BY k, DESCRIPTOR(rt), INTERVAL '29:59.999' MINUTE TO SECOND))
GROUP BY k, window_start, window_end
HAVING COUNT(*) >= 2
