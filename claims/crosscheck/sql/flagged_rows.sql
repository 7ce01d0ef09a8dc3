-- Title: the rows of the flagged keys, in the order of the sweep
SELECT
    check_row.key, check_row.lo, check_row.hi, check_row.entity, check_row.dimension, check_row.claim,
    check_row.kind, check_row.as_of_lo, check_row.as_of_hi, check_row.member_of, check_row.unscoped
FROM check_flagged
CROSS JOIN check_row ON check_row.key = check_flagged.key
ORDER BY check_flagged.key, check_row.hi
