-- Title: what is shown of found claims, with the article of one mention: a live one if there is any
-- Parameters: ids, a JSON list
WITH place AS (
    SELECT
        mention.claim_id AS claim_id,
        mention.state AS state,
        article.revisions = revision.number AND article.withdrawn_at IS NULL AS live,
        article.id AS article_id,
        article.external_id AS external_id,
        revision.number AS revision,
        article.outlet AS outlet,
        article.published AS date,
        row_number() OVER (
            PARTITION BY mention.claim_id
            ORDER BY
                mention.state = 'rejected',
                article.revisions <> revision.number OR article.withdrawn_at IS NOT NULL,
                mention.state <> 'accepted',
                mention.id) AS rank
    FROM mention
    JOIN revision ON revision.id = mention.revision_id
    JOIN article ON article.id = revision.article_id
    WHERE mention.claim_id IN (SELECT value FROM json_each(:ids))
)
SELECT
    v_claim.claim_id AS noun_id,
    CASE v_claim.snak WHEN 'untyped' THEN v_claim.value_text ELSE v_claim.claim END AS title,
    CASE WHEN place.live THEN place.state WHEN place.live IS NULL THEN 'unmentioned' ELSE 'not live' END AS state,
    v_claim.claim_id AS shown_id,
    place.article_id AS article_id,
    place.external_id AS external_id,
    place.revision AS revision,
    place.outlet AS outlet,
    place.date AS date,
    NULL AS reviewer
FROM v_claim
LEFT JOIN place ON place.claim_id = v_claim.claim_id AND place.rank = 1
WHERE v_claim.claim_id IN (SELECT value FROM json_each(:ids))
