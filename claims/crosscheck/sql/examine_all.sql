-- Title: all slots, each with the entity that its subject was merged into
INSERT INTO check_examined (root, predicate_id, canonical_id, slot_id)
WITH RECURSIVE down (root, entity_id) AS (
    SELECT id, id FROM entity WHERE merged_into_id IS NULL
    UNION ALL
    SELECT down.root, entity.id
    FROM down JOIN entity ON entity.merged_into_id = down.entity_id
)
SELECT down.root, slot.predicate_id, slot.canonical_id, slot.id
FROM slot JOIN down ON down.entity_id = slot.subject_id
