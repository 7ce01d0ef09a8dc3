-- Title: the figures that a slot's own claims assert (parameter: the slot)
SELECT claim, lo, hi, dimension, as_of_lo, as_of_hi
FROM check_row
WHERE key = ? * 8 AND kind = 'asserted' AND unscoped = 0
ORDER BY lo, claim
