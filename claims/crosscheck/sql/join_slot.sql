-- Title: the rows of a slot join a more closely scoped one (parameters: keys between, first key, last key)
INSERT INTO check_row (key, lo, hi, entity, dimension, claim, kind, as_of_lo, as_of_hi, member_of, unscoped)
SELECT key + ?, lo, hi, entity, dimension, claim, kind, as_of_lo, as_of_hi, member_of, 1
FROM check_row
WHERE key BETWEEN ? AND ? AND unscoped = 0
