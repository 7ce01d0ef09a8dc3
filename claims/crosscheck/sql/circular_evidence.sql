-- Title: the evidence that supports what verdicts say which stand on claims of the anchor slots
WITH RECURSIVE chain (slot_id, verdict_id) AS (
    SELECT check_anchor.slot_id, verdict.id
    FROM check_anchor
    CROSS JOIN slot ON slot.canonical_id = check_anchor.slot_id
    CROSS JOIN claim ON claim.slot_id = slot.id
    CROSS JOIN verdict ON verdict.claim_id = claim.id AND verdict.supersedes_id IS NULL
    UNION ALL
    SELECT chain.slot_id, later.id
    FROM chain CROSS JOIN verdict AS later ON later.supersedes_id = chain.verdict_id
)
SELECT
    chain.slot_id, verdict.id AS verdict_id, verdict.claim_id, evidence.id AS evidence_id,
    reviewer.handle AS reviewer, rating.code AS rating,
    CASE WHEN source.confidential THEN 'of a confidential source' ELSE '“' || source.title || '”' END AS name
FROM chain
CROSS JOIN verdict ON verdict.id = chain.verdict_id AND verdict.rating_id IS NOT NULL
CROSS JOIN reviewer ON reviewer.id = verdict.reviewer_id
CROSS JOIN rating ON rating.id = verdict.rating_id
CROSS JOIN verdict_evidence ON verdict_evidence.verdict_id = verdict.id
CROSS JOIN evidence ON evidence.id = verdict_evidence.evidence_id AND evidence.stance = 'supports'
CROSS JOIN snapshot ON snapshot.id = evidence.snapshot_id
CROSS JOIN source ON source.id = snapshot.source_id
WHERE NOT EXISTS (SELECT 1 FROM verdict AS later WHERE later.supersedes_id = verdict.id)
ORDER BY chain.slot_id, verdict.claim_id, verdict.id, evidence.id
