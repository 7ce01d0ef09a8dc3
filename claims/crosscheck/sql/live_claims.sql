-- Title: the claims whose rows are derived one by one, question by question
-- Takes part: check_rest (live claims).
SELECT
    examined.root,
    examined.predicate_id,
    examined.canonical_id,
    compared.*
FROM check_rest AS examined
CROSS JOIN check_compared AS compared ON compared.claim_id = examined.claim_id
ORDER BY examined.root, examined.predicate_id
