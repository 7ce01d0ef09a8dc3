-- Title: Verdicts whose ground changed since they were given
-- Question: Which verdicts need another look, since nobody judged again after what changed?
-- Parameters:
--   article (article, default: all): only verdicts on claims that this article makes
--   since (time, default: the beginning): only changes then or later
--   until (time, default: the end): only changes then or earlier
--   as_of (time, default: now): what was known then: later texts, decisions, verdicts, rulings and acts are left out
-- Columns:
--   claim_id: the claim, such as c4
--   claim: the claim in a line
--   rating: the rating's code
--   reviewer: who judged
--   as_of: the day for which it holds
--   changed_part: revision (a passage that the reviewer saw is no longer in the newest text), evidence (a source
--     used has a newer snapshot with another text, or evidence was added that says otherwise), ruling (a house
--     fact was ruled on the question that does not just confirm the verdict), print (a state that passes was
--     printed longer after the verdict's day than it holds), vocabulary (the predicate or unit was edited); all but
--     the last are what the rule stale-verdict finds
--   changed_at: when that part first changed after the verdict
--   age_days: whole days since then, until as_of
--   verdict_id: the verdict, such as j2
--   about: content, attribution or context
-- Uses: said, standing, outdated

SELECT
    'c' || standing.claim_id AS claim_id,
    v_claim.claim AS claim,
    rating.code AS rating,
    reviewer.handle AS reviewer,
    standing.as_of AS as_of,
    outdated.part AS changed_part,
    outdated.at AS changed_at,
    CAST(julianday(coalesce(:as_of, 'now')) - julianday(outdated.at) AS INTEGER) AS age_days,
    'j' || standing.id AS verdict_id,
    standing.about AS about
FROM outdated
JOIN standing ON standing.id = outdated.verdict_id
JOIN v_claim ON v_claim.claim_id = standing.claim_id
JOIN rating ON rating.id = standing.rating_id
JOIN reviewer ON reviewer.id = standing.reviewer_id
WHERE (:since IS NULL OR outdated.at >= :since) AND (:until IS NULL OR outdated.at <= :until)
    AND (:article IS NULL OR standing.claim_id IN (SELECT said.claim_id FROM said WHERE said.state <> 'rejected'))
ORDER BY outdated.at, standing.id, outdated.part
