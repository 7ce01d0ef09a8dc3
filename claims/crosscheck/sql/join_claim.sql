-- Title: a claim's rows in its own slot join a more closely scoped slot (parameters: keys between, 1 where that is a part of it, claim)
-- A figure of the whole says of a part that it is no more.
INSERT INTO check_row (key, lo, hi, entity, dimension, claim, kind, as_of_lo, as_of_hi, member_of, unscoped)
SELECT key + ?, CASE WHEN NOT (? AND kind = 'asserted') THEN lo END, hi, entity, dimension, claim, kind, as_of_lo, as_of_hi, member_of, 1
FROM check_row
WHERE claim = ? AND unscoped = 0
