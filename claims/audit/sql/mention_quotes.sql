-- Title: mentions with the title of their revision and the hash of its text, text by text
SELECT
    mention.id, mention.field, mention.start_cp, mention.end_cp, mention.quote, revision.title, revision.text_sha256
FROM mention LEFT JOIN revision ON revision.id = mention.revision_id
ORDER BY mention.revision_id, mention.id
