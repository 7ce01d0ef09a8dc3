-- Title: where wordings stand in live articles, with the claims made there (parameter: a JSON list of wordings)
-- Live: in the newest revision of an article that is not withdrawn; claims of mentions not rejected.
SELECT DISTINCT
    place.wording_id,
    mention.claim_id,
    slot.canonical_id AS slot_id
FROM json_each(?) AS listed
CROSS JOIN wording_place AS place ON place.wording_id = listed.value
CROSS JOIN sentence ON sentence.id = place.sentence_id
CROSS JOIN revision ON revision.id = sentence.revision_id
CROSS JOIN article ON article.id = revision.article_id
    AND article.revisions = revision.number AND article.withdrawn_at IS NULL
CROSS JOIN mention ON mention.sentence_id = sentence.id AND mention.state IN ('suggested', 'accepted')
CROSS JOIN claim ON claim.id = mention.claim_id
LEFT JOIN slot ON slot.id = claim.slot_id
ORDER BY place.wording_id, mention.claim_id
