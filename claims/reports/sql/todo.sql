-- Title: What is left to do, the most urgent first
-- Question: Which claims in live articles still need a reviewer, and why?
-- Parameters:
--   article (article, default: all): only this article
--   since (time, default: the beginning): only articles published (else imported) on that day or later
--   until (time, default: the end): only articles published (else imported) on that day or earlier
--   as_of (time, default: now): what was known then: later texts, decisions, verdicts, rulings and acts are left out
-- Columns:
--   priority: 1 contradicted, 2 a warning, 3 stale verdict, 4 figure not typed, 5 no verdict
--   article: the article, such as a3
--   published: when it was published
--   claim_id: the claim, such as c4
--   quote: the first words in the article that make the claim
--   why: finding, stale, figure untyped or no verdict: the most urgent of its reasons
--   assigned_to: to whom the claim, else the article, is assigned
--   due: by when they are to be done
--   mention_id: the mention, such as m12
--   finding_id: the first open finding, such as f1
--   external_id: the article's own id

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
reworded AS MATERIALIZED (  -- predicates and units whose meaning was edited, and when
    SELECT 'predicate' AS noun, json_extract(edit.value, '$[0].id') AS noun_id, event.at
    FROM event
    JOIN event_payload ON event_payload.seq = event.seq
    JOIN json_each(event_payload.body, '$.update.predicate') AS edit
    WHERE event.noun IN ('vocabulary', 'predicate') AND event.at <= coalesce(:as_of, '9999')
    UNION ALL
    SELECT 'unit', json_extract(edit.value, '$[0].id'), event.at
    FROM event
    JOIN event_payload ON event_payload.seq = event.seq
    JOIN json_each(event_payload.body, '$.update.unit') AS edit
    WHERE event.noun IN ('vocabulary', 'unit') AND event.at <= coalesce(:as_of, '9999')
),
changed AS (  -- what the standing verdicts rest on, where it became another since
    SELECT standing.id AS verdict_id, 'revision' AS part, newer.imported_at AS at
    FROM standing
    JOIN verdict_mention ON verdict_mention.verdict_id = standing.id
    JOIN mention ON mention.id = verdict_mention.mention_id
    JOIN revision AS seen ON seen.id = mention.revision_id
    JOIN article ON article.id = seen.article_id
        AND (article.withdrawn_at IS NULL OR article.withdrawn_at > coalesce(:as_of, '9999'))
    JOIN revision AS last ON last.article_id = seen.article_id AND last.number = (
        SELECT max(revision.number) FROM revision
        WHERE revision.article_id = seen.article_id AND revision.imported_at <= coalesce(:as_of, '9999'))
    JOIN text AS last_text ON last_text.sha256 = last.text_sha256
    JOIN revision AS newer ON newer.article_id = seen.article_id AND newer.number > seen.number
        AND newer.number <= last.number AND newer.imported_at > standing.created_at
    JOIN text AS newer_text ON newer_text.sha256 = newer.text_sha256
    WHERE last.number > seen.number AND last.imported_at > standing.created_at
        AND instr(coalesce(last.title, '') || char(10) || last_text.body, mention.quote) = 0
        AND instr(coalesce(newer.title, '') || char(10) || newer_text.body, mention.quote) = 0
    UNION ALL
    SELECT standing.id, 'evidence', newer.taken_at
    FROM standing
    JOIN verdict_evidence ON verdict_evidence.verdict_id = standing.id
    JOIN evidence ON evidence.id = verdict_evidence.evidence_id
    JOIN snapshot AS seen ON seen.id = evidence.snapshot_id
    JOIN snapshot AS newer ON newer.source_id = seen.source_id
    WHERE newer.text_sha256 <> verdict_evidence.snapshot_sha256
        AND newer.taken_at > standing.created_at AND newer.taken_at <= coalesce(:as_of, '9999')
    UNION ALL
    SELECT standing.id, 'ruling', ruling.created_at
    FROM standing
    JOIN claim ON claim.id = standing.claim_id
    JOIN slot ON slot.id = claim.slot_id
    JOIN slot AS alike ON alike.canonical_id = slot.canonical_id
    JOIN ruling ON ruling.slot_id = alike.id
    JOIN rating ON rating.id = standing.rating_id
    WHERE (ruling.supersedes_id IS NOT NULL OR ruling.claim_id <> standing.claim_id OR rating.truth_class <> 'true')
        AND ruling.created_at > standing.created_at AND ruling.created_at <= coalesce(:as_of, '9999')
    UNION ALL
    SELECT standing.id, 'vocabulary', reworded.at
    FROM standing
    JOIN claim ON claim.id = standing.claim_id
    JOIN slot ON slot.id = claim.slot_id
    JOIN reworded ON (reworded.noun = 'predicate' AND reworded.noun_id = slot.predicate_id)
        OR (reworded.noun = 'unit' AND reworded.noun_id = claim.unit_id)
    WHERE reworded.at > standing.created_at
),
accused AS (  -- claims with open findings, and how grave
    SELECT
        member.claim_id, min(open_problem.finding_id) AS finding_id,
        max(CASE open_problem.severity WHEN 'violation' THEN 1 ELSE 0 END) AS violated
    FROM open_problem
    JOIN member ON member.finding_id = open_problem.finding_id
    GROUP BY member.claim_id
),
stale AS (  -- claims whose last word rests on something that changed
    SELECT DISTINCT judged.claim_id
    FROM judged
    JOIN changed ON changed.verdict_id = judged.verdict_id
),
given AS (  -- open assignments
    SELECT
        assignment.article_id, assignment.claim_id, assignment.due_at, reviewer.handle,
        row_number() OVER (
            PARTITION BY assignment.article_id, assignment.claim_id
            ORDER BY coalesce(assignment.due_at, '9999'), assignment.id) AS place
    FROM assignment
    JOIN reviewer ON reviewer.id = assignment.reviewer_id
    WHERE assignment.created_at <= coalesce(:as_of, '9999')
        AND (assignment.done_at IS NULL OR assignment.done_at > coalesce(:as_of, '9999'))
),
first AS (  -- each claim's first mention in each article
    SELECT
        said.mention_id, said.article_id, said.claim_id, said.quote, said.start_cp,
        row_number() OVER (
            PARTITION BY said.article_id, said.claim_id
            ORDER BY said.field DESC, said.start_cp, said.mention_id) AS place
    FROM said
    WHERE said.state <> 'rejected'
),
task AS (
    SELECT
        first.mention_id, first.article_id, first.claim_id, first.quote, first.start_cp, accused.finding_id,
        CASE
            WHEN accused.violated = 1 THEN 1
            WHEN accused.violated = 0 THEN 2
            WHEN stale.claim_id IS NOT NULL THEN 3
            WHEN judged.claim_id IS NOT NULL THEN NULL
            WHEN claim.slot_id IS NULL AND (
                first.quote LIKE '%0%' OR first.quote LIKE '%1%' OR first.quote LIKE '%2%' OR first.quote LIKE '%3%'
                OR first.quote LIKE '%4%' OR first.quote LIKE '%5%' OR first.quote LIKE '%6%'
                OR first.quote LIKE '%7%' OR first.quote LIKE '%8%' OR first.quote LIKE '%9%') THEN 4
            ELSE 5 END AS priority
    FROM first
    JOIN claim ON claim.id = first.claim_id
    LEFT JOIN accused ON accused.claim_id = first.claim_id
    LEFT JOIN stale ON stale.claim_id = first.claim_id
    LEFT JOIN judged ON judged.claim_id = first.claim_id
    WHERE first.place = 1
)
SELECT
    task.priority AS priority,
    'a' || task.article_id AS article,
    current.published AS published,
    'c' || task.claim_id AS claim_id,
    task.quote AS quote,
    CASE task.priority
        WHEN 1 THEN 'finding' WHEN 2 THEN 'finding' WHEN 3 THEN 'stale' WHEN 4 THEN 'figure untyped'
        ELSE 'no verdict' END AS why,
    coalesce(own.handle, whole.handle) AS assigned_to,
    CASE WHEN own.handle IS NULL THEN whole.due_at ELSE own.due_at END AS due,
    'm' || task.mention_id AS mention_id,
    'f' || task.finding_id AS finding_id,
    current.external_id AS external_id
FROM task
JOIN current ON current.article_id = task.article_id
LEFT JOIN given AS own ON own.claim_id = task.claim_id AND own.place = 1
LEFT JOIN given AS whole ON whole.article_id = task.article_id AND whole.place = 1
WHERE task.priority IS NOT NULL
    AND (:since IS NULL OR current.day >= substr(:since, 1, 10)) AND (:until IS NULL OR current.day <= substr(:until, 1, 10))
ORDER BY task.priority, coalesce(due, '9999'), current.day DESC, task.article_id, task.start_cp, task.mention_id
