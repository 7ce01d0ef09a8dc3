-- Title: the slots of speakers whom earlier revisions let speak where an examined slot speaks now
INSERT OR IGNORE INTO check_anchor
SELECT slot.canonical_id
FROM check_examined
CROSS JOIN claim ON claim.slot_id = check_examined.slot_id AND claim.value_type = 'string'
CROSS JOIN mention ON mention.claim_id = claim.id
CROSS JOIN revision ON revision.id = mention.revision_id
CROSS JOIN revision AS earlier ON earlier.article_id = revision.article_id AND earlier.number < revision.number
CROSS JOIN mention AS told ON told.revision_id = earlier.id
CROSS JOIN claim AS gone ON gone.id = told.claim_id AND gone.value_type = 'string'
CROSS JOIN slot ON slot.id = gone.slot_id
