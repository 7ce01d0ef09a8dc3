-- Title: a slot without rows of its own loses those that joined it (parameters: first key, last key)
DELETE FROM check_row WHERE key BETWEEN ? AND ? AND unscoped = 1
