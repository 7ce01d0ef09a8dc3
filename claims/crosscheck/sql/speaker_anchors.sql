-- Title: the slots of speakers whom earlier revisions let speak where a changed mention speaks now
INSERT OR IGNORE INTO check_anchor
WITH changed (revision_id) AS (
    SELECT mention.revision_id
    FROM check_slot
    CROSS JOIN claim INDEXED BY ix_claim_worded_slot_id
        ON claim.slot_id = check_slot.slot_id AND claim.value_type = 'string'
    CROSS JOIN mention ON mention.claim_id = claim.id
    WHERE check_slot.whole
    UNION
    SELECT mention.revision_id
    FROM check_marked
    CROSS JOIN claim ON claim.id = check_marked.claim_id AND claim.value_type = 'string'
    CROSS JOIN mention ON mention.id = check_marked.mention_id
)
SELECT slot.canonical_id
FROM changed
CROSS JOIN revision ON revision.id = changed.revision_id
CROSS JOIN revision AS earlier ON earlier.article_id = revision.article_id AND earlier.number < revision.number
CROSS JOIN mention AS told ON told.revision_id = earlier.id
CROSS JOIN claim AS gone ON gone.id = told.claim_id AND gone.value_type = 'string'
CROSS JOIN slot ON slot.id = gone.slot_id
