-- Title: the claims whose rows are derived one by one, question by question
-- Takes part: check_rest (live claims).
SELECT
    examined.root,
    examined.predicate_id,
    examined.canonical_id,
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
FROM check_rest AS examined
CROSS JOIN claim ON claim.id = examined.claim_id
LEFT JOIN unit ON unit.id = claim.unit_id
LEFT JOIN entity ON entity.id = claim.value_entity_id
ORDER BY examined.root, examined.predicate_id
