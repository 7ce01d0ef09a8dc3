-- Title: all slots about shares and about wholes that have parts
INSERT OR IGNORE INTO check_anchor
SELECT slot.canonical_id
FROM predicate CROSS JOIN slot ON slot.predicate_id = predicate.id
WHERE predicate.key IN ('share', 'vote_share', 'budget', 'revenue', 'staff', 'deaths', 'injured', 'figure')
