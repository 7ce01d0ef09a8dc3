-- Title: the slots whose questions were read anew as a whole: any rule may find something else there
INSERT OR IGNORE INTO check_anchor
SELECT canonical_id FROM check_slot WHERE whole
