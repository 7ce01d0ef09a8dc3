-- Title: what is shown of found findings, with who gave the newest reason and when
-- Parameters: ids, a JSON list
SELECT
    finding.id AS noun_id,
    finding.message AS title,
    finding.state AS state,
    finding.id AS shown_id,
    NULL AS article_id,
    NULL AS external_id,
    NULL AS revision,
    NULL AS outlet,
    finding_act.at AS date,
    reviewer.handle AS reviewer
FROM finding
JOIN finding_act ON finding_act.id = (
    SELECT max(id) FROM finding_act AS act WHERE act.finding_id = finding.id AND act.reason <> '')
LEFT JOIN reviewer ON reviewer.id = finding_act.reviewer_id
WHERE finding.id IN (SELECT value FROM json_each(:ids))
