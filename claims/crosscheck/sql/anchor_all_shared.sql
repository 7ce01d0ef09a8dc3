-- Title: all slots that share a question with another one, those of merged subjects whatever they ask
-- Of two slots of one question one states a separator at least.
INSERT OR IGNORE INTO check_anchor
SELECT slot.canonical_id
FROM (
    SELECT DISTINCT stated.subject_id, stated.predicate_id
    FROM qualifier CROSS JOIN slot AS stated ON stated.id = qualifier.slot_id
) AS asked
CROSS JOIN slot ON slot.subject_id = asked.subject_id AND slot.predicate_id = asked.predicate_id
WHERE EXISTS (
    SELECT 1 FROM slot AS other
    WHERE other.subject_id = slot.subject_id AND other.predicate_id = slot.predicate_id AND other.id <> slot.id
)
UNION
SELECT slot.canonical_id
FROM check_merged CROSS JOIN slot ON slot.subject_id = check_merged.entity_id
