-- Title: the slots of the votes that one sentence gives together with those of an examined slot
INSERT OR IGNORE INTO check_anchor
SELECT other.canonical_id
FROM check_examined
CROSS JOIN slot ON slot.id = check_examined.slot_id
CROSS JOIN predicate ON predicate.id = slot.predicate_id AND predicate.key = 'vote_share'
CROSS JOIN claim ON claim.slot_id = slot.id
CROSS JOIN mention ON mention.claim_id = claim.id
CROSS JOIN mention AS beside ON beside.sentence_id = mention.sentence_id
CROSS JOIN claim AS its ON its.id = beside.claim_id
CROSS JOIN slot AS other ON other.id = its.slot_id AND other.predicate_id = slot.predicate_id
