-- Title: a claim's rows in its own slot join a more closely scoped slot (parameters: keys between, claim)
INSERT INTO check_row (key, lo, hi, entity, dimension, claim, kind, as_of_lo, as_of_hi, member_of, unscoped)
SELECT key + ?, lo, hi, entity, dimension, claim, kind, as_of_lo, as_of_hi, member_of, 1
FROM check_row
WHERE claim = ? AND unscoped = 0
