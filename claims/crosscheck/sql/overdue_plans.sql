-- Title: the plans in the anchor slots, and whether their day has passed (parameter: today, as a number)
-- Plans that live mentions make. A slot with any plan that lies ahead has been put off, not missed.
SELECT check_anchor.slot_id, claim.id AS claim_id, claim.day_hi, claim.day_hi <= ? AS passed
FROM check_anchor
CROSS JOIN slot ON slot.canonical_id = check_anchor.slot_id
CROSS JOIN claim INDEXED BY ix_claim_planned_slot_id ON claim.slot_id = slot.id
    AND claim.modality = 'planned' AND claim.value_type = 'date' AND claim.day_hi IS NOT NULL
WHERE claim.polarity = 'asserted' AND EXISTS (
    SELECT 1
    FROM mention
    CROSS JOIN revision ON revision.id = mention.revision_id
    CROSS JOIN article ON article.id = revision.article_id
        AND article.revisions = revision.number AND article.withdrawn_at IS NULL
    WHERE mention.claim_id = claim.id AND mention.state IN ('suggested', 'accepted')
)
ORDER BY check_anchor.slot_id, claim.id
