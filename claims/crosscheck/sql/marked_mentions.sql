-- Title: the marked mentions, with the claim each is marked for and whether it is live and makes that claim
SELECT
    check_marked.claim_id,
    mention.id AS mention_id,
    mention.sentence_id,
    article.published,
    mention.claim_id = check_marked.claim_id
        AND mention.state IN ('suggested', 'accepted')
        AND article.revisions = revision.number
        AND article.withdrawn_at IS NULL AS live
FROM check_marked
CROSS JOIN mention ON mention.id = check_marked.mention_id
CROSS JOIN revision ON revision.id = mention.revision_id
CROSS JOIN article ON article.id = revision.article_id
