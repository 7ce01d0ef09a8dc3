-- Title: what was marked since the last run
INSERT INTO check_dirty SELECT slot_id FROM dirty_slot

INSERT INTO check_marked SELECT claim_id, mention_id FROM dirty_mention
