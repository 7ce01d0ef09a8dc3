-- Title: all slots that share a question with another one, those of merged subjects whatever they ask
INSERT OR IGNORE INTO check_anchor
SELECT slot.canonical_id
FROM (
    SELECT subject_id, predicate_id FROM slot GROUP BY subject_id, predicate_id HAVING count(*) > 1
) AS shared
CROSS JOIN slot ON slot.subject_id = shared.subject_id AND slot.predicate_id = shared.predicate_id
UNION
SELECT slot.canonical_id
FROM check_merged CROSS JOIN slot ON slot.subject_id = check_merged.entity_id
