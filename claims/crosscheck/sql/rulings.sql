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
    compared.*
FROM chain
CROSS JOIN ruling ON ruling.id = chain.ruling_id
CROSS JOIN check_compared AS compared ON compared.claim_id = ruling.claim_id
ORDER BY chain.ruling_id
