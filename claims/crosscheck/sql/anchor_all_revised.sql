-- Title: all slots that earlier revisions of articles answer
INSERT OR IGNORE INTO check_anchor
SELECT slot.canonical_id
FROM article
CROSS JOIN revision ON revision.article_id = article.id AND revision.number < article.revisions
CROSS JOIN mention ON mention.revision_id = revision.id
CROSS JOIN claim ON claim.id = mention.claim_id
CROSS JOIN slot ON slot.id = claim.slot_id
WHERE article.revisions > 1
