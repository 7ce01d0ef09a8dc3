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
-- Uses: current, said, standing, judged, member, open_problem

WITH
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
