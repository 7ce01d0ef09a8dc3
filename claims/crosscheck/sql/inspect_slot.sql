-- Title: a slot is to be inspected (parameters: subject after merges, slot)
INSERT OR IGNORE INTO check_inspected (root, predicate_id, canonical_id, slot_id)
SELECT ?, predicate_id, canonical_id, id FROM slot WHERE canonical_id = ?
