-- Title: the check rows of some slots (a JSON list of them), in the order of the slots
SELECT
    check_row.key, check_row.lo, check_row.hi, check_row.entity, check_row.dimension, check_row.claim,
    check_row.kind, check_row.as_of_lo, check_row.as_of_hi, check_row.member_of, check_row.unscoped
FROM json_each(?) AS listed
CROSS JOIN check_row ON check_row.key >= listed.value * 8 AND check_row.key < listed.value * 8 + 8
ORDER BY check_row.key
