-- Title: one sentence of each wording, as its text writes it (parameters: a JSON list of wordings, most characters)
SELECT
    wording.id,
    substr(text.body, sentence.start_cp + 1, min(sentence.end_cp - sentence.start_cp, ?2)) AS sentence,
    article.language
FROM json_each(?1) AS listed
CROSS JOIN wording ON wording.id = listed.value
CROSS JOIN sentence
    ON sentence.id = (SELECT min(sentence_id) FROM wording_place WHERE wording_id = wording.id)
CROSS JOIN revision ON revision.id = sentence.revision_id
CROSS JOIN article ON article.id = revision.article_id
CROSS JOIN text ON text.sha256 = revision.text_sha256
