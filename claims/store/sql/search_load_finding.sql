-- Title: what of these findings is searched: the message and what people said about it; nothing where nobody did
-- Parameters: ids, a JSON list
SELECT id, message, (
    SELECT group_concat(reason, ' · ') FROM (
        SELECT reason FROM finding_act WHERE finding_id = finding.id AND reason <> '' ORDER BY finding_act.id)), '[]'
FROM finding
WHERE id IN (SELECT value FROM json_each(:ids))
    AND EXISTS (SELECT 1 FROM finding_act WHERE finding_id = finding.id AND reason <> '')
