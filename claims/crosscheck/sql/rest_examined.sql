-- Title: the claims of the examined slots that a live mention makes
-- Live: suggested or accepted, in the newest revision of an article that is not withdrawn.
INSERT INTO check_rest (root, predicate_id, claim_id, canonical_id, slot_id)
SELECT examined.root, examined.predicate_id, claim.id, examined.canonical_id, examined.slot_id
FROM check_examined AS examined
CROSS JOIN claim ON claim.slot_id = examined.slot_id
WHERE EXISTS (
    SELECT 1
    FROM mention
    CROSS JOIN revision ON revision.id = mention.revision_id
    CROSS JOIN article ON article.id = revision.article_id
        AND article.revisions = revision.number AND article.withdrawn_at IS NULL
    WHERE mention.claim_id = claim.id AND mention.state IN ('suggested', 'accepted')
)
