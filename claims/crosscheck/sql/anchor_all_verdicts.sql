-- Title: all slots of claims with verdicts
INSERT OR IGNORE INTO check_anchor
SELECT slot.canonical_id
FROM verdict
CROSS JOIN claim ON claim.id = verdict.claim_id
CROSS JOIN slot ON slot.id = claim.slot_id
