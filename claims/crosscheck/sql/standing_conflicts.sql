-- Title: the findings that stand and rest on what the claims of a slot say, with the outline (parameters: slot, rules about verdicts)
SELECT
    finding.id, finding.rule, finding.severity, finding.state, finding.content_hash, finding.message,
    finding.slot_id, check_outline.body
FROM slot
CROSS JOIN finding ON finding.slot_id = slot.id
LEFT JOIN check_outline
    ON check_outline.slot_id = finding.slot_id AND check_outline.content_hash = finding.content_hash
WHERE slot.canonical_id = ? AND finding.state <> 'fixed' AND finding.rule NOT IN (SELECT value FROM json_each(?))
