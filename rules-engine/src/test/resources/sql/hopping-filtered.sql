-- A key has a row where it has any event in the window, one that passes the filter or not.
SELECT window_end AS ts, k, COUNT(*) FILTER (WHERE ok) AS oks
FROM TABLE(HOP(TABLE readings, DESCRIPTOR(rt), INTERVAL '1' HOUR, INTERVAL '2' HOUR))
GROUP BY k, window_start, window_end
