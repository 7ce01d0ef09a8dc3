-- Title: the slots of what can only come later than what the anchor slots date
-- A benchmark score can be reported only of what was released. From the anchor slots up to the subject that stands for theirs, and down to all that were merged into it.
INSERT OR IGNORE INTO check_anchor
WITH RECURSIVE
touched (subject_id, predicate_id) AS (
    SELECT DISTINCT slot.subject_id, ordering_pair.later_id
    FROM check_anchor
    CROSS JOIN slot ON slot.id = check_anchor.slot_id
    CROSS JOIN ordering_pair ON ordering_pair.earlier_id = slot.predicate_id
    UNION
    SELECT DISTINCT slot.subject_id, released.id
    FROM check_anchor
    CROSS JOIN slot ON slot.id = check_anchor.slot_id
    CROSS JOIN predicate ON predicate.id = slot.predicate_id AND predicate.key = 'benchmark_score'
    CROSS JOIN predicate AS released ON released.key = 'released'
),
up (entity_id, predicate_id) AS (
    SELECT subject_id, predicate_id FROM touched
    UNION
    SELECT entity.merged_into_id, up.predicate_id
    FROM up CROSS JOIN entity ON entity.id = up.entity_id
    WHERE entity.merged_into_id IS NOT NULL
),
down (entity_id, predicate_id) AS (
    SELECT entity.id, up.predicate_id
    FROM up CROSS JOIN entity ON entity.id = up.entity_id
    WHERE entity.merged_into_id IS NULL
    UNION
    SELECT entity.id, down.predicate_id
    FROM down CROSS JOIN entity ON entity.merged_into_id = down.entity_id
)
SELECT slot.canonical_id
FROM down CROSS JOIN slot ON slot.subject_id = down.entity_id AND slot.predicate_id = down.predicate_id
