-- Title: what is shown of found entities
-- Parameters: ids, a JSON list
SELECT
    id AS noun_id, label AS title, state AS state, id AS shown_id, NULL AS article_id, NULL AS external_id,
    NULL AS revision, NULL AS outlet, NULL AS date, NULL AS reviewer
FROM entity
WHERE id IN (SELECT value FROM json_each(:ids))
