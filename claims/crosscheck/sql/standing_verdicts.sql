-- Title: the verdicts that stand on claims of the inspected slots, and when which part of their basis changed last
-- Claims that an article makes, or made in an earlier revision; not articles that were withdrawn.
-- From the first verdict of each reviewer on a claim, which an index finds, along the chain of later ones.
WITH RECURSIVE chain (root, canonical_id, verdict_id) AS (
    SELECT examined.root, examined.canonical_id, verdict.id
    FROM check_inspected AS examined
    CROSS JOIN claim ON claim.slot_id = examined.slot_id
    CROSS JOIN verdict ON verdict.claim_id = claim.id AND verdict.supersedes_id IS NULL
    WHERE EXISTS (
        SELECT 1
        FROM mention
        CROSS JOIN revision ON revision.id = mention.revision_id
        CROSS JOIN article ON article.id = revision.article_id AND article.withdrawn_at IS NULL
        WHERE mention.claim_id = claim.id AND mention.state IN ('suggested', 'accepted')
    )
    UNION ALL
    SELECT chain.root, chain.canonical_id, later.id
    FROM chain CROSS JOIN verdict AS later ON later.supersedes_id = chain.verdict_id
)
SELECT
    chain.root,
    chain.canonical_id,
    verdict.id AS verdict_id,
    verdict.claim_id,
    verdict.about,
    verdict.mention_key,
    verdict.created_at,
    verdict.none_found,
    (
        SELECT group_concat(DISTINCT evidence.stance)
        FROM verdict_evidence AS used CROSS JOIN evidence ON evidence.id = used.evidence_id
        WHERE used.verdict_id = verdict.id
    ) AS stances,
    reviewer.handle AS reviewer,
    rating.code AS rating,
    rating.truth_class,
    (
        SELECT max(newest.imported_at)
        FROM verdict_mention AS seen
        CROSS JOIN mention ON mention.id = seen.mention_id
        CROSS JOIN revision ON revision.id = mention.revision_id
        CROSS JOIN article ON article.id = revision.article_id AND article.withdrawn_at IS NULL
        CROSS JOIN revision AS newest
            ON newest.article_id = article.id AND newest.number = article.revisions
                AND newest.number > revision.number
        CROSS JOIN text ON text.sha256 = newest.text_sha256
        WHERE seen.verdict_id = verdict.id AND newest.imported_at > verdict.created_at
            AND instr(coalesce(newest.title, '') || char(10) || text.body, mention.quote) = 0
    ) AS revision_at,
    (
        SELECT max(newer.taken_at)
        FROM verdict_evidence AS used
        CROSS JOIN evidence ON evidence.id = used.evidence_id
        CROSS JOIN snapshot ON snapshot.id = evidence.snapshot_id
        CROSS JOIN snapshot AS newer
            ON newer.source_id = snapshot.source_id AND newer.text_sha256 <> used.snapshot_sha256
        WHERE used.verdict_id = verdict.id AND newer.taken_at > verdict.created_at
    ) AS evidence_at,
    (
        SELECT CASE WHEN source.confidential THEN 'of a confidential source' ELSE '“' || source.title || '”' END
        FROM verdict_evidence AS used
        CROSS JOIN evidence ON evidence.id = used.evidence_id
        CROSS JOIN snapshot ON snapshot.id = evidence.snapshot_id
        CROSS JOIN source ON source.id = snapshot.source_id
        CROSS JOIN snapshot AS newer
            ON newer.source_id = snapshot.source_id AND newer.text_sha256 <> used.snapshot_sha256
        WHERE used.verdict_id = verdict.id AND newer.taken_at > verdict.created_at
        ORDER BY newer.taken_at DESC, newer.id DESC
        LIMIT 1
    ) AS evidence_name,
    later.created_at AS later_at,
    CASE WHEN source.confidential THEN 'of a confidential source' ELSE '“' || source.title || '”' END AS later_name,
    later.stance AS later_stance,
    verdict.as_of,
    (
        SELECT max(substr(article.published, 1, 10))
        FROM mention
        CROSS JOIN revision ON revision.id = mention.revision_id
        CROSS JOIN article ON article.id = revision.article_id
            AND article.revisions = revision.number AND article.withdrawn_at IS NULL
        WHERE mention.claim_id = verdict.claim_id AND mention.state IN ('suggested', 'accepted')
            AND verdict.about = 'content' AND claim.as_of = '' AND predicate.temporal = 'state'
            AND julianday(substr(article.published, 1, 10)) > julianday(verdict.as_of) + predicate.validity_days
    ) AS printed_on
FROM chain
CROSS JOIN verdict ON verdict.id = chain.verdict_id
CROSS JOIN reviewer ON reviewer.id = verdict.reviewer_id
CROSS JOIN rating ON rating.id = verdict.rating_id
CROSS JOIN claim ON claim.id = verdict.claim_id
CROSS JOIN slot ON slot.id = claim.slot_id
CROSS JOIN predicate ON predicate.id = slot.predicate_id
LEFT JOIN evidence AS later ON later.id = (  -- the newest that is not what the verdict says anyway
    SELECT max(evidence.id)
    FROM evidence
    WHERE evidence.claim_id = verdict.claim_id AND evidence.created_at > verdict.created_at
        AND verdict.about = 'content'
        AND CASE rating.truth_class
            WHEN 'true' THEN evidence.stance IN ('refutes', 'qualifies')
            WHEN 'false' THEN evidence.stance IN ('supports', 'qualifies')
            ELSE evidence.stance IN ('supports', 'refutes')
        END
)
LEFT JOIN snapshot ON snapshot.id = later.snapshot_id
LEFT JOIN source ON source.id = snapshot.source_id
WHERE NOT EXISTS (SELECT 1 FROM verdict AS later WHERE later.supersedes_id = verdict.id)
ORDER BY chain.canonical_id, verdict.claim_id, verdict.id
