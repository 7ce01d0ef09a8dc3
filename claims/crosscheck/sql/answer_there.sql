-- Title: an answer under a key (parameter: the key)
SELECT 1 FROM check_row WHERE key = ? AND kind IN ('asserted', 'listed') LIMIT 1
