-- Title: what of these entities is searched: all names of those that stand, and of what was merged into them
-- Parameters: ids, a JSON list
WITH RECURSIVE up (id) AS (
    SELECT value FROM json_each(:ids)
    UNION
    SELECT entity.merged_into_id FROM up JOIN entity ON entity.id = up.id WHERE entity.merged_into_id IS NOT NULL
),
family (root, id) AS (
    SELECT entity.id, entity.id FROM up JOIN entity ON entity.id = up.id WHERE entity.merged_into_id IS NULL
    UNION
    SELECT family.root, entity.id FROM family JOIN entity ON entity.merged_into_id = family.id
)
SELECT
    entity.id,
    label || coalesce(' · ' || nullif(label_de, label), '') || coalesce(' · ' || nullif(label_en, label), ''),
    coalesce((
        SELECT group_concat(name, ' · ') FROM (
            SELECT name FROM (
                SELECT alias.name, alias.id AS place FROM family JOIN alias ON alias.entity_id = family.id
                WHERE family.root = entity.id
                UNION ALL
                SELECT merged.label, 0 FROM family JOIN entity AS merged ON merged.id = family.id
                WHERE family.root = entity.id AND merged.id <> entity.id)
            GROUP BY name ORDER BY min(place), name)), ''),
    '[]'
FROM entity
WHERE entity.id IN (SELECT root FROM family)
