-- Title: one row per mention, with its article, claim, standing verdict and open findings
-- The view that a data journalist opens first: nothing is multiplied by joins.

CREATE VIEW v_mention AS
SELECT
    mention.id AS mention_id,
    claim.id AS claim_id,
    claim.slot_id AS slot_id,
    article.id AS article_id,
    article.external_id AS external_id,
    revision.title AS title,
    article.outlet AS outlet,
    article.published AS published,
    revision.number AS revision,
    sentence.number AS sentence_no,
    mention.start_cp AS start_cp,
    mention.end_cp AS end_cp,
    mention.quote AS quote,
    mention.state AS state,
    subject.id AS subject_id,
    subject.label AS subject,
    predicate.key AS predicate,
    predicate.label_de AS predicate_de,
    predicate.label_en AS predicate_en,
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
    mention.hedged AS hedged,
    speaker.id AS speaker_id,
    speaker.label AS speaker,
    mention.voice AS voice,
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
    (SELECT count(*) FROM finding_member JOIN finding ON finding.id = finding_member.finding_id
     WHERE finding_member.claim_id = claim.id AND finding.state IN ('open', 'acknowledged', 'reopened')) AS findings_open,
    mention.field AS field,
    mention.score AS score,
    article.revisions = revision.number AND article.withdrawn_at IS NULL AND mention.state <> 'rejected' AS live
FROM mention
JOIN claim ON claim.id = mention.claim_id
JOIN revision ON revision.id = mention.revision_id
JOIN article ON article.id = revision.article_id
LEFT JOIN sentence ON sentence.id = mention.sentence_id
LEFT JOIN slot ON slot.id = claim.slot_id
LEFT JOIN slot AS canonical ON canonical.id = slot.canonical_id
LEFT JOIN entity AS subject ON subject.id = coalesce(canonical.subject_id, mention.subject_id)
LEFT JOIN predicate ON predicate.id = slot.predicate_id
LEFT JOIN unit ON unit.id = claim.unit_id
LEFT JOIN entity AS value_entity ON value_entity.id = claim.value_entity_id
LEFT JOIN entity AS speaker ON speaker.id = mention.speaker_id
LEFT JOIN verdict ON verdict.id = (
    SELECT max(newest.id) FROM verdict AS newest
    WHERE newest.claim_id = claim.id AND newest.about = 'content' AND newest.rating_id IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM verdict AS later WHERE later.supersedes_id = newest.id))
LEFT JOIN rating ON rating.id = verdict.rating_id
LEFT JOIN reviewer ON reviewer.id = verdict.reviewer_id
