-- Title: the rows that claims have in their own slot (parameters: first key, last key, the claims as a JSON list)
SELECT key, lo, hi, entity, dimension, claim, kind, as_of_lo, as_of_hi, member_of, unscoped
FROM check_row
WHERE key BETWEEN ? AND ? AND unscoped = 0 AND claim IN (SELECT value FROM json_each(?))
ORDER BY key, hi
