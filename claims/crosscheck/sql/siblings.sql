-- Title: the slots of a question with their separators (parameters: subject after merges, predicate)
WITH RECURSIVE down (entity_id) AS (
    SELECT ?
    UNION
    SELECT entity.id FROM down CROSS JOIN entity ON entity.merged_into_id = down.entity_id
)
SELECT slot.id AS slot_id, qualifier.key, qualifier.value
FROM down
CROSS JOIN slot ON slot.subject_id = down.entity_id AND slot.predicate_id = ? AND slot.canonical_id = slot.id
LEFT JOIN qualifier ON qualifier.slot_id = slot.id
