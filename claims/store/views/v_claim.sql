-- Title: one row per claim, in words and in columns, with its standing verdict
-- `claim` is the whole claim in a line, `value` its answer; both use the vocabulary's keys.

CREATE VIEW v_claim AS
SELECT
    claim.id AS claim_id,
    claim.slot_id AS slot_id,
    slot.canonical_id AS canonical_slot_id,
    coalesce(subject.label || ' · ', '')
        || CASE claim.polarity WHEN 'negated' THEN 'not ' ELSE '' END
        || coalesce(predicate.key || ' · ', '')
        || CASE
            WHEN claim.snak = 'novalue' THEN 'no value'
            WHEN claim.snak = 'somevalue' THEN coalesce(nullif(claim.value_text, ''), 'some value')
            WHEN claim.value_type = 'date' THEN coalesce(claim.modifier || ' ', '') || claim.edtf
            WHEN claim.value_type = 'entity' THEN value_entity.label
            WHEN claim.value_type = 'boolean' THEN CASE claim.value_bool WHEN 1 THEN 'yes' ELSE 'no' END
            ELSE claim.value_text END
        || coalesce(' · ' || (SELECT group_concat(key || '=' || value, ', ') FROM qualifier WHERE slot_id = claim.slot_id), '')
        || CASE claim.modality WHEN 'happened' THEN '' ELSE ' · ' || claim.modality END
        || CASE claim.as_of WHEN '' THEN '' ELSE ' · as of ' || claim.as_of END AS claim,
    subject.id AS subject_id,
    subject.label AS subject,
    predicate.key AS predicate,
    predicate.label_de AS predicate_de,
    predicate.label_en AS predicate_en,
    CASE
        WHEN claim.snak = 'novalue' THEN 'no value'
        WHEN claim.snak = 'somevalue' THEN coalesce(nullif(claim.value_text, ''), 'some value')
        WHEN claim.value_type = 'date' THEN coalesce(claim.modifier || ' ', '') || claim.edtf
        WHEN claim.value_type = 'entity' THEN value_entity.label
        WHEN claim.value_type = 'boolean' THEN CASE claim.value_bool WHEN 1 THEN 'yes' ELSE 'no' END
        WHEN claim.snak = 'untyped' THEN NULL
        ELSE claim.value_text END AS value,
    claim.snak AS snak,
    claim.value_type AS value_type,
    claim.value_text AS value_text,
    claim.edtf AS edtf,
    claim.date_lo AS date_lo,
    claim.date_hi AS date_hi,
    claim.amount AS amount,
    claim.number_lo AS number_lo,
    claim.number_hi AS number_hi,
    unit.code AS unit,
    value_entity.id AS value_entity_id,
    value_entity.label AS value_entity,
    claim.value_bool AS value_bool,
    claim.polarity AS polarity,
    claim.modality AS modality,
    coalesce(
        '{' || (SELECT group_concat(
            '"' || replace(replace(key, '\', '\\'), '"', '\"') || '":"'
            || replace(replace(value, '\', '\\'), '"', '\"') || '"')
            FROM (SELECT key, value FROM qualifier WHERE slot_id = claim.slot_id ORDER BY key)) || '}',
        '{}') AS qualifiers,
    claim.as_of AS as_of,
    rating.code AS rating,
    rating.truth_class AS truth_class,
    verdict.id AS verdict_id,
    reviewer.handle AS reviewed_by,
    verdict.created_at AS reviewed_at,
    (SELECT count(*) FROM mention WHERE mention.claim_id = claim.id) AS mentions,
    (SELECT count(*) FROM evidence WHERE evidence.claim_id = claim.id) AS evidence
FROM claim
LEFT JOIN slot ON slot.id = claim.slot_id
LEFT JOIN slot AS canonical ON canonical.id = slot.canonical_id
LEFT JOIN entity AS subject ON subject.id = canonical.subject_id
LEFT JOIN predicate ON predicate.id = slot.predicate_id
LEFT JOIN unit ON unit.id = claim.unit_id
LEFT JOIN entity AS value_entity ON value_entity.id = claim.value_entity_id
LEFT JOIN verdict ON verdict.id = (
    SELECT max(newest.id) FROM verdict AS newest
    WHERE newest.claim_id = claim.id AND newest.about = 'content' AND newest.rating_id IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM verdict AS later WHERE later.supersedes_id = newest.id))
LEFT JOIN rating ON rating.id = verdict.rating_id
LEFT JOIN reviewer ON reviewer.id = verdict.reviewer_id
