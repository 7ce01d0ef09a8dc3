-- Title: how many claims of the examined slots share a key with another claim
SELECT count(DISTINCT check_row.claim)
FROM (
    SELECT shared.key
    FROM check_examined CROSS JOIN check_row AS shared
        ON shared.key BETWEEN check_examined.slot_id * 8 AND check_examined.slot_id * 8 + 7
    GROUP BY shared.key
    HAVING min(shared.claim) <> max(shared.claim)
) AS contested
CROSS JOIN check_row ON check_row.key = contested.key
