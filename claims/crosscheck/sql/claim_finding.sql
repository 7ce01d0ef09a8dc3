-- Title: a finding that stands and rests on what the claims of a slot say (parameters: slot, rules about verdicts)
SELECT 1
FROM slot CROSS JOIN finding ON finding.slot_id = slot.id
WHERE slot.canonical_id = ? AND finding.state <> 'fixed' AND finding.rule NOT IN (SELECT value FROM json_each(?))
LIMIT 1
