-- Title: What is put into whose mouth
-- Question: Which statements do the articles attribute, to whom, and was it checked that they said so?
-- Parameters:
--   article (article, default: all): only what this article attributes
--   since (time, default: the beginning): only articles published (else imported) on that day or later
--   until (time, default: the end): only articles published (else imported) on that day or earlier
--   as_of (time, default: now): what was known then: later texts, decisions, verdicts, rulings and acts are left out
-- Columns:
--   speaker: who is quoted; "unnamed" for a speaker without a name
--   role_in_text: the office that the same article gives them
--   predicate: what kind of statement it is
--   quote: the words of the article
--   voice: quote, indirect, headline, caption or article
--   article: the article, such as a3
--   published: when it was published
--   attribution_verdict: the last standing verdict on whether they said so
--   same_speaker_elsewhere: mentions attributed to them in other live articles
--   claim_id: the claim, such as c4
--   mention_id: the mention, such as m12
--   external_id: the article's own id
-- Uses: everything, current, said, standing
-- Note: who is the same person after merges is known for today only.

WITH RECURSIVE
merged(id, into_id) AS (  -- entities that turned out to be others
    SELECT entity.id, entity.merged_into_id FROM entity WHERE entity.merged_into_id IS NOT NULL
    UNION
    SELECT merged.id, entity.merged_into_id
    FROM merged
    JOIN entity ON entity.id = merged.into_id
    WHERE entity.merged_into_id IS NOT NULL
),
attributed AS (
    SELECT
        said.mention_id, said.article_id, said.claim_id, said.quote, said.voice,
        said.field, said.start_cp, said.speaker_snak,
        coalesce(merged.into_id, said.speaker_id) AS speaker_id
    FROM said
    LEFT JOIN merged ON merged.id = said.speaker_id
        AND NOT EXISTS (SELECT 1 FROM merged AS further WHERE further.id = merged.into_id)
    WHERE said.state <> 'rejected' AND said.speaker_snak IS NOT NULL
),
told AS (SELECT attributed.speaker_id, count(*) AS n FROM attributed GROUP BY attributed.speaker_id),
told_here AS (
    SELECT attributed.speaker_id, attributed.article_id, count(*) AS n
    FROM attributed
    GROUP BY attributed.speaker_id, attributed.article_id
),
role AS (  -- offices that an article gives somebody, as holder or in the past
    SELECT
        said.article_id,
        CASE predicate.key WHEN 'office_holder' THEN claim.value_entity_id ELSE slot.subject_id END AS speaker_id,
        min(CASE predicate.key
            WHEN 'office_holder' THEN coalesce(
                (SELECT min(qualifier.value) FROM qualifier
                 WHERE qualifier.slot_id = slot.id AND qualifier.key IN ('office', 'role')) || ' (' || office.label || ')',
                office.label)
            ELSE claim.value_text END) AS name
    FROM said
    JOIN claim ON claim.id = said.claim_id
    JOIN slot ON slot.id = claim.slot_id
    JOIN entity AS office ON office.id = slot.subject_id
    JOIN predicate ON predicate.id = slot.predicate_id
    WHERE said.state <> 'rejected' AND claim.polarity = 'asserted'
        AND predicate.key IN ('office_holder', 'former_office')
    GROUP BY 1, 2
),
confirmed AS (
    SELECT standing.mention_id, max(standing.id) AS verdict_id
    FROM standing
    WHERE standing.about = 'attribution'
    GROUP BY standing.mention_id
)
SELECT
    CASE attributed.speaker_snak WHEN 'somevalue' THEN 'unnamed' ELSE speaker.label END AS speaker,
    role.name AS role_in_text,
    predicate.key AS predicate,
    attributed.quote AS quote,
    attributed.voice AS voice,
    'a' || attributed.article_id AS article,
    current.published AS published,
    rating.code AS attribution_verdict,
    CASE attributed.speaker_snak WHEN 'value' THEN told.n - told_here.n END AS same_speaker_elsewhere,
    'c' || attributed.claim_id AS claim_id,
    'm' || attributed.mention_id AS mention_id,
    current.external_id AS external_id
FROM attributed
JOIN current ON current.article_id = attributed.article_id
JOIN claim ON claim.id = attributed.claim_id
LEFT JOIN slot ON slot.id = claim.slot_id
LEFT JOIN predicate ON predicate.id = slot.predicate_id
LEFT JOIN entity AS speaker ON speaker.id = attributed.speaker_id
LEFT JOIN told ON told.speaker_id = attributed.speaker_id
LEFT JOIN told_here ON told_here.speaker_id = attributed.speaker_id AND told_here.article_id = attributed.article_id
LEFT JOIN role ON role.speaker_id = attributed.speaker_id AND role.article_id = attributed.article_id
LEFT JOIN confirmed ON confirmed.mention_id = attributed.mention_id
LEFT JOIN verdict ON verdict.id = confirmed.verdict_id
LEFT JOIN rating ON rating.id = verdict.rating_id
WHERE (:article IS NULL OR attributed.article_id = :article)
    AND (:since IS NULL OR current.day >= substr(:since, 1, 10)) AND (:until IS NULL OR current.day <= substr(:until, 1, 10))
ORDER BY speaker IS NULL, speaker, attributed.article_id, attributed.field DESC, attributed.start_cp, attributed.mention_id
