-- Title: what of these rulings is searched: the reason
-- Parameters: ids, a JSON list
SELECT id, '', reason, '[]' FROM ruling WHERE id IN (SELECT value FROM json_each(:ids))
