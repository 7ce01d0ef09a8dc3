-- Title: what is shown of found verdicts
-- Parameters: ids, a JSON list
SELECT
    verdict.id AS noun_id,
    v_claim.claim AS title,
    CASE
        WHEN EXISTS (SELECT 1 FROM verdict AS later WHERE later.supersedes_id = verdict.id) THEN 'superseded'
        ELSE coalesce(rating.code, 'retracted') END AS state,
    verdict.id AS shown_id,
    NULL AS article_id,
    NULL AS external_id,
    NULL AS revision,
    NULL AS outlet,
    verdict.created_at AS date,
    reviewer.handle AS reviewer
FROM verdict
JOIN reviewer ON reviewer.id = verdict.reviewer_id
LEFT JOIN rating ON rating.id = verdict.rating_id
LEFT JOIN v_claim ON v_claim.claim_id = verdict.claim_id
WHERE verdict.id IN (SELECT value FROM json_each(:ids))
