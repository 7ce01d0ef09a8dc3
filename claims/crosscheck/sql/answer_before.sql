-- Title: an answer that ends where one begins or earlier, of another claim, for the same time
-- Parameters: key, the beginning, dimension, claim, last and first day
SELECT 1 FROM check_row
WHERE key = ? AND hi <= ? AND kind = 'asserted' AND dimension IS ? AND claim <> ?
    AND (as_of_lo IS NULL OR as_of_lo < ?) AND (as_of_hi IS NULL OR as_of_hi > ?)
LIMIT 1
