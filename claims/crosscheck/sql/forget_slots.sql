-- Title: what the findings of a wider rule in the anchor slots rest on is noted anew (parameter: the rule)
DELETE FROM finding_slot
WHERE finding_id IN (
    SELECT finding.id
    FROM check_anchor
    CROSS JOIN slot ON slot.canonical_id = check_anchor.slot_id
    CROSS JOIN finding ON finding.slot_id = slot.id AND finding.rule = ?
)
