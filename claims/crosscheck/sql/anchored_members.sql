-- Title: the members of the findings of a wider rule in the anchor slots (parameter: the rule)
SELECT finding_member.finding_id, finding_member.claim_id, finding_member.alternative, finding_member.fits
FROM check_anchor
CROSS JOIN slot ON slot.canonical_id = check_anchor.slot_id
CROSS JOIN finding ON finding.slot_id = slot.id AND finding.rule = ?
CROSS JOIN finding_member ON finding_member.finding_id = finding.id
