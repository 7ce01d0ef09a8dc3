-- Title: note the claims that name these entities, or those merged into them, as subject or value
-- Parameters: ids, a JSON list
INSERT INTO search_dirty (noun, noun_id)
WITH RECURSIVE family (id) AS (
    SELECT value FROM json_each(:ids)
    UNION
    SELECT entity.id FROM family JOIN entity ON entity.merged_into_id = family.id
)
SELECT 'claim', claim.id FROM family JOIN slot ON slot.subject_id = family.id JOIN claim ON claim.slot_id = slot.id
UNION
SELECT 'claim', claim.id FROM family JOIN slot AS canonical ON canonical.subject_id = family.id
JOIN slot ON slot.canonical_id = canonical.id JOIN claim ON claim.slot_id = slot.id
UNION
SELECT 'claim', claim.id FROM family JOIN claim ON claim.value_entity_id = family.id
