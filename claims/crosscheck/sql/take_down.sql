-- Title: the run's own tables are dropped
DROP TABLE temp.check_dirty

DROP TABLE temp.check_examined

DROP TABLE temp.check_flagged

DROP TABLE temp.check_anchor
