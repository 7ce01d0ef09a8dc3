-- Title: all slots with the subject and predicate of an anchor slot, whatever separates them
-- From the anchor slots up to the subject that stands for theirs, and down to all that were merged into it.
INSERT OR IGNORE INTO check_anchor
WITH RECURSIVE
up (entity_id, predicate_id) AS (
    SELECT slot.subject_id, slot.predicate_id
    FROM check_anchor CROSS JOIN slot ON slot.id = check_anchor.slot_id
    UNION
    SELECT entity.merged_into_id, up.predicate_id
    FROM up CROSS JOIN entity ON entity.id = up.entity_id
    WHERE entity.merged_into_id IS NOT NULL
),
down (entity_id, predicate_id) AS (
    SELECT entity.id, up.predicate_id
    FROM up CROSS JOIN entity ON entity.id = up.entity_id
    WHERE entity.merged_into_id IS NULL
    UNION
    SELECT entity.id, down.predicate_id
    FROM down CROSS JOIN entity ON entity.merged_into_id = down.entity_id
)
SELECT slot.canonical_id
FROM down CROSS JOIN slot ON slot.subject_id = down.entity_id AND slot.predicate_id = down.predicate_id
