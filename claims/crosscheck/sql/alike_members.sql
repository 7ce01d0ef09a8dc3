-- Title: the members of the findings of the rules that compare wordings (parameter: their names, as a JSON list)
SELECT finding_member.finding_id, finding_member.claim_id, finding_member.alternative, finding_member.fits
FROM finding
CROSS JOIN finding_member ON finding_member.finding_id = finding.id
WHERE finding.rule IN (SELECT value FROM json_each(?)) AND finding.slot_id IS NULL
