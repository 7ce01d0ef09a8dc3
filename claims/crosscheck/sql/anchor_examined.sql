-- Title: all slots, where all are examined, for the rules that look beyond one slot
INSERT OR IGNORE INTO check_anchor
SELECT canonical_id FROM check_examined
