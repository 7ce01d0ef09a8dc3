-- Title: in which live articles wordings stand (parameter: a JSON list of wordings)
SELECT DISTINCT place.wording_id, article.id AS article_id, article.published
FROM json_each(?) AS listed
CROSS JOIN wording_place AS place ON place.wording_id = listed.value
CROSS JOIN sentence ON sentence.id = place.sentence_id
CROSS JOIN revision ON revision.id = sentence.revision_id
CROSS JOIN article ON article.id = revision.article_id
    AND article.revisions = revision.number AND article.withdrawn_at IS NULL
