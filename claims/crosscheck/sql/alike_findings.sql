-- Title: the findings of the rules that compare wordings (parameter: their names, as a JSON list)
-- They lie in no slot; those of a rule that looks beyond one slot as well do.
SELECT id, rule, severity, state, content_hash, message, slot_id, fingerprint
FROM finding
WHERE rule IN (SELECT value FROM json_each(?)) AND slot_id IS NULL
ORDER BY id
