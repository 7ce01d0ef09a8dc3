-- Title: the texts that an export shows
SELECT text.sha256, text.body
FROM temp.scope_text JOIN text ON text.sha256 = temp.scope_text.sha256
ORDER BY text.sha256
