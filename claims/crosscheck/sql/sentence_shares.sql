-- Title: votes of an election that nobody names, sentence by sentence where one gives those of several parties
-- Live mentions of claims in slots without separators that are, or stand beside, an anchor slot's.
WITH anchored (sentence_id) AS (
    SELECT DISTINCT mention.sentence_id
    FROM check_anchor
    CROSS JOIN slot ON slot.canonical_id = check_anchor.slot_id
    CROSS JOIN predicate ON predicate.id = slot.predicate_id AND predicate.key = 'vote_share'
    CROSS JOIN claim ON claim.slot_id = slot.id
    CROSS JOIN mention ON mention.claim_id = claim.id
    WHERE mention.sentence_id IS NOT NULL
)
SELECT DISTINCT
    mention.sentence_id, slot.canonical_id AS slot_id, slot.subject_id, claim.id AS claim_id, check_row.lo
FROM anchored
CROSS JOIN mention ON mention.sentence_id = anchored.sentence_id AND mention.state IN ('suggested', 'accepted')
CROSS JOIN revision ON revision.id = mention.revision_id
CROSS JOIN article ON article.id = revision.article_id
    AND article.revisions = revision.number AND article.withdrawn_at IS NULL
CROSS JOIN claim ON claim.id = mention.claim_id AND claim.value_type = 'quantity'
CROSS JOIN slot ON slot.id = claim.slot_id
    AND NOT EXISTS (SELECT 1 FROM qualifier WHERE qualifier.slot_id = slot.canonical_id)
CROSS JOIN predicate ON predicate.id = slot.predicate_id AND predicate.key = 'vote_share'
CROSS JOIN check_row ON check_row.key = slot.canonical_id * 8 AND check_row.claim = claim.id
    AND check_row.kind = 'asserted' AND check_row.unscoped = 0 AND check_row.dimension = 'percent'
    AND check_row.lo IS NOT NULL
ORDER BY mention.sentence_id, slot.canonical_id, claim.id
