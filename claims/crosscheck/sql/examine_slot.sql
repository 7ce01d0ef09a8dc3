-- Title: a slot with all that were merged into it was looked at (parameters: subject after merges, slot)
INSERT OR IGNORE INTO check_slot (root, predicate_id, canonical_id, slot_id)
SELECT ?, predicate_id, canonical_id, id FROM slot WHERE canonical_id = ?
