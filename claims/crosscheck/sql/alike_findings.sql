-- Title: the findings of the rules that compare wordings (parameter: their names, as a JSON list)
SELECT id, rule, severity, state, content_hash, message, slot_id, fingerprint
FROM finding
WHERE rule IN (SELECT value FROM json_each(?))
ORDER BY id
