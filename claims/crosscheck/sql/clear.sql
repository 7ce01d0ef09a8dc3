-- Title: the check rows of the examined slots, of those merged into others as well, are taken away
DELETE FROM check_row WHERE id IN (
    SELECT check_row.id
    FROM check_examined CROSS JOIN check_row
        ON check_row.key BETWEEN check_examined.slot_id * 8 AND check_examined.slot_id * 8 + 7
)
