-- Title: the rows of the flagged keys, in the order of the sweep
-- Who leaves out a separator takes no part where the desk keeps the two questions apart, or did before
-- their subjects were merged.
SELECT
    check_row.key, check_row.lo, check_row.hi, check_row.entity, check_row.dimension, check_row.claim,
    check_row.kind, check_row.as_of_lo, check_row.as_of_hi, check_row.member_of, check_row.unscoped
FROM check_flagged
CROSS JOIN check_row ON check_row.key = check_flagged.key
WHERE NOT (check_row.unscoped AND EXISTS (
    SELECT 1
    FROM claim
    CROSS JOIN slot ON slot.id = claim.slot_id
    CROSS JOIN slot AS decided ON decided.canonical_id = slot.canonical_id
    CROSS JOIN slot_decision AS kept ON kept.same = 0 AND (kept.slot_id = decided.id OR kept.other_id = decided.id)
    CROSS JOIN slot AS beside ON beside.id = kept.slot_id + kept.other_id - decided.id
        AND beside.canonical_id = check_row.key / 8
    WHERE claim.id = check_row.claim
))
ORDER BY check_flagged.key, check_row.hi
