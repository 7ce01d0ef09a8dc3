-- Title: what is shown of found revisions
-- Parameters: ids, a JSON list
SELECT
    revision.id AS noun_id,
    revision.title AS title,
    CASE
        WHEN article.withdrawn_at IS NOT NULL THEN 'withdrawn'
        WHEN article.revisions <> revision.number THEN 'replaced' ELSE 'newest' END AS state,
    article.id AS shown_id,
    article.id AS article_id,
    article.external_id AS external_id,
    revision.number AS revision,
    article.outlet AS outlet,
    article.published AS date,
    NULL AS reviewer
FROM revision
JOIN article ON article.id = revision.article_id
WHERE revision.id IN (SELECT value FROM json_each(:ids))
