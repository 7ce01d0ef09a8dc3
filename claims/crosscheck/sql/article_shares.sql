-- Title: shares of which only a common noun says what they are of, with the others of it in one article
-- Live mentions of claims in such slots, of the articles that give one of an anchor slot.
WITH anchored (revision_id) AS (
    SELECT DISTINCT mention.revision_id
    FROM check_anchor
    CROSS JOIN slot ON slot.canonical_id = check_anchor.slot_id
    CROSS JOIN predicate ON predicate.id = slot.predicate_id AND predicate.key = 'share'
    CROSS JOIN claim ON claim.slot_id = slot.id
    CROSS JOIN mention ON mention.claim_id = claim.id
    WHERE (SELECT count(*) FROM qualifier WHERE qualifier.slot_id = slot.canonical_id) = 1
)
SELECT DISTINCT
    revision.id AS revision_id, asked.qualifiers_hash, entity.kind, asked.id AS slot_id, asked.subject_id,
    claim.id AS claim_id, row.lo, row.as_of_lo, row.as_of_hi
FROM anchored
CROSS JOIN revision ON revision.id = anchored.revision_id
CROSS JOIN article ON article.id = revision.article_id
    AND article.revisions = revision.number AND article.withdrawn_at IS NULL
CROSS JOIN mention ON mention.revision_id = revision.id AND mention.state IN ('suggested', 'accepted')
CROSS JOIN claim ON claim.id = mention.claim_id AND claim.value_type = 'quantity'
CROSS JOIN slot ON slot.id = claim.slot_id
CROSS JOIN slot AS asked ON asked.id = slot.canonical_id
CROSS JOIN predicate ON predicate.id = asked.predicate_id AND predicate.key = 'share'
CROSS JOIN entity ON entity.id = asked.subject_id
CROSS JOIN check_row AS row ON row.key = asked.id * 8 AND row.claim = claim.id
    AND row.kind = 'asserted' AND row.unscoped = 0 AND row.dimension = 'percent' AND row.lo IS NOT NULL
WHERE (SELECT max(qualifier.key) FROM qualifier WHERE qualifier.slot_id = asked.id) = 'of'
    AND (SELECT count(*) FROM qualifier WHERE qualifier.slot_id = asked.id) = 1
ORDER BY revision.id, asked.qualifiers_hash, entity.kind, asked.id, claim.id
