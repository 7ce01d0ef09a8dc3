-- Title: the live claims whose rows are derived one by one
INSERT INTO check_rest (root, predicate_id, claim_id, canonical_id, slot_id)
SELECT
    coalesce(check_merged.root, candidate.subject_id),
    candidate.predicate_id,
    candidate.claim_id,
    candidate.canonical_id,
    candidate.slot_id
FROM check_candidate AS candidate
LEFT JOIN check_merged ON check_merged.entity_id = candidate.subject_id
WHERE CASE  -- few are not plain: only then is it worth looking for a mention
    WHEN candidate.plain THEN 0
    ELSE EXISTS (
        SELECT 1
        FROM mention CROSS JOIN check_live ON check_live.revision_id = mention.revision_id
        WHERE mention.claim_id = candidate.claim_id AND mention.state IN ('suggested', 'accepted')
    )
END
