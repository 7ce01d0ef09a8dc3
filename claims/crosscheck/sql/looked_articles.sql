-- Title: the articles of the claims that were read with their question, and of the marked mentions that are live
SELECT revision.article_id
FROM check_rest
CROSS JOIN mention ON mention.claim_id = check_rest.claim_id AND mention.state IN ('suggested', 'accepted')
CROSS JOIN revision ON revision.id = mention.revision_id
CROSS JOIN article ON article.id = revision.article_id
    AND article.revisions = revision.number AND article.withdrawn_at IS NULL
UNION
SELECT revision.article_id
FROM check_marked
CROSS JOIN mention ON mention.id = check_marked.mention_id AND mention.state IN ('suggested', 'accepted')
CROSS JOIN revision ON revision.id = mention.revision_id
CROSS JOIN article ON article.id = revision.article_id
    AND article.revisions = revision.number AND article.withdrawn_at IS NULL
