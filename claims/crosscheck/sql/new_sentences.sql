-- Title: sentences that were not placed yet (parameters: the last placed, most characters, most rows)
SELECT
    sentence.id,
    article.language,
    substr(text.body, sentence.start_cp + 1, min(sentence.end_cp - sentence.start_cp, ?2)) AS sentence
FROM sentence
CROSS JOIN revision ON revision.id = sentence.revision_id
CROSS JOIN article ON article.id = revision.article_id
CROSS JOIN text ON text.sha256 = revision.text_sha256
WHERE sentence.id > ?1
ORDER BY sentence.id
LIMIT ?3
