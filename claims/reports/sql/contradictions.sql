-- Title: Findings with all that was said on either side
-- Question: Which documents contradict each other, in which words?
-- Parameters:
--   article (article, default: all): only findings that this article takes part in, with all sides
--   since (time, default: the beginning): only findings that got their state then or later
--   until (time, default: the end): only findings that got their state then or earlier
--   as_of (time, default: now): what was known then: later texts, decisions, verdicts, rulings and acts are left out
--   state (text, default: those that stand): open, acknowledged, waived, fixed or reopened
-- Columns:
--   finding_id: the finding, such as f1
--   severity: violation, warning or info
--   state: open, acknowledged, reopened; waived or fixed only if asked for
--   rule: the rule that found it
--   subject: what it is about
--   predicate: what is said of it
--   alternative: which of the incompatible answers this one is, from 0; empty where it fits several
--   value: the answer
--   quote: the words that give it
--   speaker: who says it; empty for the article itself
--   outlet: who published the article
--   article: the article, such as a3; empty for a house fact that no live article states
--   published: when it was published
--   reviewed: yes if a reviewer accepted the mention, else no
--   rating: the last standing verdict about the claim's content
--   claim_id: the claim, such as c4
--   mention_id: the mention, such as m12
--   external_id: the article's own id
-- Uses: everything, current, said, judged, member, problem, house_fact

WITH
chosen AS (
    SELECT problem.finding_id, problem.rule, problem.severity, problem.slot_id, problem.state
    FROM problem
    WHERE (problem.state = :state OR (:state IS NULL AND problem.state IN ('open', 'acknowledged', 'reopened')))
        AND (:since IS NULL OR problem.since >= :since) AND (:until IS NULL OR problem.since <= :until)
),
live AS (  -- what the members' claims rest on
    SELECT said.mention_id, said.article_id, said.claim_id, said.quote, said.state,
        said.speaker_snak, said.speaker_id
    FROM said
    WHERE said.state <> 'rejected'
        AND said.claim_id IN (
            SELECT member.claim_id FROM member
            JOIN chosen ON chosen.finding_id = member.finding_id)
)
SELECT
    'f' || chosen.finding_id AS finding_id,
    chosen.severity AS severity,
    chosen.state AS state,
    chosen.rule AS rule,
    v_claim.subject AS subject,
    v_claim.predicate AS predicate,
    member.alternative AS alternative,
    v_claim.value AS value,
    live.quote AS quote,
    CASE live.speaker_snak WHEN 'somevalue' THEN 'unnamed' ELSE speaker.label END AS speaker,
    current.outlet AS outlet,
    'a' || live.article_id AS article,
    current.published AS published,
    CASE live.state WHEN 'accepted' THEN 'yes' WHEN 'suggested' THEN 'no' END AS reviewed,
    rating.code AS rating,
    'c' || member.claim_id AS claim_id,
    'm' || live.mention_id AS mention_id,
    current.external_id AS external_id
FROM chosen
JOIN member ON member.finding_id = chosen.finding_id
JOIN v_claim ON v_claim.claim_id = member.claim_id
LEFT JOIN live ON live.claim_id = member.claim_id
LEFT JOIN current ON current.article_id = live.article_id
LEFT JOIN entity AS speaker ON speaker.id = live.speaker_id
LEFT JOIN judged ON judged.claim_id = member.claim_id
LEFT JOIN verdict ON verdict.id = judged.verdict_id
LEFT JOIN rating ON rating.id = verdict.rating_id
WHERE (live.mention_id IS NOT NULL OR member.claim_id IN (SELECT house_fact.claim_id FROM house_fact))
    AND (:article IS NULL OR chosen.finding_id IN (
        SELECT taking_part.finding_id FROM member AS taking_part
        JOIN live AS made ON made.claim_id = taking_part.claim_id
        WHERE made.article_id = :article))
ORDER BY
    CASE chosen.severity WHEN 'violation' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END, chosen.finding_id,
    coalesce(member.alternative, 1000000), member.claim_id, current.day, live.mention_id
