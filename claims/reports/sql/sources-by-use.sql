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
-- Note: with article, since or until only sources that were used are listed; names of confidential sources are shown.

WITH
newest AS (  -- the number of each article's newest text at that time
    SELECT revision.article_id, max(revision.number) AS number
    FROM revision
    WHERE revision.imported_at <= coalesce(:as_of, '9999')
        AND (:article IS NULL OR revision.article_id = :article)
    GROUP BY revision.article_id
),
current AS (  -- those texts, of articles that were not withdrawn
    SELECT
        revision.id AS revision_id, revision.title, revision.text_sha256, article.id AS article_id,
        article.external_id, article.outlet, article.published,
        substr(coalesce(article.published, revision.imported_at), 1, 10) AS day
    FROM newest
    JOIN revision ON revision.article_id = newest.article_id AND revision.number = newest.number
    JOIN article ON article.id = newest.article_id
    WHERE article.withdrawn_at IS NULL OR article.withdrawn_at > coalesce(:as_of, '9999')
),
said AS MATERIALIZED (  -- mentions in them, with the claim and the state that they had
    SELECT
        mention.id AS mention_id, current.article_id, mention.revision_id, mention.sentence_id,
        mention.field, mention.start_cp, mention.prefix, mention.quote, mention.suffix,
        mention.voice, mention.hedged, mention.speaker_snak, mention.speaker_id,
        coalesce(
            decision.claim_id,
            (SELECT later.from_claim_id FROM decision AS later
             WHERE later.mention_id = mention.id AND later.at > coalesce(:as_of, '9999')
                AND later.from_claim_id IS NOT NULL ORDER BY later.id LIMIT 1),
            mention.claim_id) AS claim_id,
        coalesce(
            decision.state,
            CASE WHEN mention.decided_at > coalesce(:as_of, '9999') THEN 'suggested' ELSE mention.state END) AS state
    FROM current
    JOIN mention ON mention.revision_id = current.revision_id
    LEFT JOIN decision ON decision.id = (
        SELECT max(made.id) FROM decision AS made
        WHERE made.mention_id = mention.id AND made.at <= coalesce(:as_of, '9999'))
    WHERE mention.created_at <= coalesce(:as_of, '9999')
),
standing AS MATERIALIZED (  -- verdicts that were neither replaced nor taken back by then
    SELECT verdict.id, verdict.claim_id, verdict.about, verdict.mention_id, verdict.rating_id,
        verdict.reviewer_id, verdict.as_of, verdict.created_at
    FROM verdict
    WHERE verdict.created_at <= coalesce(:as_of, '9999') AND verdict.rating_id IS NOT NULL
        AND NOT EXISTS (
            SELECT 1 FROM verdict AS later
            WHERE later.supersedes_id = verdict.id AND later.created_at <= coalesce(:as_of, '9999'))
),
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
