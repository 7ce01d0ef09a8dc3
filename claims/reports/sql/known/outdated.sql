outdated AS MATERIALIZED (  -- verdicts that stand though something changed that nobody judged since
    SELECT standing.id AS verdict_id, standing.claim_id, changed.part, min(changed.at) AS at
    FROM standing
    JOIN verdict ON verdict.id = standing.id
    JOIN changed ON changed.verdict_id = standing.id
    WHERE NOT EXISTS (  -- a later word on the same, of any reviewer, that knew of it or settled this one
            SELECT 1
            FROM verdict AS later
            WHERE later.claim_id = standing.claim_id AND later.about = verdict.about
                AND later.mention_key = verdict.mention_key AND later.id > standing.id
                AND later.id IN (SELECT standing.id FROM standing)
                AND (changed.at <= later.created_at OR EXISTS (
                    SELECT 1 FROM verdict_considered
                    WHERE verdict_considered.verdict_id = later.id
                        AND verdict_considered.considered_id = standing.id)))
        AND EXISTS (
            SELECT 1
            FROM mention
            JOIN revision ON revision.id = mention.revision_id
            JOIN article ON article.id = revision.article_id
            WHERE mention.claim_id = standing.claim_id
                AND (mention.state <> 'rejected' OR mention.decided_at > coalesce(:as_of, '9999'))
                AND (article.withdrawn_at IS NULL OR article.withdrawn_at > coalesce(:as_of, '9999')))
    GROUP BY standing.id, standing.claim_id, changed.part
)
