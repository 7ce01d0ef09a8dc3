-- Title: shares of one base, slot by slot: the largest that each may be counted with at least
-- One probe of an index per slot. Shares of which only a common noun says what they
-- are of are read article by article: see article_shares. A share without a base, a vote without an election adds up with none.
SELECT
    grouped.predicate_id, grouped.qualifiers_hash, entity.kind, slot.id AS slot_id, entity.id AS subject_id,
    predicate.key AS predicate,
    (
        SELECT check_row.lo FROM check_row
        WHERE check_row.key = slot.id * 8 AND check_row.kind = 'asserted' AND check_row.unscoped = 0
            AND check_row.lo IS NOT NULL
        ORDER BY check_row.lo DESC LIMIT 1
    ) AS most
FROM (
    SELECT DISTINCT slot.predicate_id, slot.qualifiers_hash
    FROM check_anchor
    CROSS JOIN slot ON slot.id = check_anchor.slot_id
    CROSS JOIN predicate ON predicate.id = slot.predicate_id AND predicate.key IN ('share', 'vote_share')
    CROSS JOIN qualifier ON qualifier.slot_id = slot.id
        AND qualifier.key = CASE predicate.key WHEN 'share' THEN 'of' ELSE 'election' END
    WHERE (SELECT count(*) FROM qualifier WHERE qualifier.slot_id = slot.id) > (predicate.key = 'share')
) AS grouped
CROSS JOIN predicate ON predicate.id = grouped.predicate_id
CROSS JOIN slot
    ON slot.predicate_id = grouped.predicate_id AND slot.qualifiers_hash = grouped.qualifiers_hash
    AND slot.canonical_id = slot.id
CROSS JOIN entity ON entity.id = slot.subject_id
ORDER BY grouped.predicate_id, grouped.qualifiers_hash, entity.kind, slot.id
