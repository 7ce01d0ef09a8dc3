-- Title: all slots of the questions that reference lists answer, those of merged subjects whatever they ask
INSERT OR IGNORE INTO check_anchor
SELECT slot.canonical_id
FROM (SELECT DISTINCT slot_id FROM source_claim) AS listed
CROSS JOIN slot AS asked ON asked.id = listed.slot_id
CROSS JOIN slot ON slot.subject_id = asked.subject_id AND slot.predicate_id = asked.predicate_id
UNION
SELECT slot.canonical_id
FROM check_merged CROSS JOIN slot ON slot.subject_id = check_merged.entity_id
