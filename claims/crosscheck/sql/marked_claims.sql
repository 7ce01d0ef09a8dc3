-- Title: the marked claims, with what each answers
SELECT
    slot.subject_id,
    subject.merged_into_id AS subject_merged_into_id,
    slot.predicate_id,
    slot.canonical_id,
    compared.*
FROM (SELECT DISTINCT claim_id FROM check_marked) AS marked
CROSS JOIN check_compared AS compared ON compared.claim_id = marked.claim_id
CROSS JOIN slot ON slot.id = compared.slot_id
CROSS JOIN entity AS subject ON subject.id = slot.subject_id
