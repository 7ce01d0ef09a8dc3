-- Title: the members of the findings of the wider rules in the anchor slots
-- Parameter: the names of these rules, as a JSON list
SELECT finding_member.finding_id, finding_member.claim_id, finding_member.alternative, finding_member.fits
FROM check_anchor
CROSS JOIN slot ON slot.canonical_id = check_anchor.slot_id
CROSS JOIN finding ON finding.slot_id = slot.id AND finding.rule IN (SELECT value FROM json_each(?))
CROSS JOIN finding_member ON finding_member.finding_id = finding.id
