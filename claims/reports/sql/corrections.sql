-- Title: What was changed in print, and how fast
-- Question: Which published passages were changed, why, and how long did it take?
-- Parameters:
--   article (article, default: all): only this article
--   since (time, default: the beginning): only errors noticed (else changes published) then or later
--   until (time, default: the end): only errors noticed (else changes published) then or earlier
--   as_of (time, default: now): what was known then: later texts, decisions, verdicts, rulings and acts are left out
-- Columns:
--   correction_id: the correction, such as k1
--   article: the article, such as a3
--   from_revision: number of the text before
--   to_revision: number of the text after
--   quote_before: the passage before
--   quote_after: the passage after
--   kind: correction, clarification, addition, retraction or unannounced
--   reason: why
--   finding_id: the finding that led to it, such as f1
--   noticed_at: when the error was noticed
--   decided_by: who decided
--   published_at: when the change was published; empty if not yet
--   hours_open: hours from noticing to publishing, or until as_of if not published
--   external_id: the article's own id

SELECT
    'k' || correction.id AS correction_id,
    'a' || correction.article_id AS article,
    before.number AS from_revision,
    after.number AS to_revision,
    correction.quote_before AS quote_before,
    correction.quote_after AS quote_after,
    correction.kind AS kind,
    correction.reason AS reason,
    'f' || correction.finding_id AS finding_id,
    correction.noticed_at AS noticed_at,
    reviewer.handle AS decided_by,
    CASE WHEN correction.published_at <= coalesce(:as_of, '9999') THEN correction.published_at END AS published_at,
    round(24.0 * (
        julianday(CASE
            WHEN correction.published_at <= coalesce(:as_of, '9999') THEN correction.published_at
            ELSE coalesce(:as_of, 'now') END)
        - julianday(correction.noticed_at)), 1) AS hours_open,
    article.external_id AS external_id
FROM correction
JOIN article ON article.id = correction.article_id
JOIN reviewer ON reviewer.id = correction.decided_by_id
LEFT JOIN revision AS before ON before.id = correction.from_revision_id
LEFT JOIN revision AS after ON after.id = correction.to_revision_id
WHERE coalesce(correction.noticed_at, correction.published_at, '') <= coalesce(:as_of, '9999')
    AND (:since IS NULL OR coalesce(correction.noticed_at, correction.published_at) >= :since) AND (:until IS NULL OR coalesce(correction.noticed_at, correction.published_at) <= :until)
    AND (correction.retracted_at IS NULL OR correction.retracted_at > coalesce(:as_of, '9999'))
    AND (:article IS NULL OR correction.article_id = :article)
ORDER BY coalesce(correction.noticed_at, correction.published_at), correction.id
