-- Title: where wordings stand in live articles and no mention was ever made (parameter: a JSON list of wordings)
SELECT
    place.wording_id AS key,
    sentence.id AS sentence_id,
    sentence.kind,
    sentence.start_cp,
    sentence.end_cp,
    revision.id AS revision_id,
    substr(text.body, sentence.start_cp + 1, sentence.end_cp - sentence.start_cp) AS quote,
    substr(text.body, max(sentence.start_cp - 31, 1), min(sentence.start_cp, 32)) AS prefix,
    substr(text.body, sentence.end_cp + 1, 32) AS suffix
FROM json_each(?) AS listed
CROSS JOIN wording_place AS place ON place.wording_id = listed.value
CROSS JOIN sentence ON sentence.id = place.sentence_id AND sentence.kind IN ('claims', 'open')
CROSS JOIN revision ON revision.id = sentence.revision_id
CROSS JOIN article ON article.id = revision.article_id
    AND article.revisions = revision.number AND article.withdrawn_at IS NULL
CROSS JOIN text ON text.sha256 = revision.text_sha256
WHERE NOT EXISTS (SELECT 1 FROM mention WHERE mention.sentence_id = sentence.id)
ORDER BY sentence.id
