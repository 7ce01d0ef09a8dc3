-- Title: the slots of a question, whose rulings may bind an inspected one (parameters: subject after merges, predicate)
INSERT OR IGNORE INTO check_ruled (root, predicate_id, canonical_id, slot_id)
WITH RECURSIVE down (root, entity_id) AS (
    SELECT id, id FROM entity WHERE id = ?
    UNION
    SELECT down.root, entity.id FROM down CROSS JOIN entity ON entity.merged_into_id = down.entity_id
)
SELECT down.root, slot.predicate_id, slot.canonical_id, slot.id
FROM down CROSS JOIN slot ON slot.subject_id = down.entity_id AND slot.predicate_id = ?
