-- Title: how many of the claims looked at share a key with another claim
SELECT count(*)
FROM check_rest
WHERE EXISTS (
    SELECT 1
    FROM check_row AS own CROSS JOIN check_row AS other ON other.key = own.key AND other.claim <> own.claim
    WHERE own.claim = check_rest.claim_id
)
