-- Title: the members of the findings in the inspected slots
SELECT finding_member.finding_id, finding_member.claim_id, finding_member.alternative, finding_member.fits
FROM check_inspected
CROSS JOIN finding ON finding.slot_id = check_inspected.slot_id
CROSS JOIN finding_member ON finding_member.finding_id = finding.id
