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
-- Note: what kind a sentence is of is known for today only.

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
judged AS (  -- the last word on each claim's content
    SELECT standing.claim_id, max(standing.id) AS verdict_id
    FROM standing
    WHERE standing.about = 'content'
    GROUP BY standing.claim_id
),
gone_member AS MATERIALIZED (  -- members that later runs replaced, as the log has them
    SELECT
        event.seq, json_extract(edit.value, '$.finding_id') AS finding_id,
        json_extract(edit.value, '$.claim_id') AS claim_id, json_extract(edit.value, '$.alternative') AS alternative
    FROM event
    JOIN event_payload ON event_payload.seq = event.seq
    JOIN json_each(event_payload.body, '$.delete.finding_member') AS edit
    WHERE event.noun IN ('check_run', 'finding') AND event.at > coalesce(:as_of, '9999')
),
member AS MATERIALIZED (  -- which claims belonged to a finding: today's, or those that were replaced first since
    SELECT finding_member.finding_id, finding_member.claim_id, finding_member.alternative
    FROM finding_member
    WHERE finding_member.finding_id NOT IN (SELECT gone_member.finding_id FROM gone_member)
    UNION ALL
    SELECT gone_member.finding_id, gone_member.claim_id, gone_member.alternative
    FROM gone_member
    WHERE gone_member.seq = (
        SELECT min(earlier.seq) FROM gone_member AS earlier WHERE earlier.finding_id = gone_member.finding_id)
),
problem AS MATERIALIZED (  -- findings with the state that their last act had left
    SELECT
        finding.id AS finding_id, finding.rule, finding.severity, finding.slot_id, act.at AS since,
        CASE act.action
            WHEN 'open' THEN 'open' WHEN 'acknowledge' THEN 'acknowledged' WHEN 'waive' THEN 'waived'
            WHEN 'fix' THEN 'fixed' ELSE 'reopened' END AS state
    FROM finding
    JOIN finding_act AS act ON act.id = (
        SELECT max(made.id) FROM finding_act AS made
        WHERE made.finding_id = finding.id AND made.at <= coalesce(:as_of, '9999'))
),
open_problem AS (  -- those that still stood
    SELECT problem.finding_id, problem.rule, problem.severity, problem.slot_id, problem.since, problem.state
    FROM problem
    WHERE problem.state IN ('open', 'acknowledged', 'reopened')
),
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
