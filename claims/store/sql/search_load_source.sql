-- Title: what of these sources is searched: title, publisher, and every archived text
-- Parameters: ids, a JSON list
SELECT id, title, coalesce(publisher, ''), (
    SELECT json_group_array(text_sha256) FROM (
        SELECT text_sha256 FROM snapshot WHERE source_id = source.id ORDER BY snapshot.id))
FROM source
WHERE id IN (SELECT value FROM json_each(:ids))
