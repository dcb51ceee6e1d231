SELECT rt AS ts, id, k, price
FROM readings LEFT JOIN prices FOR SYSTEM_TIME AS OF readings.rt ON readings.t = prices.name
