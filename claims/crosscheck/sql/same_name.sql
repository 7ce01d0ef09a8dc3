-- Title: the same name given alone, in the very slot and for all the time (parameters: key, name, first and last day)
SELECT 1 FROM check_row
WHERE key = ? AND entity = ? AND kind = 'asserted' AND member_of IS NULL AND unscoped = 0
    AND (as_of_lo IS NULL OR as_of_lo <= ?) AND (as_of_hi IS NULL OR as_of_hi >= ?)
LIMIT 1
