member AS MATERIALIZED (  -- which claims belonged to a finding: today's, or those that were replaced first since
    SELECT finding_member.finding_id, finding_member.claim_id, finding_member.alternative
    FROM finding_member
    WHERE finding_member.finding_id NOT IN (SELECT gone_member.finding_id FROM gone_member)
    UNION ALL
    SELECT gone_member.finding_id, gone_member.claim_id, gone_member.alternative
    FROM gone_member
    WHERE gone_member.seq = (
        SELECT min(earlier.seq) FROM gone_member AS earlier WHERE earlier.finding_id = gone_member.finding_id)
)
