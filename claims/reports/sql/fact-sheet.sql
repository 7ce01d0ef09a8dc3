-- Title: Faktenliste: every claim of an article with what is known about it
-- Question: What does the article claim, sentence by sentence, and what did the check of it find?
-- Parameters:
--   article (article, default: all): only this article
--   since (time, default: the beginning): only articles published (else imported) on that day or later
--   until (time, default: the end): only articles published (else imported) on that day or earlier
--   as_of (time, default: now): what was known then: later texts, decisions, verdicts, rulings and acts are left out
-- Columns:
--   no: number of the row within its article, in reading order
--   sentence: the sentence that the claim stands in; of a very long text only the quote's surroundings
--   quote: the exact words that make the claim
--   claim_id: the claim, such as c4
--   claim: the claim in a line
--   speaker: who says it; empty for the article itself, "unnamed" for a speaker without a name
--   voice: article, quote, indirect, headline or caption
--   value: the answer that it gives
--   state: suggested or accepted
--   rating: the last standing verdict about the content
--   evidence_count: pieces of evidence on the claim
--   best_source: the evidence's strongest source, primary first; a confidential one by its id only
--   checked_by: who gave the rating
--   checked_at: when
--   note: open findings, verdicts on attribution or context, hedging, or that it is not typed yet
--   mention_id: the mention, such as m12
--   article: the article, such as a3

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
remarked AS (  -- verdicts about single mentions
    SELECT standing.mention_id, group_concat(standing.about || ' ' || rating.code, ', ') AS verdicts
    FROM standing
    JOIN rating ON rating.id = standing.rating_id
    WHERE standing.mention_id IS NOT NULL
    GROUP BY standing.mention_id
),
accused AS (
    SELECT member.claim_id, group_concat('f' || member.finding_id, ' ') AS findings
    FROM member
    JOIN open_problem ON open_problem.finding_id = member.finding_id
    GROUP BY member.claim_id
)
SELECT
    row_number() OVER (
        PARTITION BY said.article_id ORDER BY said.field DESC, said.start_cp, said.mention_id) AS no,
    CASE
        WHEN said.field = 'title' THEN current.title
        WHEN sentence.id IS NULL OR current.length > 100000 THEN said.prefix || said.quote || said.suffix
        ELSE substr(text.body, sentence.start_cp + 1, sentence.end_cp - sentence.start_cp) END AS sentence,
    said.quote AS quote,
    'c' || said.claim_id AS claim_id,
    v_claim.claim AS claim,
    CASE said.speaker_snak WHEN 'somevalue' THEN 'unnamed' ELSE speaker.label END AS speaker,
    said.voice AS voice,
    v_claim.value AS value,
    said.state AS state,
    rating.code AS rating,
    (SELECT count(*) FROM evidence
     WHERE evidence.claim_id = said.claim_id AND evidence.created_at <= coalesce(:as_of, '9999')) AS evidence_count,
    (SELECT CASE source.confidential WHEN 1 THEN 'confidential source q' || source.id ELSE source.title END
     FROM evidence
     JOIN snapshot ON snapshot.id = evidence.snapshot_id
     JOIN source ON source.id = snapshot.source_id
     WHERE evidence.claim_id = said.claim_id AND evidence.created_at <= coalesce(:as_of, '9999')
        AND evidence.stance <> 'no answer'
     ORDER BY CASE source.kind
        WHEN 'primary' THEN 1 WHEN 'official' THEN 2 WHEN 'own test' THEN 3 WHEN 'reference' THEN 4
        WHEN 'agency' THEN 5 WHEN 'reporting' THEN 6 WHEN 'interview' THEN 7 WHEN 'e-mail' THEN 8 ELSE 9 END,
        evidence.id
     LIMIT 1) AS best_source,
    reviewer.handle AS checked_by,
    verdict.created_at AS checked_at,
    nullif(substr(
        coalesce('; finding ' || accused.findings, '')
        || coalesce('; ' || remarked.verdicts, '')
        || CASE said.hedged WHEN 1 THEN '; hedged' ELSE '' END
        || CASE v_claim.snak WHEN 'untyped' THEN '; not typed yet' ELSE '' END, 3), '') AS note,
    'm' || said.mention_id AS mention_id,
    'a' || said.article_id AS article
FROM said
JOIN (
    SELECT current.revision_id, current.title, current.text_sha256, current.day, text.length
    FROM current
    JOIN text ON text.sha256 = current.text_sha256) AS current ON current.revision_id = said.revision_id
JOIN text ON text.sha256 = current.text_sha256
JOIN v_claim ON v_claim.claim_id = said.claim_id
LEFT JOIN sentence ON sentence.id = said.sentence_id
LEFT JOIN entity AS speaker ON speaker.id = said.speaker_id
LEFT JOIN accused ON accused.claim_id = said.claim_id
LEFT JOIN remarked ON remarked.mention_id = said.mention_id
LEFT JOIN judged ON judged.claim_id = said.claim_id
LEFT JOIN verdict ON verdict.id = judged.verdict_id
LEFT JOIN rating ON rating.id = verdict.rating_id
LEFT JOIN reviewer ON reviewer.id = verdict.reviewer_id
WHERE said.state <> 'rejected'
    AND (:since IS NULL OR current.day >= substr(:since, 1, 10)) AND (:until IS NULL OR current.day <= substr(:until, 1, 10))
ORDER BY said.article_id, no
