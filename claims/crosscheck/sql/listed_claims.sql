-- Title: what reference lists say of the questions of the anchor slots, in the order of those slots
-- Of each list its newest text that was read as a list. Like a live claim, with its list and line.
WITH RECURSIVE
up (anchor_id, entity_id, predicate_id) AS (
    SELECT slot.id, slot.subject_id, slot.predicate_id
    FROM check_anchor CROSS JOIN slot ON slot.id = check_anchor.slot_id
    UNION ALL
    SELECT up.anchor_id, entity.merged_into_id, up.predicate_id
    FROM up CROSS JOIN entity ON entity.id = up.entity_id
    WHERE entity.merged_into_id IS NOT NULL
),
down (anchor_id, entity_id, predicate_id) AS (
    SELECT up.anchor_id, entity.id, up.predicate_id
    FROM up CROSS JOIN entity ON entity.id = up.entity_id
    WHERE entity.merged_into_id IS NULL
    UNION
    SELECT down.anchor_id, entity.id, down.predicate_id
    FROM down CROSS JOIN entity ON entity.merged_into_id = down.entity_id
)
SELECT
    down.anchor_id,
    down.predicate_id,
    slot.canonical_id,
    source.id AS source_id,
    source.title,
    source.published,
    source_claim.line,
    compared.*
FROM down
CROSS JOIN slot ON slot.subject_id = down.entity_id AND slot.predicate_id = down.predicate_id
CROSS JOIN source_claim ON source_claim.slot_id = slot.id
CROSS JOIN snapshot ON snapshot.id = source_claim.snapshot_id
CROSS JOIN source ON source.id = snapshot.source_id
CROSS JOIN check_compared AS compared ON compared.claim_id = source_claim.claim_id
WHERE NOT EXISTS (
    SELECT 1
    FROM snapshot AS later
    WHERE later.source_id = snapshot.source_id AND later.id > snapshot.id
        AND EXISTS (SELECT 1 FROM source_claim AS listed WHERE listed.snapshot_id = later.id)
)
ORDER BY down.anchor_id, source.id, source_claim.line, compared.claim_id
