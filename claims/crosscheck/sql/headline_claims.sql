-- Title: what titles claim in the flagged questions, each with what the same text says of the same question
-- `alone` is 1 where no live mention outside titles makes the claim. Live mentions only.
SELECT DISTINCT
    check_flagged.key / 8 AS slot_id, check_row.claim AS title_claim, revision.id AS revision_id,
    body.claim_id AS body_claim,
    NOT EXISTS (
        SELECT 1
        FROM mention AS printed
        CROSS JOIN revision AS told ON told.id = printed.revision_id
        CROSS JOIN article AS teller ON teller.id = told.article_id
            AND teller.revisions = told.number AND teller.withdrawn_at IS NULL
        WHERE printed.claim_id = check_row.claim AND printed.field = 'text'
            AND printed.state IN ('suggested', 'accepted')
    ) AS alone
FROM check_flagged
CROSS JOIN check_row ON check_row.key = check_flagged.key
CROSS JOIN mention INDEXED BY ix_mention_title_claim_id ON mention.claim_id = check_row.claim AND mention.field = 'title'
    AND mention.state IN ('suggested', 'accepted')
CROSS JOIN revision ON revision.id = mention.revision_id
CROSS JOIN article ON article.id = revision.article_id
    AND article.revisions = revision.number AND article.withdrawn_at IS NULL
CROSS JOIN mention AS body ON body.revision_id = revision.id AND body.field = 'text'
    AND body.state IN ('suggested', 'accepted')
ORDER BY slot_id
