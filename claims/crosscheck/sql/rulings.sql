-- Title: all rulings of the inspected questions, with the claims they hold to; those that stand have no later one
-- From the first ruling of each slot, which an index finds, along the chain of those that replace it.
WITH RECURSIVE chain (root, predicate_id, canonical_id, ruling_id) AS (
    SELECT examined.root, examined.predicate_id, examined.canonical_id, ruling.id
    FROM check_ruled AS examined
    CROSS JOIN ruling ON ruling.slot_id = examined.slot_id AND ruling.supersedes_id IS NULL
    UNION ALL
    SELECT chain.root, chain.predicate_id, chain.canonical_id, later.id
    FROM chain CROSS JOIN ruling AS later ON later.supersedes_id = chain.ruling_id
)
SELECT
    chain.root,
    chain.predicate_id,
    chain.canonical_id,
    chain.ruling_id,
    ruling.supersedes_id,
    ruling.created_at,
    ruling.valid_from,
    ruling.valid_until,
    ruling.retracts = 0
        AND NOT EXISTS (SELECT 1 FROM ruling AS later WHERE later.supersedes_id = ruling.id) AS stands,
    claim.id AS claim_id,
    claim.snak,
    claim.polarity,
    claim.modality,
    claim.as_of,
    claim.value_type,
    claim.value_text,
    claim.edtf,
    claim.modifier,
    claim.date_lo,
    claim.date_hi,
    claim.day_lo,
    claim.day_hi,
    claim.amount,
    claim.number_lo,
    claim.number_hi,
    claim.value_bool,
    unit.dimension AS dimension,
    claim.value_entity_id,
    entity.merged_into_id
FROM chain
CROSS JOIN ruling ON ruling.id = chain.ruling_id
CROSS JOIN claim ON claim.id = ruling.claim_id
LEFT JOIN unit ON unit.id = claim.unit_id
LEFT JOIN entity ON entity.id = claim.value_entity_id
ORDER BY chain.ruling_id
