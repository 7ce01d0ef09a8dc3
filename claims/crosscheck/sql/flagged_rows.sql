-- Title: the rows of the flagged keys, in the order of the sweep
-- Who leaves out a separator takes no part where the desk keeps the two questions apart.
SELECT
    check_row.key, check_row.lo, check_row.hi, check_row.entity, check_row.dimension, check_row.claim,
    check_row.kind, check_row.as_of_lo, check_row.as_of_hi, check_row.member_of, check_row.unscoped
FROM check_flagged
CROSS JOIN check_row ON check_row.key = check_flagged.key
WHERE NOT (check_row.unscoped AND EXISTS (
    SELECT 1
    FROM claim
    CROSS JOIN slot ON slot.id = claim.slot_id
    CROSS JOIN slot_decision AS kept
        ON kept.slot_id IN (slot.canonical_id, check_row.key / 8)
        AND kept.other_id IN (slot.canonical_id, check_row.key / 8) AND kept.same = 0
    WHERE claim.id = check_row.claim
))
ORDER BY check_flagged.key, check_row.hi
