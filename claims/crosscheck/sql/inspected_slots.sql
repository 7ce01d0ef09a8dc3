-- Title: the inspected slots that stand for themselves and others, with their question
SELECT DISTINCT root, predicate_id, canonical_id FROM check_inspected
