-- Title: all slots of what has to come later than something else that is known of the same subject
-- Benchmark scores come later than a release in that they can be reported only then. Those of merged subjects are
-- there whatever they ask.
INSERT OR IGNORE INTO check_anchor
SELECT slot.canonical_id
FROM (
    SELECT earlier_id, later_id FROM ordering_pair
    WHERE EXISTS (SELECT 1 FROM slot WHERE predicate_id = earlier_id)
        AND EXISTS (SELECT 1 FROM slot WHERE predicate_id = later_id)
) AS asked
CROSS JOIN slot AS earlier ON earlier.predicate_id = asked.earlier_id
CROSS JOIN slot ON slot.subject_id = earlier.subject_id AND slot.predicate_id = asked.later_id
UNION
SELECT slot.canonical_id
FROM predicate
CROSS JOIN predicate AS released ON released.key = 'released'
CROSS JOIN slot AS scored ON scored.predicate_id = predicate.id
CROSS JOIN slot ON slot.subject_id = scored.subject_id AND slot.predicate_id = released.id
WHERE predicate.key = 'benchmark_score'
UNION
SELECT slot.canonical_id
FROM check_merged CROSS JOIN slot ON slot.subject_id = check_merged.entity_id
