-- Title: the slots with flagged keys, with their predicate and their subject after merges
SELECT slot_id, predicate_id, root
FROM check_inspected
WHERE slot_id IN (SELECT key / 8 FROM check_flagged)
