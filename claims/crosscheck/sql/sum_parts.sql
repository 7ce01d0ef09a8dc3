-- Title: wholes and parts of sums of money, slot by slot, with the bounds that can be reached
-- Of all slots of the anchors' subjects and predicates: `part` is the item or segment, NULL for the
-- whole. Two probes per slot; currencies are told apart when the rows are read.
WITH RECURSIVE
up (entity_id, predicate_id) AS (
    SELECT slot.subject_id, slot.predicate_id
    FROM check_anchor CROSS JOIN slot ON slot.id = check_anchor.slot_id
    CROSS JOIN predicate ON predicate.id = slot.predicate_id AND predicate.key IN ('budget', 'revenue')
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
)
SELECT
    down.root, down.predicate_id, slot.id AS slot_id,
    (
        SELECT qualifier.value FROM qualifier
        WHERE qualifier.slot_id = slot.id AND qualifier.key IN ('item', 'segment')
    ) AS part,
    coalesce((
        SELECT qualifier.value FROM qualifier
        WHERE qualifier.slot_id = slot.id AND qualifier.key = 'period'
    ), '') AS period,
    (
        SELECT check_row.lo FROM check_row
        WHERE check_row.key = slot.id * 8 AND check_row.kind = 'asserted' AND check_row.unscoped = 0
            AND check_row.lo IS NOT NULL
        ORDER BY check_row.lo DESC LIMIT 1
    ) AS most,
    (
        SELECT check_row.hi FROM check_row
        WHERE check_row.key = slot.id * 8 AND check_row.kind = 'asserted' AND check_row.unscoped = 0
            AND check_row.hi IS NOT NULL
        ORDER BY check_row.hi LIMIT 1
    ) AS least
FROM down
CROSS JOIN slot ON slot.subject_id = down.entity_id AND slot.predicate_id = down.predicate_id
    AND slot.canonical_id = slot.id
ORDER BY down.root, down.predicate_id, period, slot.id
