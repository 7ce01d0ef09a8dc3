-- Title: whether a run has anything to look at
SELECT EXISTS (SELECT 1 FROM check_examined) OR EXISTS (SELECT 1 FROM check_marked)
