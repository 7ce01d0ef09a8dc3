-- Title: when and in which sentences live mentions make the claims for which that matters
-- It does for states, for "not yet", and for sets; live and in the order of live_claims.
SELECT DISTINCT
    examined.root,
    examined.predicate_id,
    examined.claim_id,
    article.published,
    CASE WHEN predicate.cardinality = 'set' THEN mention.sentence_id END AS sentence_id
FROM check_rest AS examined
CROSS JOIN predicate ON predicate.id = examined.predicate_id
CROSS JOIN claim ON claim.id = examined.claim_id
    AND (predicate.temporal = 'state' OR predicate.cardinality = 'set' OR claim.snak = 'novalue')
CROSS JOIN mention ON mention.claim_id = claim.id AND mention.state IN ('suggested', 'accepted')
CROSS JOIN revision ON revision.id = mention.revision_id
CROSS JOIN article ON article.id = revision.article_id
    AND article.revisions = revision.number AND article.withdrawn_at IS NULL
ORDER BY examined.root, examined.predicate_id
