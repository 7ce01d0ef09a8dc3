-- Title: the slots of marked claims that quote, that somebody who is named makes, or that an attribution conflicts about
INSERT OR IGNORE INTO check_anchor
SELECT slot.canonical_id
FROM check_marked
CROSS JOIN claim ON claim.id = check_marked.claim_id
CROSS JOIN slot ON slot.id = claim.slot_id
WHERE claim.value_type = 'string'
    OR EXISTS (SELECT 1 FROM mention WHERE mention.claim_id = claim.id AND mention.speaker_id IS NOT NULL)
    OR EXISTS (
        SELECT 1
        FROM finding_member
        CROSS JOIN finding ON finding.id = finding_member.finding_id AND finding.rule = 'attribution-conflict'
        WHERE finding_member.claim_id = claim.id
    )
