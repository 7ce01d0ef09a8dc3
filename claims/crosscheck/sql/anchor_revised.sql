-- Title: the slots of marked mentions of articles that were revised
INSERT OR IGNORE INTO check_anchor
SELECT slot.canonical_id
FROM check_marked
CROSS JOIN mention ON mention.id = check_marked.mention_id
CROSS JOIN revision ON revision.id = mention.revision_id
CROSS JOIN article ON article.id = revision.article_id AND article.revisions > 1
CROSS JOIN claim ON claim.id = check_marked.claim_id
CROSS JOIN slot ON slot.id = claim.slot_id
