-- Title: note the claims that answer these slots
-- Parameters: ids, a JSON list
INSERT INTO search_dirty (noun, noun_id)
SELECT 'claim', id FROM claim WHERE slot_id IN (SELECT value FROM json_each(:ids))
