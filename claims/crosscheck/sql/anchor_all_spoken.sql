-- Title: all slots whose claims somebody who is named makes, or that quote
INSERT OR IGNORE INTO check_anchor
SELECT slot.canonical_id
FROM (SELECT DISTINCT claim_id FROM mention WHERE speaker_id IS NOT NULL) AS spoken
CROSS JOIN claim ON claim.id = spoken.claim_id
CROSS JOIN slot ON slot.id = claim.slot_id
UNION
SELECT slot.canonical_id
FROM (SELECT DISTINCT slot_id FROM claim WHERE value_type = 'string') AS quoted
CROSS JOIN slot ON slot.id = quoted.slot_id
