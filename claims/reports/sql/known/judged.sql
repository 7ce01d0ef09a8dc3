judged AS (  -- the last word on each claim's content
    SELECT standing.claim_id, max(standing.id) AS verdict_id
    FROM standing
    WHERE standing.about = 'content'
    GROUP BY standing.claim_id
)
