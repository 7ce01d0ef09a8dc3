-- Title: the slots of one question are marked for examination (parameters: subject, predicate)
-- The subject stands for itself; slots of what was merged into it are its own.
INSERT OR IGNORE INTO check_dirty
WITH RECURSIVE down (entity_id, predicate_id) AS (
    SELECT ?, ?
    UNION
    SELECT entity.id, down.predicate_id
    FROM down CROSS JOIN entity ON entity.merged_into_id = down.entity_id
)
SELECT slot.id
FROM down CROSS JOIN slot ON slot.subject_id = down.entity_id AND slot.predicate_id = down.predicate_id
