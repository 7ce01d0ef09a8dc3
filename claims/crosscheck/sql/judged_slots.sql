-- Title: the slots of marked claims with verdicts or house facts, where those may be other than they were
-- A further mention of a claim that others make as well changes nothing about its verdicts,
-- but for a state that passes: it may be printed later than it was checked for.
SELECT DISTINCT slot.canonical_id
FROM check_marked
CROSS JOIN claim ON claim.id = check_marked.claim_id
CROSS JOIN slot ON slot.id = claim.slot_id
WHERE (
    check_marked.mention_id = 0
    AND EXISTS (
        SELECT 1
        FROM evidence CROSS JOIN ruling_evidence ON ruling_evidence.evidence_id = evidence.id
        WHERE evidence.claim_id = claim.id
    )
)
OR EXISTS (SELECT 1 FROM verdict WHERE verdict.claim_id = claim.id)
    AND (
        EXISTS (
            SELECT 1 FROM predicate
            WHERE predicate.id = slot.predicate_id AND predicate.temporal = 'state'
                AND predicate.validity_days IS NOT NULL
        )
        OR NOT EXISTS (
            SELECT 1
            FROM mention
            CROSS JOIN revision ON revision.id = mention.revision_id
            CROSS JOIN article ON article.id = revision.article_id
                AND article.revisions = revision.number AND article.withdrawn_at IS NULL
            WHERE mention.id = check_marked.mention_id AND mention.claim_id = claim.id
                AND mention.state IN ('suggested', 'accepted')
        )
        OR EXISTS (
            SELECT 1
            FROM verdict
            CROSS JOIN verdict_mention AS seen
                ON seen.verdict_id = verdict.id AND seen.mention_id = check_marked.mention_id
            WHERE verdict.claim_id = claim.id
        )
        OR NOT EXISTS (
            SELECT 1
            FROM mention
            CROSS JOIN revision ON revision.id = mention.revision_id
            CROSS JOIN article ON article.id = revision.article_id AND article.withdrawn_at IS NULL
            WHERE mention.claim_id = claim.id AND mention.state IN ('suggested', 'accepted')
                AND NOT EXISTS (
                    SELECT 1 FROM check_marked AS other
                    WHERE other.claim_id = claim.id AND other.mention_id = mention.id
                )
        )
    )
