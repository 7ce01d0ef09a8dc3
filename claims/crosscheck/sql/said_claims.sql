-- Title: claims by number, with what a finding writes of them (parameter: the numbers, as a JSON list)
SELECT
    claim.id, claim.snak, claim.value_key, claim.polarity, claim.modality, claim.as_of, claim.value_text,
    claim.edtf, claim.modifier, claim.amount, claim.value_bool, entity.label
FROM json_each(?) AS wanted
CROSS JOIN claim ON claim.id = wanted.value
LEFT JOIN entity ON entity.id = claim.value_entity_id
