-- Title: the rows of a slot join a more closely scoped one (parameters: keys between, 1 where that is a part of it, first key, last key)
-- A figure of the whole says of a part that it is no more.
INSERT INTO check_row (key, lo, hi, entity, dimension, claim, kind, as_of_lo, as_of_hi, member_of, unscoped)
SELECT key + ?, CASE WHEN NOT (? AND kind = 'asserted') THEN lo END, hi, entity, dimension, claim, kind, as_of_lo, as_of_hi, member_of, 1
FROM check_row
WHERE key BETWEEN ? AND ? AND unscoped = 0
