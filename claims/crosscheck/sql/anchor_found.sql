-- Title: the slots of a rule's findings, where all are examined (parameter: the rule)
INSERT OR IGNORE INTO check_anchor
SELECT slot.canonical_id
FROM finding CROSS JOIN slot ON slot.id = finding.slot_id
WHERE finding.rule = ?
