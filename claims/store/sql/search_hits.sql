-- Title: the documents that match, the best first, and how many there are
-- Parameters: match, in the language of FTS5; nouns, a JSON list; every_revision, 1 or 0; limit;
-- own, 1 for the ledger's own index, 0 for the one laid beside it
-- A word in the title weighs as much as five in the text. Ranks are worked out first, as FTS5 demands.
WITH matching AS MATERIALIZED (
    SELECT rowid AS id, bm25(search, 5.0, 1.0) AS score FROM main.search WHERE search MATCH :match
),
fitting AS (
    SELECT matching.id AS id, matching.score AS score, count(*) OVER () AS total
    FROM matching
    JOIN main.search_document AS document ON document.id = matching.id
    WHERE document.noun IN (SELECT value FROM json_each(:nouns))
        AND NOT (:own AND EXISTS (
            SELECT 1 FROM temp.search_stale AS stale
            WHERE stale.noun = document.noun AND stale.noun_id = document.noun_id))
        AND (
            :every_revision
            OR document.noun <> 'revision'
            OR EXISTS (
                SELECT 1 FROM main.revision
                JOIN main.article ON article.id = revision.article_id AND article.revisions = revision.number
                WHERE revision.id = document.noun_id))
    ORDER BY matching.score, document.noun, document.noun_id
    LIMIT :limit
)
SELECT
    document.noun AS noun,
    document.noun_id AS noun_id,
    document.title AS title,
    document.body AS body,
    document.texts AS texts,
    fitting.score AS score,
    fitting.total AS total
FROM fitting
JOIN main.search_document AS document ON document.id = fitting.id
ORDER BY fitting.score, document.noun, document.noun_id
