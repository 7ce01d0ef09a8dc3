-- Title: the slots of speakers to whom words are attributed that a changed claim attributes too
-- Word for word through an index of texts, nearly so through the sentences that are written alike.
INSERT OR IGNORE INTO check_anchor
WITH changed (id, value_key) AS (
    SELECT claim.id, claim.value_key
    FROM check_slot
    CROSS JOIN claim INDEXED BY ix_claim_worded_slot_id
        ON claim.slot_id = check_slot.slot_id AND claim.value_type = 'string'
    WHERE check_slot.whole
    UNION
    SELECT claim.id, claim.value_key
    FROM check_marked CROSS JOIN claim ON claim.id = check_marked.claim_id AND claim.value_type = 'string'
)
SELECT slot.canonical_id
FROM changed AS claim
CROSS JOIN claim AS same ON same.value_type = 'string' AND same.value_key = claim.value_key
CROSS JOIN slot ON slot.id = same.slot_id
UNION
SELECT slot.canonical_id
FROM changed AS claim
CROSS JOIN mention ON mention.claim_id = claim.id AND mention.voice = 'quote'
CROSS JOIN wording_place AS place ON place.sentence_id = mention.sentence_id
CROSS JOIN wording_pair AS pair ON pair.wording_id = place.wording_id
CROSS JOIN wording_place AS beside ON beside.wording_id = pair.other_id
CROSS JOIN mention AS near ON near.sentence_id = beside.sentence_id AND near.voice = 'quote'
CROSS JOIN claim AS same ON same.id = near.claim_id AND same.value_type = 'string'
CROSS JOIN slot ON slot.id = same.slot_id
UNION
SELECT slot.canonical_id
FROM changed AS claim
CROSS JOIN mention ON mention.claim_id = claim.id AND mention.voice = 'quote'
CROSS JOIN wording_place AS place ON place.sentence_id = mention.sentence_id
CROSS JOIN wording_pair AS pair ON pair.other_id = place.wording_id
CROSS JOIN wording_place AS beside ON beside.wording_id = pair.wording_id
CROSS JOIN mention AS near ON near.sentence_id = beside.sentence_id AND near.voice = 'quote'
CROSS JOIN claim AS same ON same.id = near.claim_id AND same.value_type = 'string'
CROSS JOIN slot ON slot.id = same.slot_id
