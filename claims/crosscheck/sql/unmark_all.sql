-- Title: nothing is marked any more
DELETE FROM dirty_slot

DELETE FROM dirty_mention
