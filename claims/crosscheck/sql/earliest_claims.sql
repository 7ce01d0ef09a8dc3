-- Title: the claims of a key that end first, up to a bound (parameters: key, bound, how many)
-- A choice of days ends with its last.
SELECT check_row.claim, max(check_row.hi, coalesce(claim.day_hi, check_row.hi)) AS bound
FROM check_row CROSS JOIN claim ON claim.id = check_row.claim
WHERE check_row.key = ? AND check_row.hi <= ? AND check_row.kind = 'asserted' AND check_row.unscoped = 0
ORDER BY check_row.hi, check_row.claim
LIMIT ?
