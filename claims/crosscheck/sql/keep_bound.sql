-- Title: the keys of a slot that a house fact binds are kept for the split (parameters: first and last key)
INSERT OR IGNORE INTO check_flagged
SELECT DISTINCT key FROM check_row WHERE key >= ? AND key < ?
