-- Title: the rows of a claim in its own slot that stand for one sentence (parameters: claim, sentence)
SELECT id, key, lo, hi, entity, dimension, claim, kind, as_of_lo, as_of_hi, member_of, unscoped
FROM check_row
WHERE claim = ? AND member_of = ? AND unscoped = 0
