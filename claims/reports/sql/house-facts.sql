-- Title: What the desk holds to
-- Question: Which house facts stand, on what ground, and who still contradicts them?
-- Parameters:
--   article (article, default: all): only house facts that answer a question which this article answers
--   since (time, default: the beginning): only those decided then or later
--   until (time, default: the end): only those decided then or earlier
--   as_of (time, default: now): what was known then: later texts, decisions, verdicts, rulings and acts are left out
-- Columns:
--   ruling_id: the ruling, such as h2
--   subject: what it is about
--   predicate: what is said of it
--   qualifiers: what separates the question
--   value: the answer that the desk holds to
--   rating: the last standing verdict about that claim
--   decided_by: who decided
--   decided_at: when
--   valid_until: last day that it holds; empty until changed
--   sources: the sources that it rests on; a confidential one by its id only
--   violations_open: open violations in the same question
--   claim_id: the claim, such as c4

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
house_fact AS (  -- rulings that were neither replaced nor withdrawn by then
    SELECT ruling.id, ruling.slot_id, ruling.claim_id, ruling.reviewer_id, ruling.created_at, ruling.valid_until
    FROM ruling
    WHERE ruling.created_at <= coalesce(:as_of, '9999') AND ruling.retracts = 0
        AND NOT EXISTS (
            SELECT 1 FROM ruling AS later
            WHERE later.supersedes_id = ruling.id AND later.created_at <= coalesce(:as_of, '9999'))
),
violated AS (
    SELECT slot.canonical_id, count(*) AS n
    FROM open_problem
    JOIN slot ON slot.id = open_problem.slot_id
    WHERE open_problem.severity = 'violation'
    GROUP BY slot.canonical_id
)
SELECT
    'h' || house_fact.id AS ruling_id,
    v_claim.subject AS subject,
    v_claim.predicate AS predicate,
    (SELECT group_concat(qualifier.key || '=' || qualifier.value, ', ') FROM qualifier
     WHERE qualifier.slot_id = house_fact.slot_id) AS qualifiers,
    v_claim.value AS value,
    rating.code AS rating,
    reviewer.handle AS decided_by,
    house_fact.created_at AS decided_at,
    house_fact.valid_until AS valid_until,
    (SELECT group_concat(named.name, '; ') FROM (
        SELECT DISTINCT
            CASE source.confidential WHEN 1 THEN 'confidential source q' || source.id ELSE source.title END AS name
        FROM ruling_evidence
        JOIN evidence ON evidence.id = ruling_evidence.evidence_id
        JOIN snapshot ON snapshot.id = evidence.snapshot_id
        JOIN source ON source.id = snapshot.source_id
        WHERE ruling_evidence.ruling_id = house_fact.id
        ORDER BY 1) AS named) AS sources,
    coalesce(violated.n, 0) AS violations_open,
    'c' || house_fact.claim_id AS claim_id
FROM house_fact
JOIN v_claim ON v_claim.claim_id = house_fact.claim_id
JOIN reviewer ON reviewer.id = house_fact.reviewer_id
LEFT JOIN violated ON violated.canonical_id = v_claim.canonical_slot_id
LEFT JOIN judged ON judged.claim_id = house_fact.claim_id
LEFT JOIN verdict ON verdict.id = judged.verdict_id
LEFT JOIN rating ON rating.id = verdict.rating_id
WHERE (:since IS NULL OR house_fact.created_at >= :since) AND (:until IS NULL OR house_fact.created_at <= :until)
    AND (:article IS NULL OR v_claim.canonical_slot_id IN (
        SELECT slot.canonical_id FROM said
        JOIN claim ON claim.id = said.claim_id
        JOIN slot ON slot.id = claim.slot_id
        WHERE said.state <> 'rejected'))
ORDER BY v_claim.subject, v_claim.predicate, house_fact.id
