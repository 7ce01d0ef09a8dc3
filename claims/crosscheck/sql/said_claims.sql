-- Title: claims by number, in words, with what makes each the same within its slot (parameter: the numbers, as a JSON list)
SELECT
    claim.id, claim.snak, claim.value_key, claim.polarity, claim.modality, claim.as_of,
    CASE WHEN claim.polarity = 'negated' THEN 'not ' ELSE '' END
        || CASE WHEN claim.modality = 'planned' THEN 'planned ' ELSE '' END
        || CASE
            WHEN claim.snak = 'novalue' THEN 'none'
            WHEN claim.edtf IS NOT NULL THEN coalesce(claim.modifier || ' ', '') || claim.edtf
            WHEN entity.label IS NOT NULL THEN entity.label
            WHEN claim.value_bool IS NOT NULL THEN iif(claim.value_bool, 'true', 'false')
            ELSE coalesce(nullif(claim.value_text, ''), nullif(claim.amount, ''), '?')
        END AS words
FROM json_each(?) AS wanted
CROSS JOIN claim ON claim.id = wanted.value
LEFT JOIN entity ON entity.id = claim.value_entity_id
