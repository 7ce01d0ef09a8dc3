-- Title: the separators of the slots of these claims, in the order of live_claims
SELECT DISTINCT examined.root, examined.predicate_id, examined.canonical_id, qualifier.key, qualifier.value
FROM check_rest AS examined
CROSS JOIN qualifier ON qualifier.slot_id = examined.canonical_id
ORDER BY examined.root, examined.predicate_id
