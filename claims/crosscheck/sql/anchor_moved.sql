-- Title: the slots whose check rows changed, for the rules that read nothing else
INSERT OR IGNORE INTO check_anchor
SELECT slot_id FROM check_moved
