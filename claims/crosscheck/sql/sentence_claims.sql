-- Title: the claims that sentences make, with their slots (parameter: a JSON list of sentences)
SELECT DISTINCT mention.sentence_id, mention.claim_id, slot.canonical_id AS slot_id
FROM json_each(?) AS listed
CROSS JOIN mention ON mention.sentence_id = listed.value AND mention.state IN ('suggested', 'accepted')
CROSS JOIN claim ON claim.id = mention.claim_id
LEFT JOIN slot ON slot.id = claim.slot_id
ORDER BY mention.sentence_id, mention.claim_id
