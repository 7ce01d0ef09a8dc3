-- Title: what of these claims is searched: subject, predicate and value in every name, and the words of the texts
-- Parameters: ids, a JSON list
-- A claim that was only ever suggested and rejected is nobody's, and not found.
WITH RECURSIVE up (start, id) AS (
    SELECT DISTINCT value_entity_id, value_entity_id FROM claim
    WHERE value_entity_id IS NOT NULL AND claim.id IN (SELECT value FROM json_each(:ids))
    UNION
    SELECT up.start, entity.merged_into_id FROM up JOIN entity ON entity.id = up.id
    WHERE entity.merged_into_id IS NOT NULL
)
SELECT
    claim.id,
    coalesce((
        SELECT group_concat(label || coalesce(' ' || label_de, '') || coalesce(' ' || label_en, ''), ' ')
        FROM entity WHERE id IN (slot.subject_id, canonical.subject_id)), '')
        || coalesce(' ' || predicate."key" || ' ' || predicate.label_de || ' ' || predicate.label_en, '')
        || CASE claim.snak WHEN 'untyped' THEN '' ELSE ' ' || claim.value_text END
        || coalesce(' ' || claim.edtf, '')
        || coalesce(' ' || (
            SELECT group_concat(label || coalesce(' ' || label_de, '') || coalesce(' ' || label_en, ''), ' ')
            FROM entity WHERE id IN (SELECT up.id FROM up WHERE up.start = claim.value_entity_id)), '')
        || coalesce(' ' || (SELECT group_concat(value, ' ') FROM qualifier WHERE slot_id = claim.slot_id), ''),
    coalesce((
        SELECT group_concat(quote, ' · ') FROM (
            SELECT quote FROM mention WHERE claim_id = claim.id AND state <> 'rejected'
            GROUP BY quote ORDER BY min(id))),
        CASE claim.snak WHEN 'untyped' THEN claim.value_text ELSE '' END),
    '[]'
FROM claim
LEFT JOIN slot ON slot.id = claim.slot_id
LEFT JOIN slot AS canonical ON canonical.id = slot.canonical_id
LEFT JOIN predicate ON predicate.id = slot.predicate_id
WHERE claim.id IN (SELECT value FROM json_each(:ids))
    AND (
        EXISTS (SELECT 1 FROM mention WHERE claim_id = claim.id AND state <> 'rejected')
        OR NOT EXISTS (SELECT 1 FROM mention WHERE claim_id = claim.id)
        OR EXISTS (SELECT 1 FROM verdict WHERE claim_id = claim.id)
        OR EXISTS (SELECT 1 FROM ruling WHERE claim_id = claim.id))
