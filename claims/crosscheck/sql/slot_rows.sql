-- Title: the rows of one slot, in the order of the sweep (parameters: first key, and the key after the last)
-- Who leaves out a separator takes no part where the desk keeps the two questions apart, or did before
-- their subjects were merged.
SELECT key, lo, hi, entity, dimension, claim, kind, as_of_lo, as_of_hi, member_of, unscoped
FROM check_row
WHERE key >= ? AND key < ? AND NOT (check_row.unscoped AND EXISTS (
    SELECT 1
    FROM claim
    CROSS JOIN slot ON slot.id = claim.slot_id
    CROSS JOIN slot AS decided ON decided.canonical_id = slot.canonical_id
    CROSS JOIN slot_decision AS kept ON kept.same = 0 AND (kept.slot_id = decided.id OR kept.other_id = decided.id)
    CROSS JOIN slot AS beside ON beside.id = kept.slot_id + kept.other_id - decided.id
        AND beside.canonical_id = check_row.key / 8
    WHERE claim.id = check_row.claim
))
ORDER BY key, hi
