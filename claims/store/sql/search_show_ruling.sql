-- Title: what is shown of found rulings
-- Parameters: ids, a JSON list
SELECT
    ruling.id AS noun_id,
    v_claim.claim AS title,
    CASE
        WHEN EXISTS (SELECT 1 FROM ruling AS later WHERE later.supersedes_id = ruling.id) THEN 'superseded'
        WHEN ruling.retracts = 1 THEN 'retracted' ELSE 'standing' END AS state,
    ruling.id AS shown_id,
    NULL AS article_id,
    NULL AS external_id,
    NULL AS revision,
    NULL AS outlet,
    ruling.created_at AS date,
    reviewer.handle AS reviewer
FROM ruling
JOIN reviewer ON reviewer.id = ruling.reviewer_id
LEFT JOIN v_claim ON v_claim.claim_id = ruling.claim_id
WHERE ruling.id IN (SELECT value FROM json_each(:ids))
