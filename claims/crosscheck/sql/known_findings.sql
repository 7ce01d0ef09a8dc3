-- Title: the findings in the inspected slots, with the slot that stands for theirs
SELECT
    finding.id, finding.rule, finding.severity, finding.state, finding.content_hash, finding.message,
    finding.slot_id, check_inspected.canonical_id
FROM check_inspected CROSS JOIN finding ON finding.slot_id = check_inspected.slot_id
ORDER BY finding.id
