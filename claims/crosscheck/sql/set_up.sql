-- Title: the run's own tables, without what a run that was cut short left over
DROP TABLE IF EXISTS temp.check_dirty

DROP TABLE IF EXISTS temp.check_examined

DROP TABLE IF EXISTS temp.check_flagged

DROP TABLE IF EXISTS temp.check_anchor

CREATE TEMP TABLE check_dirty (slot_id INTEGER PRIMARY KEY)

CREATE TEMP TABLE check_examined (
    root INTEGER, predicate_id INTEGER, canonical_id INTEGER, slot_id INTEGER,
    PRIMARY KEY (root, predicate_id, canonical_id, slot_id)
) WITHOUT ROWID

CREATE TEMP TABLE check_flagged (key INTEGER PRIMARY KEY)

CREATE TEMP TABLE check_anchor (slot_id INTEGER PRIMARY KEY)
