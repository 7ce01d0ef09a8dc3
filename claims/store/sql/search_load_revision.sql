-- Title: what of these revisions is searched: the headline and the text
-- Parameters: ids, a JSON list
SELECT id, coalesce(title, ''), '', json_array(text_sha256)
FROM revision
WHERE id IN (SELECT value FROM json_each(:ids))
