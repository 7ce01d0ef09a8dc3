-- Title: all slots about shares and about wholes that have parts
-- Of counts only questions in which a part is named: nearly all that is counted has none.
INSERT OR IGNORE INTO check_anchor
SELECT slot.canonical_id
FROM predicate CROSS JOIN slot ON slot.predicate_id = predicate.id
WHERE predicate.key IN ('share', 'vote_share', 'budget', 'revenue')
UNION
SELECT slot.canonical_id
FROM (
    SELECT DISTINCT standing.subject_id, standing.predicate_id
    FROM qualifier
    CROSS JOIN slot AS stated ON stated.id = qualifier.slot_id
    CROSS JOIN slot AS standing ON standing.id = stated.canonical_id
    CROSS JOIN predicate ON predicate.id = standing.predicate_id
        AND predicate.key IN ('staff', 'deaths', 'injured', 'figure')
) AS parted
CROSS JOIN slot ON slot.subject_id = parted.subject_id AND slot.predicate_id = parted.predicate_id
