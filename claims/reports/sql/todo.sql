-- Title: What is left to do, the most urgent first
-- Question: Which claims in live articles still need a reviewer, and why?
-- Parameters:
--   article (article, default: all): only this article
--   since (time, default: the beginning): only articles published (else imported) on that day or later
--   until (time, default: the end): only articles published (else imported) on that day or earlier
--   as_of (time, default: now): what was known then: later texts, decisions, verdicts, rulings and acts are left out
-- Columns:
--   priority: 1 contradicted, 2 a warning, 3 stale verdict, 4 figure not typed (R1 is a name), 5 no verdict
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
-- Uses: current, said, judged, member, open_problem, outdated

WITH
accused AS (  -- claims with open findings, and how grave
    SELECT
        member.claim_id, min(open_problem.finding_id) AS finding_id,
        max(CASE open_problem.severity WHEN 'violation' THEN 1 ELSE 0 END) AS violated
    FROM open_problem
    JOIN member ON member.finding_id = open_problem.finding_id
    GROUP BY member.claim_id
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
            WHEN first.claim_id IN (SELECT outdated.claim_id FROM outdated) THEN 3
            WHEN first.claim_id IN (SELECT judged.claim_id FROM judged) THEN NULL
            WHEN claim.slot_id IS NULL AND ' ' || first.quote GLOB '*[ („“"–$€£][0-9]*' THEN 4
            ELSE 5 END AS priority
    FROM first
    JOIN claim ON claim.id = first.claim_id
    LEFT JOIN accused ON accused.claim_id = first.claim_id
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
