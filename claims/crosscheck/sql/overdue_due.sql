-- Title: the questions with a plan whose last day passed between two days (parameters: the days, as numbers)
INSERT OR IGNORE INTO dirty_slot (slot_id)
SELECT slot_id
FROM claim
WHERE modality = 'planned' AND value_type = 'date' AND slot_id IS NOT NULL AND day_hi > ? AND day_hi <= ?
