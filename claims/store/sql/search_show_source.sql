-- Title: what is shown of found sources
-- Parameters: ids, a JSON list
SELECT
    id AS noun_id, title AS title,
    CASE WHEN confidential = 1 THEN 'confidential' WHEN dead_at IS NOT NULL THEN 'dead' ELSE 'cited' END AS state,
    id AS shown_id, NULL AS article_id, NULL AS external_id,
    NULL AS revision, publisher AS outlet, published AS date, NULL AS reviewer
FROM source
WHERE id IN (SELECT value FROM json_each(:ids))
