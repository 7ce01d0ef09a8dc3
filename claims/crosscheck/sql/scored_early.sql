-- Title: what is said to have been released after an article had reported how it scored
-- Of the anchor slots about a release: the earliest publication of a benchmark score of the same subject.
WITH RECURSIVE
up (slot_id, entity_id) AS (
    SELECT slot.id, slot.subject_id
    FROM check_anchor CROSS JOIN slot ON slot.id = check_anchor.slot_id
    CROSS JOIN predicate ON predicate.id = slot.predicate_id AND predicate.key = 'released'
    UNION ALL
    SELECT up.slot_id, entity.merged_into_id
    FROM up CROSS JOIN entity ON entity.id = up.entity_id
    WHERE entity.merged_into_id IS NOT NULL
),
down (root, entity_id) AS (
    SELECT DISTINCT entity.id, entity.id
    FROM up CROSS JOIN entity ON entity.id = up.entity_id
    WHERE entity.merged_into_id IS NULL
    UNION
    SELECT down.root, entity.id
    FROM down CROSS JOIN entity ON entity.merged_into_id = down.entity_id
),
scored (root, slot_id, claim_id, day) AS (
    SELECT
        down.root, slot.canonical_id, claim.id,
        min(CAST(julianday(substr(article.published, 1, 10)) - 2440587.5 AS INTEGER))
    FROM down
    CROSS JOIN predicate ON predicate.key = 'benchmark_score'
    CROSS JOIN slot ON slot.subject_id = down.entity_id AND slot.predicate_id = predicate.id
    CROSS JOIN claim ON claim.slot_id = slot.id
        AND claim.modality = 'happened' AND claim.polarity = 'asserted' AND claim.snak = 'value'
    CROSS JOIN mention ON mention.claim_id = claim.id AND mention.state IN ('suggested', 'accepted')
    CROSS JOIN revision ON revision.id = mention.revision_id
    CROSS JOIN article ON article.id = revision.article_id
        AND article.revisions = revision.number AND article.withdrawn_at IS NULL
    WHERE length(article.published) >= 10
    GROUP BY down.root, slot.canonical_id, claim.id
)
SELECT up.slot_id, scored.slot_id AS scored_slot_id, scored.claim_id, scored.day
FROM up
CROSS JOIN entity ON entity.id = up.entity_id AND entity.merged_into_id IS NULL
CROSS JOIN scored ON scored.root = entity.id AND scored.day IS NOT NULL
ORDER BY up.slot_id, scored.day, scored.claim_id
