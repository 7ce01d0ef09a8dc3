-- Title: the slots of marked mentions by which a title may come to stand against its text, or no longer to
-- Those in titles, those below a title that makes a claim, and what is left where only titles make the claim.
SELECT DISTINCT slot.canonical_id
FROM check_marked
CROSS JOIN claim ON claim.id = check_marked.claim_id
CROSS JOIN slot ON slot.id = claim.slot_id
WHERE EXISTS (
        SELECT 1
        FROM mention AS changed
        CROSS JOIN mention AS title ON title.revision_id = changed.revision_id AND title.field = 'title'
        WHERE changed.id = check_marked.mention_id
    )
    OR NOT EXISTS (
        SELECT 1
        FROM mention
        CROSS JOIN revision ON revision.id = mention.revision_id
        CROSS JOIN article ON article.id = revision.article_id
            AND article.revisions = revision.number AND article.withdrawn_at IS NULL
        WHERE mention.claim_id = claim.id AND mention.field = 'text'
            AND mention.state IN ('suggested', 'accepted')
            AND NOT EXISTS (
                SELECT 1 FROM check_marked AS other
                WHERE other.claim_id = claim.id AND other.mention_id = mention.id
            )
    ) AND EXISTS (
        SELECT 1 FROM mention WHERE mention.claim_id = claim.id AND mention.field = 'title'
    )
