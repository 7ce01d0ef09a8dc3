-- Title: words that anchor slots attribute in quotation marks, with the same or alike in another slot
-- Live mentions only. The caller compares the speakers, and the words that are not the same.
WITH
own AS (
    SELECT check_anchor.slot_id, claim.id AS claim_id, claim.value_key, claim.value_text
    FROM check_anchor
    CROSS JOIN slot ON slot.canonical_id = check_anchor.slot_id
    CROSS JOIN claim INDEXED BY ix_claim_worded_slot_id
        ON claim.slot_id = slot.id AND claim.value_type = 'string'
),
beside (slot_id, claim_id, value_text, other_id) AS (
    SELECT own.slot_id, own.claim_id, own.value_text, other.id
    FROM own CROSS JOIN claim AS other ON other.value_type = 'string' AND other.value_key = own.value_key
    UNION
    SELECT own.slot_id, own.claim_id, own.value_text, other.id
    FROM own
    CROSS JOIN mention ON mention.claim_id = own.claim_id AND mention.voice = 'quote'
    CROSS JOIN wording_place AS place ON place.sentence_id = mention.sentence_id
    CROSS JOIN wording_pair AS pair ON pair.wording_id = place.wording_id
    CROSS JOIN wording_place AS beside ON beside.wording_id = pair.other_id
    CROSS JOIN mention AS near ON near.sentence_id = beside.sentence_id AND near.voice = 'quote'
    CROSS JOIN claim AS other ON other.id = near.claim_id AND other.value_type = 'string'
    UNION
    SELECT own.slot_id, own.claim_id, own.value_text, other.id
    FROM own
    CROSS JOIN mention ON mention.claim_id = own.claim_id AND mention.voice = 'quote'
    CROSS JOIN wording_place AS place ON place.sentence_id = mention.sentence_id
    CROSS JOIN wording_pair AS pair ON pair.other_id = place.wording_id
    CROSS JOIN wording_place AS beside ON beside.wording_id = pair.wording_id
    CROSS JOIN mention AS near ON near.sentence_id = beside.sentence_id AND near.voice = 'quote'
    CROSS JOIN claim AS other ON other.id = near.claim_id AND other.value_type = 'string'
)
SELECT
    beside.slot_id, beside.claim_id, beside.value_text, other.id AS other_id, slot.canonical_id AS other_slot,
    other.value_text AS other_text, other.value_key AS other_key, speaker.id AS speaker_id, speaker.kind, speaker.merged_into_id,
    also.id AS also_id, also.kind AS also_kind, also.merged_into_id AS also_merged_into_id,
    NOT EXISTS (
        SELECT 1
        FROM mention AS here
        CROSS JOIN revision AS of_here ON of_here.id = here.revision_id
        CROSS JOIN mention AS there ON there.claim_id = other.id
        CROSS JOIN revision AS of_there ON of_there.id = there.revision_id
        WHERE here.claim_id = beside.claim_id AND of_there.article_id = of_here.article_id
    ) AS elsewhere
FROM beside
CROSS JOIN claim AS other ON other.id = beside.other_id
CROSS JOIN slot ON slot.id = other.slot_id AND slot.canonical_id <> beside.slot_id
CROSS JOIN entity AS also ON also.id = slot.subject_id
CROSS JOIN slot AS asked ON asked.id = beside.slot_id
CROSS JOIN entity AS speaker ON speaker.id = asked.subject_id
WHERE EXISTS (
    SELECT 1
    FROM mention
    CROSS JOIN revision ON revision.id = mention.revision_id
    CROSS JOIN article ON article.id = revision.article_id
        AND article.revisions = revision.number AND article.withdrawn_at IS NULL
    WHERE mention.claim_id = beside.claim_id AND mention.voice = 'quote' AND mention.state IN ('suggested', 'accepted')
)
AND EXISTS (
    SELECT 1
    FROM mention
    CROSS JOIN revision ON revision.id = mention.revision_id
    CROSS JOIN article ON article.id = revision.article_id
        AND article.revisions = revision.number AND article.withdrawn_at IS NULL
    WHERE mention.claim_id = other.id AND mention.voice = 'quote' AND mention.state IN ('suggested', 'accepted')
)
ORDER BY beside.slot_id, beside.claim_id, other.id
