-- Title: one row per verdict, superseded ones and retractions too
-- `standing` is 1 for the last of a reviewer's verdicts on a claim, unless that is a retraction.

CREATE VIEW v_verdict AS
SELECT
    verdict.id AS verdict_id,
    verdict.claim_id AS claim_id,
    v_claim.claim AS claim,
    verdict.about AS about,
    verdict.mention_id AS mention_id,
    rating.code AS rating,
    rating.label_de AS rating_de,
    rating.label_en AS rating_en,
    rating.truth_class AS truth_class,
    verdict.rationale AS rationale,
    reviewer.handle AS reviewer,
    verdict.as_of AS as_of,
    verdict.created_at AS created_at,
    verdict.supersedes_id AS supersedes_id,
    verdict.rating_id IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM verdict AS later WHERE later.supersedes_id = verdict.id) AS standing,
    verdict.none_found AS none_found,
    (SELECT count(*) FROM verdict_evidence WHERE verdict_id = verdict.id) AS evidence,
    (SELECT count(*) FROM verdict_considered WHERE verdict_id = verdict.id) AS settles
FROM verdict
JOIN v_claim ON v_claim.claim_id = verdict.claim_id
JOIN reviewer ON reviewer.id = verdict.reviewer_id
LEFT JOIN rating ON rating.id = verdict.rating_id
