-- Title: when a claim is made by itself and not in a set, the newest mentions first (parameter: the claim)
-- Without the marked mentions; the rows of the sentences of all others are right.
SELECT article.published
FROM mention
CROSS JOIN revision ON revision.id = mention.revision_id
CROSS JOIN article ON article.id = revision.article_id
    AND article.revisions = revision.number AND article.withdrawn_at IS NULL
WHERE mention.claim_id = ? AND mention.state IN ('suggested', 'accepted')
    AND NOT EXISTS (
        SELECT 1 FROM check_row
        WHERE check_row.claim = mention.claim_id AND check_row.member_of = mention.sentence_id
    )
    AND NOT EXISTS (
        SELECT 1 FROM check_marked
        WHERE check_marked.claim_id = mention.claim_id AND check_marked.mention_id = mention.id
    )
ORDER BY mention.revision_id DESC
