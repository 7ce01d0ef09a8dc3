-- Title: keys whose answers cannot all hold together
-- One linear aggregate that every engine runs unchanged. It may flag too much (currencies, states of
-- different times, parts and wholes), never too little. A NULL bound is open and excludes nothing.
SELECT key
FROM check_row
GROUP BY key
HAVING max(CASE WHEN kind = 'asserted' THEN lo END) >= min(CASE WHEN kind = 'asserted' THEN hi END)
    OR min(CASE WHEN kind = 'asserted' THEN entity END) <> max(CASE WHEN kind = 'asserted' THEN entity END)
    OR (max(CASE WHEN kind IN ('asserted', 'listed') THEN 1 ELSE 0 END) = 1
        AND max(CASE WHEN kind IN ('negated', 'novalue') THEN 1 ELSE 0 END) = 1)
