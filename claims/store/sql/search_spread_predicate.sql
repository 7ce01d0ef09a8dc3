-- Title: note the claims that use these predicates
-- Parameters: ids, a JSON list
INSERT INTO search_dirty (noun, noun_id)
SELECT 'claim', claim.id FROM slot JOIN claim ON claim.slot_id = slot.id
WHERE slot.predicate_id IN (SELECT value FROM json_each(:ids))
