-- Title: another name given as the answer for the same time, not by the same sentence
-- Parameters: key, the name, dimension, sentence, last and first day
SELECT 1 FROM check_row
WHERE key = ? AND entity <> ? AND kind = 'asserted' AND dimension IS ? AND (member_of IS NULL OR member_of <> ?)
    AND (as_of_lo IS NULL OR as_of_lo < ?) AND (as_of_hi IS NULL OR as_of_hi > ?)
LIMIT 1
