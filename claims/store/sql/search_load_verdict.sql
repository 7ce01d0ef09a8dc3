-- Title: what of these verdicts is searched: the rationale
-- Parameters: ids, a JSON list
SELECT id, '', rationale, '[]' FROM verdict WHERE id IN (SELECT value FROM json_each(:ids))
