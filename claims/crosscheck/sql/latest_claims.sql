-- Title: the claims of a key that begin last, from a bound on (parameters: key, bound, how many)
-- A choice of days begins with its first.
SELECT check_row.claim, min(check_row.lo, coalesce(claim.day_lo, check_row.lo)) AS bound
FROM check_row CROSS JOIN claim ON claim.id = check_row.claim
WHERE check_row.key = ? AND check_row.lo >= ? AND check_row.kind = 'asserted' AND check_row.unscoped = 0
ORDER BY check_row.lo DESC, check_row.claim
LIMIT ?
