-- Title: Who did how much
-- Question: What did each reviewer decide in a span of time?
-- Parameters:
--   article (article, default: all): only acts on this article or on claims that it makes
--   since (time, default: the beginning): only acts then or later
--   until (time, default: the end): only acts then or earlier
--   as_of (time, default: now): what was known then: later texts, decisions, verdicts, rulings and acts are left out
-- Columns:
--   reviewer: the handle; nothing proves who sat behind it
--   accepted: decisions that accepted a mention
--   rejected: decisions that rejected one
--   evidence: pieces of evidence added
--   verdicts: verdicts given
--   retractions: verdicts taken back
--   rulings: house facts set, replaced or withdrawn
--   finding_acts: findings acknowledged, waived, fixed or reopened
--   inquiries: questions asked outside
--   corrections: corrections decided
--   sign_offs: articles signed off
--   first_at: the first of these acts
--   last_at: the last

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
act AS (
    SELECT decision.reviewer_id, decision.state AS kind, decision.at
    FROM decision
    WHERE (:article IS NULL OR decision.mention_id IN (
        SELECT mention.id FROM mention
        JOIN revision ON revision.id = mention.revision_id
        WHERE revision.article_id = :article))
    UNION ALL
    SELECT evidence.reviewer_id, 'evidence', evidence.created_at
    FROM evidence
    WHERE (:article IS NULL OR evidence.claim_id IN (SELECT said.claim_id FROM said WHERE said.state <> 'rejected'))
    UNION ALL
    SELECT verdict.reviewer_id, CASE WHEN verdict.rating_id IS NULL THEN 'retraction' ELSE 'verdict' END, verdict.created_at
    FROM verdict
    WHERE (:article IS NULL OR verdict.claim_id IN (SELECT said.claim_id FROM said WHERE said.state <> 'rejected'))
    UNION ALL
    SELECT ruling.reviewer_id, 'ruling', ruling.created_at
    FROM ruling
    WHERE (:article IS NULL OR ruling.claim_id IN (SELECT said.claim_id FROM said WHERE said.state <> 'rejected'))
    UNION ALL
    SELECT finding_act.reviewer_id, 'finding', finding_act.at
    FROM finding_act
    WHERE finding_act.reviewer_id IS NOT NULL
        AND (:article IS NULL OR finding_act.finding_id IN (
            SELECT finding_member.finding_id FROM finding_member
            WHERE finding_member.claim_id IN (SELECT said.claim_id FROM said WHERE said.state <> 'rejected')))
    UNION ALL
    SELECT inquiry.reviewer_id, 'inquiry', inquiry.asked_at
    FROM inquiry
    WHERE (:article IS NULL OR inquiry.article_id = :article OR inquiry.claim_id IN (SELECT said.claim_id FROM said WHERE said.state <> 'rejected'))
    UNION ALL
    SELECT sign_off.reviewer_id, 'sign_off', sign_off.at
    FROM sign_off
    WHERE (:article IS NULL OR sign_off.article_id = :article)
    UNION ALL
    SELECT correction.decided_by_id, 'correction', coalesce(correction.noticed_at, correction.published_at)
    FROM correction
    WHERE (:article IS NULL OR correction.article_id = :article)
),
counted AS (
    SELECT act.reviewer_id, act.kind, count(*) AS n, min(act.at) AS first_at, max(act.at) AS last_at
    FROM act
    WHERE coalesce(act.at, '') <= coalesce(:as_of, '9999')
        AND (:since IS NULL OR act.at >= :since) AND (:until IS NULL OR act.at <= :until)
    GROUP BY act.reviewer_id, act.kind
)
SELECT
    reviewer.handle AS reviewer,
    coalesce(sum(CASE counted.kind WHEN 'accepted' THEN counted.n END), 0) AS accepted,
    coalesce(sum(CASE counted.kind WHEN 'rejected' THEN counted.n END), 0) AS rejected,
    coalesce(sum(CASE counted.kind WHEN 'evidence' THEN counted.n END), 0) AS evidence,
    coalesce(sum(CASE counted.kind WHEN 'verdict' THEN counted.n END), 0) AS verdicts,
    coalesce(sum(CASE counted.kind WHEN 'retraction' THEN counted.n END), 0) AS retractions,
    coalesce(sum(CASE counted.kind WHEN 'ruling' THEN counted.n END), 0) AS rulings,
    coalesce(sum(CASE counted.kind WHEN 'finding' THEN counted.n END), 0) AS finding_acts,
    coalesce(sum(CASE counted.kind WHEN 'inquiry' THEN counted.n END), 0) AS inquiries,
    coalesce(sum(CASE counted.kind WHEN 'correction' THEN counted.n END), 0) AS corrections,
    coalesce(sum(CASE counted.kind WHEN 'sign_off' THEN counted.n END), 0) AS sign_offs,
    min(counted.first_at) AS first_at,
    max(counted.last_at) AS last_at
FROM reviewer
LEFT JOIN counted ON counted.reviewer_id = reviewer.id
GROUP BY reviewer.id, reviewer.handle
ORDER BY reviewer.handle
