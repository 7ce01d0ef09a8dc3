-- Title: a denial under a key (parameter: the key)
SELECT 1 FROM check_row WHERE key = ? AND kind IN ('negated', 'novalue') LIMIT 1
