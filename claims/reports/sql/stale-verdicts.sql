-- Title: Verdicts whose ground changed since they were given
-- Question: Which verdicts, the last word on their claim, need another look, and because of what?
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
    SELECT standing.id, 'evidence', evidence.created_at
    FROM standing
    JOIN rating ON rating.id = standing.rating_id
    JOIN evidence ON evidence.claim_id = standing.claim_id AND evidence.created_at > standing.created_at
        AND evidence.created_at <= coalesce(:as_of, '9999')
        AND CASE rating.truth_class
            WHEN 'true' THEN evidence.stance IN ('refutes', 'qualifies')
            WHEN 'false' THEN evidence.stance IN ('supports', 'qualifies')
            ELSE evidence.stance IN ('supports', 'refutes')
        END
    WHERE standing.about = 'content'
    UNION ALL
    SELECT standing.id, 'print', substr(current.published, 1, 10)
    FROM standing
    JOIN claim ON claim.id = standing.claim_id AND claim.as_of = ''
    JOIN slot ON slot.id = claim.slot_id
    JOIN predicate ON predicate.id = slot.predicate_id AND predicate.temporal = 'state'
    JOIN said ON said.claim_id = standing.claim_id AND said.state <> 'rejected'
    JOIN current ON current.article_id = said.article_id
    WHERE standing.about = 'content'
        AND julianday(substr(current.published, 1, 10)) > julianday(standing.as_of) + predicate.validity_days
    UNION ALL
    SELECT standing.id, 'vocabulary', reworded.at
    FROM standing
    JOIN claim ON claim.id = standing.claim_id
    JOIN slot ON slot.id = claim.slot_id
    JOIN reworded ON (reworded.noun = 'predicate' AND reworded.noun_id = slot.predicate_id)
        OR (reworded.noun = 'unit' AND reworded.noun_id = claim.unit_id)
    WHERE reworded.at > standing.created_at
),
last_word AS (  -- of all that stands on one thing the newest, on claims that an article makes or made
    SELECT max(standing.id) AS verdict_id
    FROM standing
    JOIN verdict ON verdict.id = standing.id
    WHERE EXISTS (
        SELECT 1
        FROM mention
        JOIN revision ON revision.id = mention.revision_id
        JOIN article ON article.id = revision.article_id
        WHERE mention.claim_id = standing.claim_id
            AND (mention.state <> 'rejected' OR mention.decided_at > coalesce(:as_of, '9999'))
            AND (article.withdrawn_at IS NULL OR article.withdrawn_at > coalesce(:as_of, '9999')))
    GROUP BY standing.claim_id, standing.about, verdict.mention_key
),
first_changed AS (
    SELECT changed.verdict_id, changed.part, min(changed.at) AS at
    FROM changed
    GROUP BY changed.verdict_id, changed.part
)
SELECT
    'c' || standing.claim_id AS claim_id,
    v_claim.claim AS claim,
    rating.code AS rating,
    reviewer.handle AS reviewer,
    standing.as_of AS as_of,
    first_changed.part AS changed_part,
    first_changed.at AS changed_at,
    CAST(julianday(coalesce(:as_of, 'now')) - julianday(first_changed.at) AS INTEGER) AS age_days,
    'j' || standing.id AS verdict_id,
    standing.about AS about
FROM first_changed
JOIN last_word ON last_word.verdict_id = first_changed.verdict_id
JOIN standing ON standing.id = first_changed.verdict_id
JOIN v_claim ON v_claim.claim_id = standing.claim_id
JOIN rating ON rating.id = standing.rating_id
JOIN reviewer ON reviewer.id = standing.reviewer_id
WHERE (:since IS NULL OR first_changed.at >= :since) AND (:until IS NULL OR first_changed.at <= :until)
    AND (:article IS NULL OR standing.claim_id IN (SELECT said.claim_id FROM said WHERE said.state <> 'rejected'))
ORDER BY first_changed.at, standing.id, first_changed.part
