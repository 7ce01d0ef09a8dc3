-- Title: of all slots those are inspected where there is anything to find or to close
INSERT INTO check_ruled
SELECT root, predicate_id, canonical_id, slot_id FROM check_examined
WHERE (root, predicate_id) IN (
    SELECT root, predicate_id FROM check_examined WHERE slot_id IN (SELECT slot_id FROM ruling)
)

INSERT INTO check_inspected
SELECT root, predicate_id, canonical_id, slot_id FROM check_examined
WHERE canonical_id IN (
    SELECT key / 8 FROM check_flagged
    UNION SELECT canonical_id FROM check_ruled
    UNION SELECT slot.canonical_id FROM finding CROSS JOIN slot ON slot.id = finding.slot_id
    UNION SELECT slot.canonical_id FROM verdict
        CROSS JOIN claim ON claim.id = verdict.claim_id CROSS JOIN slot ON slot.id = claim.slot_id
)
