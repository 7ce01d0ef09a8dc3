-- Title: what the newest revision of an article answers in a slot (parameters: article, slot)
-- `before` tells whether an earlier revision said so too.
SELECT
    claim.id AS claim_id, mention.field, mention.start_cp, mention.end_cp,
    CASE mention.field WHEN 'title' THEN revision.title ELSE text.body END AS body,
    EXISTS (
        SELECT 1
        FROM revision AS earlier
        CROSS JOIN mention AS told ON told.revision_id = earlier.id AND told.claim_id = claim.id
            AND told.state IN ('suggested', 'accepted')
        WHERE earlier.article_id = article.id AND earlier.number < article.revisions
    ) AS before
FROM article
CROSS JOIN revision ON revision.article_id = article.id AND revision.number = article.revisions
CROSS JOIN text ON text.sha256 = revision.text_sha256
CROSS JOIN mention ON mention.revision_id = revision.id AND mention.state IN ('suggested', 'accepted')
CROSS JOIN claim ON claim.id = mention.claim_id
CROSS JOIN slot ON slot.id = claim.slot_id
WHERE article.id = ?1 AND slot.canonical_id = ?2
ORDER BY claim.id, mention.id
