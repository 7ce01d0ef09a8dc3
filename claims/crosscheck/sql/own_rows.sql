-- Title: the rows of a claim in its own slot, without those of sets (parameter: the claim)
SELECT id, key, lo, hi, entity, dimension, claim, kind, as_of_lo, as_of_hi, member_of, unscoped
FROM check_row
WHERE claim = ? AND member_of IS NULL AND unscoped = 0
