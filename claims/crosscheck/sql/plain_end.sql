-- Title: what only the making of rows needed is dropped
DROP VIEW temp.check_candidate

DROP TABLE temp.check_time

DROP TABLE temp.check_asked

DROP TABLE temp.check_joined
