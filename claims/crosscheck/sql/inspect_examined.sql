-- Title: all slots of the questions that were read anew as a whole are inspected
INSERT INTO check_inspected SELECT root, predicate_id, canonical_id, slot_id FROM check_examined

INSERT INTO check_ruled SELECT root, predicate_id, canonical_id, slot_id FROM check_examined
