-- Title: the texts of the articles that make some claims (parameter: the claims, as a JSON list)
-- Live mentions only; each text once.
SELECT text.body
FROM text
WHERE text.sha256 IN (
    SELECT revision.text_sha256
    FROM json_each(?) AS wanted
    CROSS JOIN mention ON mention.claim_id = wanted.value AND mention.state IN ('suggested', 'accepted')
    CROSS JOIN revision ON revision.id = mention.revision_id
    CROSS JOIN article ON article.id = revision.article_id
        AND article.revisions = revision.number AND article.withdrawn_at IS NULL
)
ORDER BY text.sha256
