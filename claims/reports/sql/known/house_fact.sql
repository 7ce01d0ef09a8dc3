house_fact AS (  -- rulings that were neither replaced nor withdrawn by then
    SELECT ruling.id, ruling.slot_id, ruling.claim_id, ruling.reviewer_id, ruling.created_at, ruling.valid_until
    FROM ruling
    WHERE ruling.created_at <= coalesce(:as_of, '9999') AND ruling.retracts = 0
        AND NOT EXISTS (
            SELECT 1 FROM ruling AS later
            WHERE later.supersedes_id = ruling.id AND later.created_at <= coalesce(:as_of, '9999'))
)
