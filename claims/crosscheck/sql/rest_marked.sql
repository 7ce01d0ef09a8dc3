-- Title: the marked claims that a live mention makes are counted with those of the marked questions
INSERT OR IGNORE INTO check_rest (root, predicate_id, claim_id, canonical_id, slot_id)
SELECT slot.subject_id, slot.predicate_id, claim.id, slot.canonical_id, slot.id
FROM (SELECT DISTINCT claim_id FROM check_marked) AS marked
CROSS JOIN claim ON claim.id = marked.claim_id
CROSS JOIN slot ON slot.id = claim.slot_id
WHERE EXISTS (
    SELECT 1
    FROM mention
    CROSS JOIN revision ON revision.id = mention.revision_id
    CROSS JOIN article ON article.id = revision.article_id
        AND article.revisions = revision.number AND article.withdrawn_at IS NULL
    WHERE mention.claim_id = claim.id AND mention.state IN ('suggested', 'accepted')
)
