-- Title: the separators of the examined slots, in the order of live_claims
SELECT examined.root, examined.predicate_id, examined.canonical_id, qualifier.key, qualifier.value
FROM check_examined AS examined
CROSS JOIN qualifier ON qualifier.slot_id = examined.slot_id
WHERE examined.slot_id = examined.canonical_id
ORDER BY examined.root, examined.predicate_id
