-- Title: all slots are examined, each with the entity that its subject was merged into
CREATE TEMP TABLE check_merged (entity_id INTEGER PRIMARY KEY, root INTEGER)

INSERT INTO check_merged
WITH RECURSIVE down (root, entity_id) AS (
    SELECT DISTINCT above.id, above.id
    FROM entity CROSS JOIN entity AS above ON above.id = entity.merged_into_id
    WHERE entity.merged_into_id IS NOT NULL AND above.merged_into_id IS NULL
    UNION
    SELECT down.root, entity.id
    FROM down CROSS JOIN entity ON entity.merged_into_id = down.entity_id
)
SELECT entity_id, root FROM down

DROP VIEW temp.check_examined

CREATE TEMP VIEW check_examined AS
SELECT
    coalesce(check_merged.root, slot.subject_id) AS root,
    slot.predicate_id,
    slot.canonical_id,
    slot.id AS slot_id
FROM slot LEFT JOIN check_merged ON check_merged.entity_id = slot.subject_id
