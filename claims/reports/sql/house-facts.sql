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
-- Uses: said, judged, open_problem, house_fact

WITH
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
