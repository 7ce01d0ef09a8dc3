-- Title: the slots of marked claims about shares and counts, which add up with others of their articles
INSERT OR IGNORE INTO check_anchor
SELECT slot.canonical_id
FROM check_marked
CROSS JOIN claim ON claim.id = check_marked.claim_id
CROSS JOIN slot ON slot.id = claim.slot_id
CROSS JOIN predicate ON predicate.id = slot.predicate_id AND predicate.key IN ('share', 'vote_share', 'staff', 'deaths', 'injured', 'figure')
