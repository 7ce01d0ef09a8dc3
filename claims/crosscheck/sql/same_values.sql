-- Title: the values in the questions of the anchor slots that stand in several slots
-- Of every slot with the subject and predicate of an anchor slot, if there are several. Precise are dates of a
-- month at most and figures that are known to a hundredth: that a vague value agrees with another tells nothing.
WITH RECURSIVE
up (entity_id, predicate_id) AS (
    SELECT slot.subject_id, slot.predicate_id
    FROM check_anchor CROSS JOIN slot ON slot.id = check_anchor.slot_id
    CROSS JOIN predicate ON predicate.id = slot.predicate_id AND predicate.value_type IN ('date', 'quantity')
    UNION
    SELECT entity.merged_into_id, up.predicate_id
    FROM up CROSS JOIN entity ON entity.id = up.entity_id
    WHERE entity.merged_into_id IS NOT NULL
),
down (root, entity_id, predicate_id) AS (
    SELECT entity.id, entity.id, up.predicate_id
    FROM up CROSS JOIN entity ON entity.id = up.entity_id
    WHERE entity.merged_into_id IS NULL
    UNION
    SELECT down.root, entity.id, down.predicate_id
    FROM down CROSS JOIN entity ON entity.merged_into_id = down.entity_id
),
asked (root, predicate_id, slot_id) AS (
    SELECT down.root, down.predicate_id, slot.id
    FROM down
    CROSS JOIN slot ON slot.subject_id = down.entity_id AND slot.predicate_id = down.predicate_id
        AND slot.canonical_id = slot.id
),
several (root, predicate_id) AS (
    SELECT root, predicate_id FROM asked GROUP BY root, predicate_id HAVING count(*) > 1
)
SELECT DISTINCT
    asked.root, asked.predicate_id, asked.slot_id, check_row.claim AS claim_id, check_row.dimension,
    coalesce(claim.day_lo, claim.number_lo) AS lo, coalesce(claim.day_hi, claim.number_hi) AS hi,
    coalesce(claim.day_hi - claim.day_lo <= 31, claim.number_hi - claim.number_lo <= 0.01 * claim.number_lo, 0)
        AS precise,
    check_row.as_of_lo, check_row.as_of_hi
FROM several
CROSS JOIN asked ON asked.root = several.root AND asked.predicate_id = several.predicate_id
CROSS JOIN check_row ON check_row.key = asked.slot_id * 8
    AND check_row.kind = 'asserted' AND check_row.unscoped = 0
CROSS JOIN claim ON claim.id = check_row.claim
WHERE coalesce(claim.day_lo, claim.number_lo) IS NOT NULL AND coalesce(claim.day_hi, claim.number_hi) IS NOT NULL
ORDER BY asked.root, asked.predicate_id, coalesce(check_row.dimension, ''), lo, hi, asked.slot_id, claim_id
