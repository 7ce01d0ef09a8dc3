-- Title: the rows of all claims that need no second look, in the order of their keys (parameters: first and last slot)
-- As list_rows makes them from plain dates, figures and names, the tolerance halved onto each side. Claims are read in
-- their own order, in which their mentions lie: by slot each would be looked for all over the file.
INSERT INTO check_row (key, lo, hi, entity, dimension, claim, kind, as_of_lo, as_of_hi, member_of, unscoped)
SELECT
    candidate.slot_id * 8
        + CASE WHEN (candidate.snak = 'novalue' AND candidate.asked_type IN ('entity', 'string'))
            OR candidate.value_type IS 'entity' THEN 6 ELSE 0 END
        + (candidate.modality = 'planned' AND NOT candidate.plans_compare) AS key,
    CASE candidate.value_type
        WHEN 'date' THEN candidate.day_lo
        WHEN 'quantity'
            THEN candidate.number_lo - abs(candidate.number_lo) * candidate.relative - candidate.absolute
    END,
    CASE candidate.value_type
        WHEN 'date' THEN candidate.day_hi
        WHEN 'quantity'
            THEN candidate.number_hi + abs(candidate.number_hi) * candidate.relative + candidate.absolute
    END,
    coalesce(check_merged.root, candidate.value_entity_id),
    CASE WHEN candidate.value_type = 'quantity'
        THEN coalesce(
            unit.dimension, CASE WHEN instr(candidate.amount, '/') THEN 'percent' ELSE 'number' END
        )
    END,
    candidate.claim_id,
    CASE
        WHEN candidate.snak = 'novalue' THEN 'novalue'
        WHEN candidate.polarity = 'negated' THEN 'negated'
        WHEN candidate.cardinality = 'multi' THEN 'listed'
        ELSE 'asserted'
    END,
    candidate.since,
    candidate.until,
    NULL,
    0
FROM check_candidate AS candidate
LEFT JOIN unit ON unit.id = candidate.unit_id
LEFT JOIN check_merged ON check_merged.entity_id = candidate.value_entity_id
WHERE +candidate.slot_id BETWEEN ? AND ? AND candidate.plain AND EXISTS (
    SELECT 1
    FROM mention CROSS JOIN check_live ON check_live.revision_id = mention.revision_id
    WHERE mention.claim_id = candidate.claim_id AND mention.state IN ('suggested', 'accepted')
)
ORDER BY key
