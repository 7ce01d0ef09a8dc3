-- Title: what one speaker is said to say in two sentences of an anchor slot that are alike, and in what those differ
-- Live mentions only, each pair once. The caller compares the words and the days.
WITH told AS (
    SELECT check_anchor.slot_id, claim.id AS claim_id, claim.value_text, mention.sentence_id, article.published, article.id AS article_id
    FROM check_anchor
    CROSS JOIN slot ON slot.canonical_id = check_anchor.slot_id
    CROSS JOIN claim ON claim.slot_id = slot.id AND claim.value_type = 'string' AND claim.polarity = 'asserted'
    CROSS JOIN mention ON mention.claim_id = claim.id AND mention.state IN ('suggested', 'accepted')
    CROSS JOIN revision ON revision.id = mention.revision_id
    CROSS JOIN article ON article.id = revision.article_id
        AND article.revisions = revision.number AND article.withdrawn_at IS NULL
)
SELECT DISTINCT
    told.slot_id, told.claim_id, told.value_text, told.published,
    other.id AS other_id, other.value_text AS other_text, article.published AS other_published,
    pair.unlike, pair.apart, article.id <> told.article_id AS elsewhere
FROM told
CROSS JOIN wording_place AS place ON place.sentence_id = told.sentence_id
CROSS JOIN wording_pair AS pair ON pair.wording_id = place.wording_id
CROSS JOIN wording_place AS beside ON beside.wording_id = pair.other_id
CROSS JOIN mention AS near ON near.sentence_id = beside.sentence_id AND near.state IN ('suggested', 'accepted')
CROSS JOIN claim AS other ON other.id = near.claim_id AND other.id <> told.claim_id
    AND other.value_type = 'string' AND other.polarity = 'asserted'
CROSS JOIN slot ON slot.id = other.slot_id AND slot.canonical_id = told.slot_id
CROSS JOIN revision ON revision.id = near.revision_id
CROSS JOIN article ON article.id = revision.article_id
    AND article.revisions = revision.number AND article.withdrawn_at IS NULL
ORDER BY told.slot_id, told.claim_id, other.id
