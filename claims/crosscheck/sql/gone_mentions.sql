-- Title: what earlier revisions of articles answered in the anchor slots, and their newest no longer does
-- The last such place of each claim comes last. Articles that were withdrawn, rejected mentions do not count.
SELECT
    check_anchor.slot_id, article.id AS article_id, claim.id AS claim_id, revision.number,
    claim.value_type, claim.value_text, slot.subject_id, speaker.merged_into_id,
    mention.field, mention.start_cp, mention.end_cp, mention.quote, article.language,
    CASE mention.field WHEN 'title' THEN revision.title ELSE text.body END AS body
FROM check_anchor
CROSS JOIN slot ON slot.canonical_id = check_anchor.slot_id
CROSS JOIN entity AS speaker ON speaker.id = slot.subject_id
CROSS JOIN claim ON claim.slot_id = slot.id
CROSS JOIN mention ON mention.claim_id = claim.id AND mention.state IN ('suggested', 'accepted')
CROSS JOIN revision ON revision.id = mention.revision_id
CROSS JOIN article ON article.id = revision.article_id
    AND article.revisions > revision.number AND article.withdrawn_at IS NULL
CROSS JOIN revision AS newest ON newest.article_id = article.id AND newest.number = article.revisions
CROSS JOIN text ON text.sha256 = revision.text_sha256
WHERE NOT EXISTS (
    SELECT 1 FROM mention AS still
    WHERE +still.claim_id = claim.id AND still.revision_id = newest.id
        AND still.state IN ('suggested', 'accepted')
)
ORDER BY check_anchor.slot_id, article.id, claim.id, revision.number, mention.id
