-- Title: the slots of speakers to whom words are attributed that an examined slot attributes too
-- Word for word through an index of texts, nearly so through the sentences that are written alike.
INSERT OR IGNORE INTO check_anchor
SELECT slot.canonical_id
FROM check_examined
CROSS JOIN claim ON claim.slot_id = check_examined.slot_id AND claim.value_type = 'string'
CROSS JOIN claim AS same ON same.value_type = 'string' AND same.value_key = claim.value_key
CROSS JOIN slot ON slot.id = same.slot_id
UNION
SELECT slot.canonical_id
FROM check_examined
CROSS JOIN claim ON claim.slot_id = check_examined.slot_id AND claim.value_type = 'string'
CROSS JOIN mention ON mention.claim_id = claim.id AND mention.voice = 'quote'
CROSS JOIN wording_place AS place ON place.sentence_id = mention.sentence_id
CROSS JOIN wording_pair AS pair ON pair.wording_id = place.wording_id
CROSS JOIN wording_place AS beside ON beside.wording_id = pair.other_id
CROSS JOIN mention AS near ON near.sentence_id = beside.sentence_id AND near.voice = 'quote'
CROSS JOIN claim AS same ON same.id = near.claim_id AND same.value_type = 'string'
CROSS JOIN slot ON slot.id = same.slot_id
UNION
SELECT slot.canonical_id
FROM check_examined
CROSS JOIN claim ON claim.slot_id = check_examined.slot_id AND claim.value_type = 'string'
CROSS JOIN mention ON mention.claim_id = claim.id AND mention.voice = 'quote'
CROSS JOIN wording_place AS place ON place.sentence_id = mention.sentence_id
CROSS JOIN wording_pair AS pair ON pair.other_id = place.wording_id
CROSS JOIN wording_place AS beside ON beside.wording_id = pair.wording_id
CROSS JOIN mention AS near ON near.sentence_id = beside.sentence_id AND near.voice = 'quote'
CROSS JOIN claim AS same ON same.id = near.claim_id AND same.value_type = 'string'
CROSS JOIN slot ON slot.id = same.slot_id
