-- Title: the slots of marked claims with verdicts
INSERT OR IGNORE INTO check_anchor
SELECT slot.canonical_id
FROM check_marked
CROSS JOIN claim ON claim.id = check_marked.claim_id
CROSS JOIN slot ON slot.id = claim.slot_id
WHERE EXISTS (SELECT 1 FROM verdict WHERE verdict.claim_id = claim.id)
