-- Title: whether a question has rulings, and any of limited validity (parameters: subject after merges, predicate)
WITH RECURSIVE down (entity_id) AS (
    SELECT ?
    UNION
    SELECT entity.id FROM down CROSS JOIN entity ON entity.merged_into_id = down.entity_id
)
SELECT
    count(*) AS rulings,
    coalesce(max(ruling.valid_from IS NOT NULL OR ruling.valid_until IS NOT NULL), 0) AS limited
FROM down
CROSS JOIN slot ON slot.subject_id = down.entity_id AND slot.predicate_id = ?
CROSS JOIN ruling ON ruling.slot_id = slot.id
