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

WITH
newest_all AS (  -- the number of each article's newest text at that time
    SELECT revision.article_id, max(revision.number) AS number
    FROM revision
    WHERE revision.imported_at <= coalesce(:as_of, '9999')
    GROUP BY revision.article_id
),
current_all AS (  -- those texts, of articles that were not withdrawn
    SELECT
        revision.id AS revision_id, revision.title, revision.text_sha256, article.id AS article_id,
        article.external_id, article.outlet, article.published,
        substr(coalesce(article.published, revision.imported_at), 1, 10) AS day
    FROM newest_all
    JOIN revision ON revision.article_id = newest_all.article_id AND revision.number = newest_all.number
    JOIN article ON article.id = newest_all.article_id
    WHERE article.withdrawn_at IS NULL OR article.withdrawn_at > coalesce(:as_of, '9999')
),
said_all AS MATERIALIZED (  -- mentions in them, with the claim and the state that they had
    SELECT
        mention.id AS mention_id, current_all.article_id, mention.revision_id, mention.sentence_id,
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
    FROM current_all
    JOIN mention ON mention.revision_id = current_all.revision_id
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
house_fact AS (  -- rulings that were neither replaced nor withdrawn by then
    SELECT ruling.id, ruling.slot_id, ruling.claim_id, ruling.reviewer_id, ruling.created_at, ruling.valid_until
    FROM ruling
    WHERE ruling.created_at <= coalesce(:as_of, '9999') AND ruling.retracts = 0
        AND NOT EXISTS (
            SELECT 1 FROM ruling AS later
            WHERE later.supersedes_id = ruling.id AND later.created_at <= coalesce(:as_of, '9999'))
),
chosen AS (
    SELECT problem.finding_id, problem.rule, problem.severity, problem.slot_id, problem.state
    FROM problem
    WHERE (problem.state = :state OR (:state IS NULL AND problem.state IN ('open', 'acknowledged', 'reopened')))
        AND (:since IS NULL OR problem.since >= :since) AND (:until IS NULL OR problem.since <= :until)
),
live AS (  -- what the members' claims rest on
    SELECT said_all.mention_id, said_all.article_id, said_all.claim_id, said_all.quote, said_all.state,
        said_all.speaker_snak, said_all.speaker_id
    FROM said_all
    WHERE said_all.state <> 'rejected'
        AND said_all.claim_id IN (
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
    current_all.outlet AS outlet,
    'a' || live.article_id AS article,
    current_all.published AS published,
    CASE live.state WHEN 'accepted' THEN 'yes' WHEN 'suggested' THEN 'no' END AS reviewed,
    rating.code AS rating,
    'c' || member.claim_id AS claim_id,
    'm' || live.mention_id AS mention_id,
    current_all.external_id AS external_id
FROM chosen
JOIN member ON member.finding_id = chosen.finding_id
JOIN v_claim ON v_claim.claim_id = member.claim_id
LEFT JOIN live ON live.claim_id = member.claim_id
LEFT JOIN current_all ON current_all.article_id = live.article_id
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
    coalesce(member.alternative, 1000000), member.claim_id, current_all.day, live.mention_id
