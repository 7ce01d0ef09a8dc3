-- Title: the live claims that have no row yet: theirs are derived one by one
-- Claims are read in their own order, as the index of rows by claim has them.
INSERT INTO check_rest (root, predicate_id, claim_id, canonical_id, slot_id)
SELECT coalesce(check_merged.root, slot.subject_id), slot.predicate_id, claim.id, slot.canonical_id, slot.id
FROM claim NOT INDEXED
CROSS JOIN slot ON slot.id = claim.slot_id
CROSS JOIN predicate ON predicate.id = slot.predicate_id AND predicate.compared = 1
LEFT JOIN check_merged ON check_merged.entity_id = slot.subject_id
WHERE (claim.snak = 'value' OR (claim.snak = 'novalue' AND claim.polarity = 'asserted'))
    AND NOT EXISTS (SELECT 1 FROM check_row WHERE check_row.claim = claim.id)
    AND EXISTS (
        SELECT 1
        FROM mention CROSS JOIN check_live ON check_live.revision_id = mention.revision_id
        WHERE mention.claim_id = claim.id AND mention.state IN ('suggested', 'accepted')
    )

DROP TABLE temp.check_live
