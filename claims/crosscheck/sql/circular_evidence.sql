-- Title: the verdicts that stand on claims of the anchor slots, and which of their evidence is an article that makes the claim
-- A snapshot is an article whose text it holds, or whose address its source, or what that repeats, has.
-- It rests on the claim where it, what it repeats or what repeats the same makes it: `makes` is that article.
-- First-hand sources are what they are, be they printed as well. Only evidence that supports.
WITH RECURSIVE chain (slot_id, verdict_id) AS (
    SELECT check_anchor.slot_id, verdict.id
    FROM check_anchor
    CROSS JOIN slot ON slot.canonical_id = check_anchor.slot_id
    CROSS JOIN claim ON claim.slot_id = slot.id
    CROSS JOIN verdict ON verdict.claim_id = claim.id AND verdict.supersedes_id IS NULL
    UNION ALL
    SELECT chain.slot_id, later.id
    FROM chain CROSS JOIN verdict AS later ON later.supersedes_id = chain.verdict_id
),
used (slot_id, verdict_id, claim_id, reviewer_id, rating_id, evidence_id, source_id, text_sha256) AS (
    SELECT
        chain.slot_id, verdict.id, verdict.claim_id, verdict.reviewer_id, verdict.rating_id,
        evidence.id, snapshot.source_id, snapshot.text_sha256
    FROM chain
    CROSS JOIN verdict ON verdict.id = chain.verdict_id AND verdict.rating_id IS NOT NULL
    CROSS JOIN verdict_evidence ON verdict_evidence.verdict_id = verdict.id
    CROSS JOIN evidence ON evidence.id = verdict_evidence.evidence_id AND evidence.stance = 'supports'
    CROSS JOIN snapshot ON snapshot.id = evidence.snapshot_id
    WHERE NOT EXISTS (SELECT 1 FROM verdict AS later WHERE later.supersedes_id = verdict.id)
),
told (evidence_id, source_id) AS (
    SELECT evidence_id, source_id FROM used
    UNION
    SELECT told.evidence_id, source.origin_id
    FROM told CROSS JOIN source ON source.id = told.source_id
    WHERE source.origin_id IS NOT NULL
),
printed (evidence_id, article_id) AS (
    SELECT used.evidence_id, revision.article_id
    FROM used
    CROSS JOIN source ON source.id = used.source_id AND source.kind IN ('reporting', 'agency', 'social')
    CROSS JOIN revision ON revision.text_sha256 = used.text_sha256
    UNION
    SELECT told.evidence_id, article.id
    FROM told
    CROSS JOIN source ON source.id = told.source_id AND source.kind IN ('reporting', 'agency', 'social')
    CROSS JOIN article ON article.url = source.url
),
kin (evidence_id, article_id, kin_id) AS (
    SELECT printed.evidence_id, article.id, coalesce(article.origin_id, article.id)
    FROM printed CROSS JOIN article ON article.id = printed.article_id
),
resting (evidence_id, article_id, makes_id) AS (
    SELECT evidence_id, article_id, kin_id FROM kin
    UNION
    SELECT kin.evidence_id, kin.article_id, copy.id
    FROM kin CROSS JOIN article AS copy ON copy.origin_id = kin.kin_id
)
SELECT
    used.slot_id, used.verdict_id, used.claim_id, used.evidence_id, reviewer.handle AS reviewer,
    rating.code AS rating, resting.article_id,
    min(CASE WHEN resting.makes_id = resting.article_id THEN 0 ELSE resting.makes_id END) AS makes_id
FROM used
CROSS JOIN reviewer ON reviewer.id = used.reviewer_id
CROSS JOIN rating ON rating.id = used.rating_id
LEFT JOIN resting ON resting.evidence_id = used.evidence_id AND EXISTS (
    SELECT 1
    FROM mention
    CROSS JOIN revision ON revision.id = mention.revision_id AND revision.article_id = resting.makes_id
    CROSS JOIN article ON article.id = revision.article_id
        AND article.revisions = revision.number AND article.withdrawn_at IS NULL
    WHERE mention.claim_id = used.claim_id AND mention.state IN ('suggested', 'accepted')
)
GROUP BY used.slot_id, used.verdict_id, used.claim_id, used.evidence_id
ORDER BY used.slot_id, used.claim_id, used.verdict_id, used.evidence_id
