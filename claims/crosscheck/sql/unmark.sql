-- Title: what was examined is no longer marked
DELETE FROM dirty_slot WHERE slot_id IN (SELECT slot_id FROM check_examined)

DELETE FROM dirty_mention
WHERE (claim_id, mention_id) IN (SELECT claim_id, mention_id FROM check_marked)
    OR (SELECT slot_id FROM claim WHERE claim.id = dirty_mention.claim_id) IN (SELECT slot_id FROM check_dirty)
