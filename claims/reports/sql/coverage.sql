-- Title: How far each article is checked
-- Question: Of the sentences and claims of each live article, how many are dealt with?
-- Parameters:
--   article (article, default: all): only this article
--   since (time, default: the beginning): only articles published (else imported) on that day or later
--   until (time, default: the end): only articles published (else imported) on that day or earlier
--   as_of (time, default: now): what was known then: later texts, decisions, verdicts, rulings and acts are left out
-- Columns:
--   article: the article, such as a3
--   sentences: sentences of its newest text; 0 if no tool or reviewer has read it
--   with_claim: sentences with at least one claim that was not rejected
--   opinion: sentences that are opinion
--   boilerplate: sentences that are boilerplate
--   open: sentences without a claim whose kind nobody has said
--   claims: different claims that it makes, not rejected
--   accepted: those of them that a reviewer accepted
--   with_verdict: those of them with a standing verdict about the content
--   findings_open: open findings that it takes part in
--   share_done: with_verdict / claims; empty where it makes none
--   signed_off_by: who last signed off exactly this text
--   external_id: the article's own id
--   title: its headline
-- Uses: current, said, judged, member, open_problem
-- Note: what kind a sentence is of is known for today only.

WITH
counted AS (
    SELECT
        said.revision_id, count(DISTINCT said.claim_id) AS claims,
        count(DISTINCT CASE said.state WHEN 'accepted' THEN said.claim_id END) AS accepted,
        count(DISTINCT judged.claim_id) AS with_verdict, count(DISTINCT said.sentence_id) AS with_claim
    FROM said
    LEFT JOIN judged ON judged.claim_id = said.claim_id
    WHERE said.state <> 'rejected'
    GROUP BY said.revision_id
),
accused AS (
    SELECT said.revision_id, count(DISTINCT open_problem.finding_id) AS findings
    FROM open_problem
    JOIN member ON member.finding_id = open_problem.finding_id
    JOIN said ON said.claim_id = member.claim_id
    WHERE said.state <> 'rejected'
    GROUP BY said.revision_id
),
divided AS (
    SELECT
        sentence.revision_id, count(*) AS sentences,
        sum(CASE sentence.kind WHEN 'opinion' THEN 1 ELSE 0 END) AS opinion,
        sum(CASE sentence.kind WHEN 'boilerplate' THEN 1 ELSE 0 END) AS boilerplate,
        sum(CASE sentence.kind WHEN 'open' THEN 1 ELSE 0 END) AS open
    FROM sentence
    WHERE sentence.revision_id IN (SELECT current.revision_id FROM current)
    GROUP BY sentence.revision_id
)
SELECT
    'a' || current.article_id AS article,
    coalesce(divided.sentences, 0) AS sentences,
    coalesce(counted.with_claim, 0) AS with_claim,
    coalesce(divided.opinion, 0) AS opinion,
    coalesce(divided.boilerplate, 0) AS boilerplate,
    coalesce(divided.open, 0) AS open,
    coalesce(counted.claims, 0) AS claims,
    coalesce(counted.accepted, 0) AS accepted,
    coalesce(counted.with_verdict, 0) AS with_verdict,
    coalesce(accused.findings, 0) AS findings_open,
    round(1.0 * counted.with_verdict / counted.claims, 3) AS share_done,
    (SELECT reviewer.handle FROM sign_off
     JOIN reviewer ON reviewer.id = sign_off.reviewer_id
     WHERE sign_off.article_id = current.article_id AND sign_off.text_sha256 = current.text_sha256
        AND sign_off.at <= coalesce(:as_of, '9999')
     ORDER BY sign_off.at DESC, sign_off.id DESC LIMIT 1) AS signed_off_by,
    current.external_id AS external_id,
    current.title AS title
FROM current
LEFT JOIN divided ON divided.revision_id = current.revision_id
LEFT JOIN counted ON counted.revision_id = current.revision_id
LEFT JOIN accused ON accused.revision_id = current.revision_id
WHERE (:since IS NULL OR current.day >= substr(:since, 1, 10)) AND (:until IS NULL OR current.day <= substr(:until, 1, 10))
ORDER BY current.article_id
