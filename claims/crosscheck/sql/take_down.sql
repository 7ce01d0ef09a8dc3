-- Title: the run's own tables are dropped
DROP TABLE temp.check_dirty

DROP TABLE temp.check_marked

DROP VIEW temp.check_examined

DROP VIEW temp.check_compared

DROP VIEW temp.check_shared

DROP TABLE IF EXISTS temp.check_merged

DROP TABLE temp.check_slot

DROP TABLE temp.check_rest

DROP TABLE temp.check_inspected

DROP TABLE temp.check_ruled

DROP TABLE temp.check_flagged

DROP TABLE temp.check_anchor

DROP TABLE temp.check_moved
