-- Title: the slots whose shares add up with those of the anchor slots: same predicate, same separators
-- Those without any add up with none; shares of which only a common noun says what they are of, with those of
-- their articles: see article_anchors.
INSERT OR IGNORE INTO check_anchor
SELECT other.canonical_id
FROM check_anchor
CROSS JOIN slot ON slot.id = check_anchor.slot_id
CROSS JOIN predicate ON predicate.id = slot.predicate_id AND predicate.key IN ('share', 'vote_share')
    AND (SELECT count(*) FROM qualifier WHERE qualifier.slot_id = slot.id) > (predicate.key = 'share')
CROSS JOIN slot AS other
    ON other.predicate_id = slot.predicate_id AND other.qualifiers_hash = slot.qualifiers_hash
