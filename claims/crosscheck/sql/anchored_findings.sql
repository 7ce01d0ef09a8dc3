-- Title: the findings of a wider rule in the anchor slots, with the slot that stands for theirs (parameter: the rule)
SELECT
    finding.id, finding.rule, finding.severity, finding.state, finding.content_hash, finding.message,
    finding.slot_id, slot.canonical_id
FROM check_anchor
CROSS JOIN slot ON slot.canonical_id = check_anchor.slot_id
CROSS JOIN finding ON finding.slot_id = slot.id AND finding.rule = ?
ORDER BY finding.id
