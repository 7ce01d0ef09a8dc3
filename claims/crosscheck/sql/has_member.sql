-- Title: whether a claim takes part in a finding (parameters: finding, claim)
SELECT 1 FROM finding_member WHERE finding_id = ? AND claim_id = ?
