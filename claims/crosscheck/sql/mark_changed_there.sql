-- Title: what was marked since the last run in the slots of check_dirty
INSERT INTO check_marked
SELECT dirty_mention.claim_id, dirty_mention.mention_id
FROM dirty_mention CROSS JOIN claim ON claim.id = dirty_mention.claim_id
WHERE claim.slot_id IN (SELECT slot_id FROM check_dirty)

DELETE FROM check_dirty WHERE slot_id NOT IN (SELECT slot_id FROM dirty_slot)
