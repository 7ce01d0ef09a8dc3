-- Title: in which articles claims stand, live (parameter: a JSON list of claims)
SELECT DISTINCT claim.id AS claim_id, article.id AS article_id
FROM json_each(?) AS listed
CROSS JOIN claim ON claim.id = listed.value
CROSS JOIN mention ON mention.claim_id = claim.id AND mention.state IN ('suggested', 'accepted')
CROSS JOIN revision ON revision.id = mention.revision_id
CROSS JOIN article ON article.id = revision.article_id
    AND article.revisions = revision.number AND article.withdrawn_at IS NULL
ORDER BY article.id, claim.id
