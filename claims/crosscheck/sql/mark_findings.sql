-- Title: the questions with a standing finding of a rule are looked at again (parameter: the rule)
INSERT OR IGNORE INTO dirty_slot (slot_id)
SELECT slot_id FROM finding WHERE rule = ? AND state <> 'fixed' AND slot_id IS NOT NULL
