-- Title: the slots of marked claims
INSERT OR IGNORE INTO check_anchor
SELECT canonical_id FROM check_examined
