-- Title: all slots with plans for a day
INSERT OR IGNORE INTO check_anchor
SELECT slot.canonical_id
FROM claim INDEXED BY ix_claim_planned_slot_id
CROSS JOIN slot ON slot.id = claim.slot_id
WHERE claim.modality = 'planned' AND claim.value_type = 'date'
