-- Title: all slots in which something is dated after an article that says so
-- Nothing that lies before the first article of all can be.
INSERT OR IGNORE INTO check_anchor
SELECT slot.canonical_id
FROM claim CROSS JOIN slot ON slot.id = claim.slot_id
WHERE claim.day_lo > (
        SELECT min(CAST(julianday(substr(published, 1, 10)) - 2440587.5 AS INTEGER))
        FROM article WHERE length(published) >= 10
    )
    AND claim.modality = 'happened' AND claim.polarity = 'asserted'
    AND EXISTS (
        SELECT 1
        FROM mention
        CROSS JOIN revision ON revision.id = mention.revision_id
        CROSS JOIN article ON article.id = revision.article_id AND length(article.published) >= 10
            AND CAST(julianday(substr(article.published, 1, 10)) - 2440587.5 AS INTEGER) < claim.day_lo
        WHERE mention.claim_id = claim.id AND mention.state IN ('suggested', 'accepted')
    )
