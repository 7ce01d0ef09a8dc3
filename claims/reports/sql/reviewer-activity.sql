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
-- Uses: said

WITH
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
