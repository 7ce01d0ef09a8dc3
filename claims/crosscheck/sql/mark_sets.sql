-- Title: what the sentences of marked mentions name beside them, where a question takes a set
-- Whether a value stands alone or in a set depends on the others of its sentence.
INSERT OR IGNORE INTO check_marked (claim_id, mention_id)
SELECT other.claim_id, other.id
FROM check_marked
CROSS JOIN claim ON claim.id = check_marked.claim_id
CROSS JOIN slot ON slot.id = claim.slot_id
CROSS JOIN predicate ON predicate.id = slot.predicate_id AND predicate.cardinality = 'set'
CROSS JOIN mention ON mention.id = check_marked.mention_id
CROSS JOIN mention AS other ON other.sentence_id = mention.sentence_id
CROSS JOIN claim AS beside ON beside.id = other.claim_id
CROSS JOIN slot AS theirs ON theirs.id = beside.slot_id AND theirs.canonical_id = slot.canonical_id
