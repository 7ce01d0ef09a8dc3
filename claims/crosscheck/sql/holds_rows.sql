-- Title: whether a slot has rows of its own (parameters: its first key, its last key)
SELECT 1 FROM check_row WHERE key BETWEEN ? AND ? AND unscoped = 0 LIMIT 1
