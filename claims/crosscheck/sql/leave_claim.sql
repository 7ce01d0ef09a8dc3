-- Title: a claim's rows leave a slot that it had joined (parameters: claim, first key, last key)
DELETE FROM check_row WHERE claim = ? AND unscoped = 1 AND key BETWEEN ? AND ?
