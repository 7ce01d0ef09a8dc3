-- Title: the slots whose shares add up with those of the anchor slots: same predicate, same separators
INSERT OR IGNORE INTO check_anchor
SELECT other.canonical_id
FROM check_anchor
CROSS JOIN slot ON slot.id = check_anchor.slot_id
CROSS JOIN predicate ON predicate.id = slot.predicate_id AND predicate.key IN ('share', 'vote_share')
CROSS JOIN slot AS other
    ON other.predicate_id = slot.predicate_id AND other.qualifiers_hash = slot.qualifiers_hash
