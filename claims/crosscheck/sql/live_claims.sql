-- Title: the claims of the examined slots that a live mention makes, question by question
-- Live: suggested or accepted, in the newest revision of an article that is not withdrawn.
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
FROM check_examined AS examined
CROSS JOIN claim ON claim.slot_id = examined.slot_id
LEFT JOIN unit ON unit.id = claim.unit_id
LEFT JOIN entity ON entity.id = claim.value_entity_id
WHERE EXISTS (
    SELECT 1
    FROM mention
    CROSS JOIN revision ON revision.id = mention.revision_id
    CROSS JOIN article ON article.id = revision.article_id
        AND article.revisions = revision.number AND article.withdrawn_at IS NULL
    WHERE mention.claim_id = claim.id AND mention.state IN ('suggested', 'accepted')
)
ORDER BY examined.root, examined.predicate_id
