-- Title: where the dates of one subject begin and end that must come in an order, slot by slot
-- Of the anchor slots the earliest end (later = 1), of all slots that must precede them the latest
-- start (later = 0). Two probes of an index per slot, however many claims crowd into it.
WITH RECURSIVE
later (slot_id, predicate_id, entity_id) AS (
    SELECT slot.id, slot.predicate_id, slot.subject_id
    FROM check_anchor CROSS JOIN slot ON slot.id = check_anchor.slot_id
    WHERE slot.predicate_id IN (SELECT later_id FROM ordering_pair)
    UNION ALL
    SELECT later.slot_id, later.predicate_id, entity.merged_into_id
    FROM later CROSS JOIN entity ON entity.id = later.entity_id
    WHERE entity.merged_into_id IS NOT NULL
),
rooted (root, slot_id, predicate_id) AS (
    SELECT entity.id, later.slot_id, later.predicate_id
    FROM later CROSS JOIN entity ON entity.id = later.entity_id
    WHERE entity.merged_into_id IS NULL
),
down (root, entity_id, predicate_id) AS (
    SELECT DISTINCT rooted.root, rooted.root, ordering_pair.earlier_id
    FROM rooted CROSS JOIN ordering_pair ON ordering_pair.later_id = rooted.predicate_id
    UNION
    SELECT down.root, entity.id, down.predicate_id
    FROM down CROSS JOIN entity ON entity.merged_into_id = down.entity_id
),
earlier (root, slot_id, predicate_id) AS (
    SELECT down.root, slot.id, slot.predicate_id
    FROM down CROSS JOIN slot ON slot.subject_id = down.entity_id AND slot.predicate_id = down.predicate_id
    WHERE slot.canonical_id = slot.id
)
SELECT
    rooted.root, 1 AS later, rooted.predicate_id, rooted.slot_id,
    (
        SELECT check_row.hi FROM check_row
        WHERE check_row.key = rooted.slot_id * 8 AND check_row.hi IS NOT NULL
            AND check_row.kind = 'asserted' AND check_row.unscoped = 0
        ORDER BY check_row.hi LIMIT 1
    ) AS bound
FROM rooted
UNION ALL
SELECT
    earlier.root, 0, earlier.predicate_id, earlier.slot_id,
    (
        SELECT check_row.lo FROM check_row
        WHERE check_row.key = earlier.slot_id * 8 AND check_row.lo IS NOT NULL
            AND check_row.kind = 'asserted' AND check_row.unscoped = 0
        ORDER BY check_row.lo DESC LIMIT 1
    )
FROM earlier
ORDER BY 1
