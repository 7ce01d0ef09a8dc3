-- Title: the slot that is one too many for a part (parameters: the part's first slot, how many claims it may have)
SELECT slot_id FROM claim WHERE slot_id >= ? ORDER BY slot_id LIMIT 1 OFFSET ?
