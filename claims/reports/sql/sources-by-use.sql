-- Title: What the desk leans on
-- Question: Which sources carry how many claims and verdicts, and are they still there?
-- Parameters:
--   article (article, default: all): only evidence on claims that this article makes
--   since (time, default: the beginning): only evidence added then or later
--   until (time, default: the end): only evidence added then or earlier
--   as_of (time, default: now): what was known then: later texts, decisions, verdicts, rulings and acts are left out
-- Columns:
--   source_id: the source, such as q1
--   title: what it is called
--   kind: primary, official, reporting, agency, reference, interview …
--   publisher: who published it
--   origin: the source that it repeats, such as q1
--   confidential: yes if its name must not leave the desk, else no
--   claims: different claims that it is evidence on
--   supports: pieces of evidence that support
--   refutes: pieces of evidence that refute
--   verdicts_resting: standing verdicts that used it
--   last_snapshot: when it was last archived
--   dead_link: yes if its address was found to lead nowhere, else no; empty without an address
-- Uses: said, standing
-- Note: with article, since or until only sources that were used are listed; names of confidential sources are shown.

WITH
spoken AS (
    SELECT
        snapshot.source_id, evidence.id AS evidence_id, evidence.claim_id, evidence.stance
    FROM evidence
    JOIN snapshot ON snapshot.id = evidence.snapshot_id
    WHERE evidence.created_at <= coalesce(:as_of, '9999')
        AND (:since IS NULL OR evidence.created_at >= :since) AND (:until IS NULL OR evidence.created_at <= :until)
        AND (:article IS NULL OR evidence.claim_id IN (
            SELECT said.claim_id FROM said WHERE said.state <> 'rejected'))
),
weighed AS (
    SELECT
        spoken.source_id, count(DISTINCT spoken.claim_id) AS claims,
        sum(CASE spoken.stance WHEN 'supports' THEN 1 ELSE 0 END) AS supports,
        sum(CASE spoken.stance WHEN 'refutes' THEN 1 ELSE 0 END) AS refutes
    FROM spoken
    GROUP BY spoken.source_id
),
resting AS (
    SELECT spoken.source_id, count(DISTINCT standing.id) AS verdicts
    FROM spoken
    JOIN verdict_evidence ON verdict_evidence.evidence_id = spoken.evidence_id
    JOIN standing ON standing.id = verdict_evidence.verdict_id
    GROUP BY spoken.source_id
),
archived AS (
    SELECT snapshot.source_id, max(snapshot.taken_at) AS at
    FROM snapshot
    WHERE snapshot.taken_at <= coalesce(:as_of, '9999')
    GROUP BY snapshot.source_id
)
SELECT
    'q' || source.id AS source_id,
    source.title AS title,
    source.kind AS kind,
    source.publisher AS publisher,
    'q' || source.origin_id AS origin,
    CASE source.confidential WHEN 1 THEN 'yes' ELSE 'no' END AS confidential,
    coalesce(weighed.claims, 0) AS claims,
    coalesce(weighed.supports, 0) AS supports,
    coalesce(weighed.refutes, 0) AS refutes,
    coalesce(resting.verdicts, 0) AS verdicts_resting,
    archived.at AS last_snapshot,
    CASE
        WHEN source.url IS NULL THEN NULL
        WHEN source.dead_at <= coalesce(:as_of, '9999') THEN 'yes'
        ELSE 'no' END AS dead_link
FROM source
LEFT JOIN weighed ON weighed.source_id = source.id
LEFT JOIN resting ON resting.source_id = source.id
LEFT JOIN archived ON archived.source_id = source.id
WHERE (weighed.source_id IS NOT NULL OR (:article IS NULL AND :since IS NULL AND :until IS NULL))
    AND (archived.source_id IS NOT NULL OR :as_of IS NULL)
ORDER BY verdicts_resting DESC, claims DESC, source.id
