-- Title: the slots of the shares and votes that one article gives with those of a marked mention, or of a slot read anew
INSERT OR IGNORE INTO check_anchor
WITH changed (revision_id) AS (
    SELECT mention.revision_id
    FROM check_marked
    CROSS JOIN claim ON claim.id = check_marked.claim_id
    CROSS JOIN slot ON slot.id = claim.slot_id
    CROSS JOIN predicate ON predicate.id = slot.predicate_id AND predicate.key IN ('share', 'vote_share')
    CROSS JOIN mention ON mention.id = check_marked.mention_id
    UNION
    SELECT mention.revision_id
    FROM check_slot
    CROSS JOIN slot ON slot.id = check_slot.slot_id
    CROSS JOIN predicate ON predicate.id = slot.predicate_id AND predicate.key IN ('share', 'vote_share')
    CROSS JOIN claim ON claim.slot_id = slot.id
    CROSS JOIN mention ON mention.claim_id = claim.id
    WHERE check_slot.whole
)
SELECT slot.canonical_id
FROM changed
CROSS JOIN mention ON mention.revision_id = changed.revision_id
CROSS JOIN claim ON claim.id = mention.claim_id
CROSS JOIN slot ON slot.id = claim.slot_id
CROSS JOIN predicate ON predicate.id = slot.predicate_id AND predicate.key IN ('share', 'vote_share')
