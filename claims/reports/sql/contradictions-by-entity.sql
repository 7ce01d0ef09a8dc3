-- Title: Where the trouble gathers
-- Question: About which subjects do documents contradict each other most?
-- Parameters:
--   article (article, default: all): only findings that this article takes part in
--   since (time, default: the beginning): only findings that got their state then or later
--   until (time, default: the end): only findings that got their state then or earlier
--   as_of (time, default: now): what was known then: later texts, decisions, verdicts, rulings and acts are left out
-- Columns:
--   entity_id: the entity, such as e12
--   entity: its name
--   kind: person, organisation, place, product …
--   findings: open findings about it
--   violations: violations among them
--   warnings: warnings among them
--   acknowledged: those that a reviewer acknowledged
--   questions: different questions that they are about
--   claims: claims that take part in them
--   newest_at: when the last of them got its state
-- Uses: said, member, open_problem

WITH
asked AS (
    SELECT open_problem.finding_id, open_problem.severity, open_problem.state, open_problem.since,
        canonical.id AS slot_id, canonical.subject_id
    FROM open_problem
    JOIN slot ON slot.id = open_problem.slot_id
    JOIN slot AS canonical ON canonical.id = slot.canonical_id
    WHERE (:since IS NULL OR open_problem.since >= :since) AND (:until IS NULL OR open_problem.since <= :until)
        AND (:article IS NULL OR open_problem.finding_id IN (
            SELECT member.finding_id FROM member
            JOIN said ON said.claim_id = member.claim_id
            WHERE said.state <> 'rejected'))
),
taking_part AS (
    SELECT asked.subject_id, count(DISTINCT member.claim_id) AS claims
    FROM asked
    JOIN member ON member.finding_id = asked.finding_id
    GROUP BY asked.subject_id
)
SELECT
    'e' || entity.id AS entity_id,
    entity.label AS entity,
    entity.kind AS kind,
    count(*) AS findings,
    sum(CASE asked.severity WHEN 'violation' THEN 1 ELSE 0 END) AS violations,
    sum(CASE asked.severity WHEN 'warning' THEN 1 ELSE 0 END) AS warnings,
    sum(CASE asked.state WHEN 'acknowledged' THEN 1 ELSE 0 END) AS acknowledged,
    count(DISTINCT asked.slot_id) AS questions,
    max(taking_part.claims) AS claims,
    max(asked.since) AS newest_at
FROM asked
JOIN entity ON entity.id = asked.subject_id
JOIN taking_part ON taking_part.subject_id = asked.subject_id
GROUP BY entity.id, entity.label, entity.kind
ORDER BY violations DESC, findings DESC, entity.label, entity.id
