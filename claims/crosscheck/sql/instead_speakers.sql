-- Title: what the newest revision of an article lets others say than a slot's subject (parameters: article, slot)
-- Texts only, that no earlier revision let them say.
SELECT
    claim.id AS claim_id, claim.value_text, slot.subject_id, speaker.merged_into_id,
    mention.field, mention.start_cp, mention.end_cp,
    CASE mention.field WHEN 'title' THEN revision.title ELSE text.body END AS body,
    0 AS before
FROM article
CROSS JOIN slot AS asked ON asked.id = ?2
CROSS JOIN revision ON revision.article_id = article.id AND revision.number = article.revisions
CROSS JOIN text ON text.sha256 = revision.text_sha256
CROSS JOIN mention ON mention.revision_id = revision.id AND mention.state IN ('suggested', 'accepted')
CROSS JOIN claim ON claim.id = mention.claim_id AND claim.value_type = 'string'
CROSS JOIN slot ON slot.id = claim.slot_id AND slot.predicate_id = asked.predicate_id
    AND slot.canonical_id <> asked.canonical_id
CROSS JOIN entity AS speaker ON speaker.id = slot.subject_id
WHERE article.id = ?1 AND NOT EXISTS (
    SELECT 1
    FROM revision AS earlier
    CROSS JOIN mention AS told ON told.revision_id = earlier.id AND told.claim_id = claim.id
        AND told.state IN ('suggested', 'accepted')
    WHERE earlier.article_id = article.id AND earlier.number < article.revisions
)
ORDER BY claim.id, mention.id
