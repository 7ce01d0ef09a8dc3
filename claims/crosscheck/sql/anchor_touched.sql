-- Title: the slots of the findings that rest on an examined slot beside their own
-- What a finding of such a rule rests on may be gone by now; its slot is looked at again all the same.
INSERT OR IGNORE INTO check_anchor
SELECT own.canonical_id
FROM check_examined
CROSS JOIN finding_slot ON finding_slot.slot_id = check_examined.slot_id
CROSS JOIN finding ON finding.id = finding_slot.finding_id
CROSS JOIN slot AS own ON own.id = finding.slot_id
