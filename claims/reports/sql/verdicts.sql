-- Title: All verdicts, with what each rests on
-- Question: Who judged what, why, and on how many independent sources?
-- Parameters:
--   article (article, default: all): only verdicts on claims that this article makes
--   since (time, default: the beginning): only verdicts given then or later
--   until (time, default: the end): only verdicts given then or earlier
--   as_of (time, default: now): what was known then: later texts, decisions, verdicts, rulings and acts are left out
-- Columns:
--   claim_id: the claim, such as c4
--   claim: the claim in a line
--   rating: the rating's code; empty where the verdict was taken back
--   truth_class: true, mixed, false, unproven or not_checkable
--   rationale: why
--   reviewer: who judged
--   as_of: the day for which it holds
--   created_at: when it was given
--   supersedes: the verdict that it replaces, such as j1
--   about: content, attribution or context
--   evidence_count: pieces of evidence that it used
--   independent_origins: different origins of their sources; those that repeat one, were archived with the same text
--     or credit the same agency count once
--   verdict_id: the verdict, such as j2
--   mention_id: the mention that it is about, where it names one
--   standing: yes until it is replaced or taken back, else no
-- Uses: said, standing

WITH RECURSIVE
repeats(source_id, origin_id) AS (  -- every source with all that it repeats, itself included
    SELECT source.id, source.id FROM source
    UNION
    SELECT repeats.source_id, source.origin_id
    FROM repeats
    JOIN source ON source.id = repeats.origin_id
    WHERE source.origin_id IS NOT NULL
),
root AS (  -- the one that repeats nothing
    SELECT repeats.source_id, min(repeats.origin_id) AS origin_id
    FROM repeats
    JOIN source ON source.id = repeats.origin_id
    WHERE source.origin_id IS NULL
    GROUP BY repeats.source_id
),
cited AS MATERIALIZED (
    SELECT DISTINCT verdict_evidence.verdict_id, snapshot.source_id
    FROM verdict_evidence
    JOIN evidence ON evidence.id = verdict_evidence.evidence_id
    JOIN snapshot ON snapshot.id = evidence.snapshot_id
),
mark AS MATERIALIZED (  -- what sources of one origin have in common: the root, an archived text, an agency's credit
    SELECT root.source_id, 'root ' || root.origin_id AS name FROM root
    UNION
    SELECT snapshot.source_id, 'text ' || snapshot.text_sha256
    FROM snapshot
    WHERE snapshot.taken_at <= coalesce(:as_of, '9999')
    UNION
    SELECT snapshot.source_id, 'credit ' || snapshot.credit
    FROM snapshot
    WHERE snapshot.credit IS NOT NULL AND snapshot.taken_at <= coalesce(:as_of, '9999')
),
alike(verdict_id, source_id, other_id) AS (  -- sources of a verdict that marks lead to, from one to the next
    SELECT cited.verdict_id, cited.source_id, cited.source_id FROM cited
    UNION
    SELECT alike.verdict_id, alike.source_id, other.source_id
    FROM alike
    JOIN mark ON mark.source_id = alike.other_id
    JOIN cited AS other ON other.verdict_id = alike.verdict_id
    JOIN mark AS same ON same.source_id = other.source_id AND same.name = mark.name
),
origin AS (
    SELECT alike.verdict_id, alike.source_id, min(alike.other_id) AS first_id
    FROM alike
    GROUP BY alike.verdict_id, alike.source_id
),
counted AS (
    SELECT origin.verdict_id, count(DISTINCT origin.first_id) AS origins
    FROM origin
    GROUP BY origin.verdict_id
),
used AS (
    SELECT verdict_evidence.verdict_id, count(*) AS evidence
    FROM verdict_evidence
    GROUP BY verdict_evidence.verdict_id
)
SELECT
    'c' || verdict.claim_id AS claim_id,
    v_claim.claim AS claim,
    rating.code AS rating,
    rating.truth_class AS truth_class,
    verdict.rationale AS rationale,
    reviewer.handle AS reviewer,
    verdict.as_of AS as_of,
    verdict.created_at AS created_at,
    'j' || verdict.supersedes_id AS supersedes,
    verdict.about AS about,
    coalesce(used.evidence, 0) AS evidence_count,
    coalesce(counted.origins, 0) AS independent_origins,
    'j' || verdict.id AS verdict_id,
    'm' || verdict.mention_id AS mention_id,
    CASE WHEN verdict.id IN (SELECT standing.id FROM standing) THEN 'yes' ELSE 'no' END AS standing
FROM verdict
JOIN v_claim ON v_claim.claim_id = verdict.claim_id
JOIN reviewer ON reviewer.id = verdict.reviewer_id
LEFT JOIN rating ON rating.id = verdict.rating_id
LEFT JOIN used ON used.verdict_id = verdict.id
LEFT JOIN counted ON counted.verdict_id = verdict.id
WHERE verdict.created_at <= coalesce(:as_of, '9999')
    AND (:since IS NULL OR verdict.created_at >= :since) AND (:until IS NULL OR verdict.created_at <= :until)
    AND (:article IS NULL OR verdict.claim_id IN (SELECT said.claim_id FROM said WHERE said.state <> 'rejected'))
ORDER BY verdict.id
