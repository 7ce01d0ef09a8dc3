-- Title: the outlines of the inspected slots are given up
DELETE FROM check_outline WHERE slot_id IN (SELECT slot_id FROM check_inspected)
