-- Title: the marked claims, with what each answers
SELECT
    slot.subject_id,
    subject.merged_into_id AS subject_merged_into_id,
    slot.predicate_id,
    slot.canonical_id,
    claim.id AS claim_id,
    claim.snak,
    claim.polarity,
    claim.modality,
    claim.as_of,
    claim.value_type,
    claim.value_text,
    claim.edtf,
    claim.modifier,
    claim.date_lo,
    claim.date_hi,
    claim.day_lo,
    claim.day_hi,
    claim.amount,
    claim.number_lo,
    claim.number_hi,
    claim.value_bool,
    unit.dimension AS dimension,
    claim.value_entity_id,
    entity.merged_into_id
FROM (SELECT DISTINCT claim_id FROM check_marked) AS marked
CROSS JOIN claim ON claim.id = marked.claim_id
CROSS JOIN slot ON slot.id = claim.slot_id
CROSS JOIN entity AS subject ON subject.id = slot.subject_id
LEFT JOIN unit ON unit.id = claim.unit_id
LEFT JOIN entity ON entity.id = claim.value_entity_id
