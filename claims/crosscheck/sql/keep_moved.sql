-- Title: a slot whose check rows changed (parameter: the slot)
INSERT OR IGNORE INTO check_moved VALUES (?)
