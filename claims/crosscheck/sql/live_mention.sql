-- Title: a live mention of a claim, looked for among the newest first (parameter: the claim)
SELECT mention.id
FROM mention
CROSS JOIN revision ON revision.id = mention.revision_id
CROSS JOIN article ON article.id = revision.article_id
    AND article.revisions = revision.number AND article.withdrawn_at IS NULL
WHERE mention.claim_id = ? AND mention.state IN ('suggested', 'accepted')
ORDER BY mention.revision_id DESC
LIMIT 1
