-- Title: the slots to examine: of every question that is marked, all slots with its subject and predicate
-- CROSS JOIN keeps the order of the tables: from the few marked slots outwards.
-- Takes part: check_dirty (the marked slots). A merged entity's slots belong to what it was merged into.
INSERT INTO check_slot (root, predicate_id, canonical_id, slot_id, whole)
WITH RECURSIVE
touched (subject_id, predicate_id) AS (
    SELECT slot.subject_id, slot.predicate_id
    FROM check_dirty CROSS JOIN slot ON slot.id = check_dirty.slot_id
    UNION
    SELECT canonical.subject_id, canonical.predicate_id
    FROM check_dirty CROSS JOIN slot ON slot.id = check_dirty.slot_id
    CROSS JOIN slot AS canonical ON canonical.id = slot.canonical_id
),
up (entity_id, predicate_id) AS (
    SELECT subject_id, predicate_id FROM touched
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
SELECT down.root, slot.predicate_id, slot.canonical_id, slot.id, 1
FROM down CROSS JOIN slot ON slot.subject_id = down.entity_id AND slot.predicate_id = down.predicate_id
