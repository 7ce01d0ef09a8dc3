-- Title: the corrections on record of an article, with the revisions that they name (parameter: the article)
SELECT correction.quote_before, earlier.number AS from_number, later.number AS to_number
FROM correction
LEFT JOIN revision AS earlier ON earlier.id = correction.from_revision_id
LEFT JOIN revision AS later ON later.id = correction.to_revision_id
WHERE correction.article_id = ? AND correction.kind <> 'unannounced' AND correction.retracted_at IS NULL
