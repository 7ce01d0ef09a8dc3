-- Title: how many claims each slot has
SELECT slot_id, count(*) AS claims
FROM claim
WHERE slot_id IS NOT NULL
GROUP BY slot_id
ORDER BY slot_id
