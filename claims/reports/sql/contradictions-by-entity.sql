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
