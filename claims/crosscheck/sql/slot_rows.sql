-- Title: the rows of one slot, in the order of the sweep (parameters: first key, and the key after the last)
SELECT key, lo, hi, entity, dimension, claim, kind, as_of_lo, as_of_hi, member_of, unscoped
FROM check_row
WHERE key >= ? AND key < ?
ORDER BY key, hi
