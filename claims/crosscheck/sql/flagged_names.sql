-- Title: the entities that are values in flagged keys (facet 3; texts have a dimension)
SELECT DISTINCT check_row.entity
FROM check_flagged CROSS JOIN check_row ON check_row.key = check_flagged.key
WHERE check_row.key % 8 >= 6 AND check_row.entity IS NOT NULL AND check_row.dimension IS NULL
