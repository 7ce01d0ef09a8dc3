-- Title: the slots of a rule's findings that rest on an anchor slot beside their own (parameter: the rule)
-- What a finding of such a rule rests on may be gone by now; its slot is looked at again all the same.
INSERT OR IGNORE INTO check_anchor
SELECT own.canonical_id
FROM check_anchor
CROSS JOIN slot ON slot.canonical_id = check_anchor.slot_id
CROSS JOIN finding_slot ON finding_slot.slot_id = slot.id
CROSS JOIN finding ON finding.id = finding_slot.finding_id AND finding.rule = ?
CROSS JOIN slot AS own ON own.id = finding.slot_id
