-- Title: what one speaker says in an anchor slot, where it is more than one thing
-- Live mentions that attribute a claim to somebody who is named, by slot and speaker.
SELECT DISTINCT check_anchor.slot_id, slot.predicate_id, mention.speaker_id, entity.merged_into_id, claim.id AS claim_id
FROM check_anchor
CROSS JOIN slot ON slot.canonical_id = check_anchor.slot_id
CROSS JOIN claim ON claim.slot_id = slot.id AND claim.value_type IS NOT 'string'
CROSS JOIN mention ON mention.claim_id = claim.id AND mention.speaker_id IS NOT NULL
    AND mention.state IN ('suggested', 'accepted')
CROSS JOIN revision ON revision.id = mention.revision_id
CROSS JOIN article ON article.id = revision.article_id
    AND article.revisions = revision.number AND article.withdrawn_at IS NULL
CROSS JOIN entity ON entity.id = mention.speaker_id
ORDER BY check_anchor.slot_id
