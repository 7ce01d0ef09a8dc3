-- Title: whether something tells that what a slot asks for has happened, was put off or is off (parameter: the slot)
-- In the slot itself, or in one of the same subject and predicate whose separators do not say otherwise.
WITH RECURSIVE
up (entity_id) AS (
    SELECT subject_id FROM slot WHERE id = ?1
    UNION
    SELECT entity.merged_into_id
    FROM up CROSS JOIN entity ON entity.id = up.entity_id
    WHERE entity.merged_into_id IS NOT NULL
),
down (entity_id) AS (
    SELECT entity.id
    FROM up CROSS JOIN entity ON entity.id = up.entity_id
    WHERE entity.merged_into_id IS NULL
    UNION
    SELECT entity.id
    FROM down CROSS JOIN entity ON entity.merged_into_id = down.entity_id
)
SELECT 1
FROM slot AS asked
CROSS JOIN down
CROSS JOIN slot ON slot.subject_id = down.entity_id AND slot.predicate_id = asked.predicate_id
CROSS JOIN claim ON claim.slot_id = slot.id
    AND claim.polarity = 'asserted' AND claim.snak IN ('value', 'novalue')
    AND (claim.modality <> 'planned' AND claim.snak = 'value' OR claim.modality = 'planned' AND claim.snak = 'novalue' OR EXISTS (
        SELECT 1
        FROM qualifier
        WHERE qualifier.slot_id = slot.canonical_id AND slot.canonical_id <> asked.canonical_id
            AND qualifier.key = 'stage' AND qualifier.value = 'postponed'
    ))
WHERE asked.id = ?1
    AND NOT EXISTS (
        SELECT 1
        FROM qualifier AS own
        CROSS JOIN qualifier AS other ON other.slot_id = slot.canonical_id AND other.key = own.key
        WHERE own.slot_id = asked.id AND other.value <> own.value
    )
    AND EXISTS (
        SELECT 1
        FROM mention
        CROSS JOIN revision ON revision.id = mention.revision_id
        CROSS JOIN article ON article.id = revision.article_id
            AND article.revisions = revision.number AND article.withdrawn_at IS NULL
        WHERE mention.claim_id = claim.id AND mention.state IN ('suggested', 'accepted')
    )
LIMIT 1
