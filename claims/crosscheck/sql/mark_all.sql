-- Title: every question is looked at again
INSERT OR IGNORE INTO dirty_slot (slot_id)
SELECT id FROM slot
