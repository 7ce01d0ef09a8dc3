-- Title: the text of evidence that is not first-hand (parameter: the evidence)
SELECT text.body
FROM evidence
CROSS JOIN snapshot ON snapshot.id = evidence.snapshot_id
CROSS JOIN source ON source.id = snapshot.source_id AND source.kind IN ('reporting', 'agency', 'social', 'reference')
CROSS JOIN text ON text.sha256 = snapshot.text_sha256
WHERE evidence.id = ?
