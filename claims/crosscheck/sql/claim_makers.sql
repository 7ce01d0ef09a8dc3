-- Title: the live articles that make some claims (parameter: the claims, as a JSON list)
SELECT DISTINCT mention.claim_id, article.id AS article_id, article.outlet, revision.title, claim.value_text
FROM json_each(?) AS wanted
CROSS JOIN claim ON claim.id = wanted.value
CROSS JOIN mention ON mention.claim_id = wanted.value AND mention.state IN ('suggested', 'accepted')
CROSS JOIN revision ON revision.id = mention.revision_id
CROSS JOIN article ON article.id = revision.article_id
    AND article.revisions = revision.number AND article.withdrawn_at IS NULL
ORDER BY mention.claim_id, article.id
