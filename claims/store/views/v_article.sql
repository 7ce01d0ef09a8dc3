-- Title: one row per article, as its newest revision has it

CREATE VIEW v_article AS
SELECT
    article.id AS article_id,
    article.external_id AS external_id,
    revision.title AS title,
    article.outlet AS outlet,
    article.author AS author,
    article.url AS url,
    article.published AS published,
    article.language AS language,
    article.revisions AS revision,
    revision.id AS revision_id,
    revision.imported_at AS imported_at,
    article.withdrawn_at AS withdrawn_at,
    (SELECT count(*) FROM sentence WHERE revision_id = revision.id) AS sentences,
    (SELECT count(*) FROM mention WHERE revision_id = revision.id) AS mentions,
    (SELECT count(*) FROM mention WHERE revision_id = revision.id AND state = 'accepted') AS accepted,
    (SELECT count(*) FROM mention WHERE revision_id = revision.id AND state = 'rejected') AS rejected,
    (SELECT count(*) FROM correction WHERE article_id = article.id AND retracted_at IS NULL) AS corrections
FROM article
LEFT JOIN revision ON revision.article_id = article.id AND revision.number = article.revisions
