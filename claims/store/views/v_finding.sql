-- Title: one row per finding, with its question and the last step of its life

CREATE VIEW v_finding AS
SELECT
    finding.id AS finding_id,
    finding.rule AS rule,
    finding.severity AS severity,
    finding.state AS state,
    finding.message AS message,
    finding.slot_id AS slot_id,
    subject.id AS subject_id,
    subject.label AS subject,
    predicate.key AS predicate,
    (SELECT count(*) FROM finding_member WHERE finding_id = finding.id) AS claims,
    (SELECT min(opening.at) FROM finding_act AS opening WHERE opening.finding_id = finding.id) AS opened_at,
    last_act.action AS last_action,
    last_act.at AS last_at,
    reviewer.handle AS last_by,
    last_act.reason AS last_reason,
    last_act.until AS waived_until
FROM finding
LEFT JOIN slot ON slot.id = finding.slot_id
LEFT JOIN slot AS canonical ON canonical.id = slot.canonical_id
LEFT JOIN entity AS subject ON subject.id = canonical.subject_id
LEFT JOIN predicate ON predicate.id = slot.predicate_id
LEFT JOIN finding_act AS last_act ON last_act.id = (
    SELECT max(newest.id) FROM finding_act AS newest WHERE newest.finding_id = finding.id)
LEFT JOIN reviewer ON reviewer.id = last_act.reviewer_id
