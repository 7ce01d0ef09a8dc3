-- Title: the slots of marked mentions that date something after their article, of benchmark scores, and of what cannot be in time
INSERT OR IGNORE INTO check_anchor
SELECT slot.canonical_id
FROM check_marked
CROSS JOIN claim ON claim.id = check_marked.claim_id
CROSS JOIN slot ON slot.id = claim.slot_id
CROSS JOIN predicate ON predicate.id = slot.predicate_id
WHERE predicate.key = 'benchmark_score'
    OR EXISTS (
        SELECT 1
        FROM mention
        CROSS JOIN revision ON revision.id = mention.revision_id
        CROSS JOIN article ON article.id = revision.article_id AND length(article.published) >= 10
            AND CAST(julianday(substr(article.published, 1, 10)) - 2440587.5 AS INTEGER) < claim.day_lo
        WHERE mention.id = check_marked.mention_id
    )
    OR EXISTS (
        SELECT 1
        FROM finding_member
        CROSS JOIN finding ON finding.id = finding_member.finding_id AND finding.rule = 'impossible-time'
        WHERE finding_member.claim_id = claim.id
    )
