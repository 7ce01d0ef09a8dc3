-- Title: the findings in the examined slots, with the slot that stands for theirs
SELECT
    finding.id, finding.rule, finding.severity, finding.state, finding.content_hash, finding.message,
    finding.slot_id, check_examined.canonical_id
FROM check_examined CROSS JOIN finding ON finding.slot_id = check_examined.slot_id
ORDER BY finding.id
