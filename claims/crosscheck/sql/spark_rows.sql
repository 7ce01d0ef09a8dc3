-- Title: the rows of the flagged keys with their slot, for the split on a cluster
-- `id` gives rows that end alike the order in which the ledger's own database reads them.
SELECT
    check_row.key, check_row.lo, check_row.hi, check_row.entity, check_row.dimension, check_row.claim,
    check_row.kind, check_row.as_of_lo, check_row.as_of_hi, check_row.member_of, check_row.unscoped,
    check_row.key DIV 8 AS slot, check_row.id
FROM check_row
LEFT SEMI JOIN check_flagged ON check_flagged.key = check_row.key
