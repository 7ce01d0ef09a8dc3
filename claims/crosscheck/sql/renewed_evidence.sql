-- Title: what the sources of a verdict said when they were used and say now, with the value judged (parameter: the verdict)
SELECT used_text.body AS used, newest_text.body AS now, claim.value_text
FROM verdict
CROSS JOIN claim ON claim.id = verdict.claim_id
CROSS JOIN verdict_evidence AS used ON used.verdict_id = verdict.id
CROSS JOIN evidence ON evidence.id = used.evidence_id
CROSS JOIN snapshot ON snapshot.id = evidence.snapshot_id
CROSS JOIN text AS used_text ON used_text.sha256 = used.snapshot_sha256
CROSS JOIN snapshot AS newest ON newest.id = (
    SELECT newer.id FROM snapshot AS newer
    WHERE newer.source_id = snapshot.source_id AND newer.taken_at > verdict.created_at
    ORDER BY newer.taken_at DESC, newer.id DESC LIMIT 1
)
CROSS JOIN text AS newest_text ON newest_text.sha256 = newest.text_sha256
WHERE verdict.id = ? AND newest.text_sha256 <> used.snapshot_sha256
