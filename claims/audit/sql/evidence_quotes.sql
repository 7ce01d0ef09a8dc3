-- Title: quoted evidence with the hash of its snapshot's text, text by text
SELECT evidence.id, evidence.quote, snapshot.text_sha256
FROM evidence LEFT JOIN snapshot ON snapshot.id = evidence.snapshot_id
WHERE evidence.quote IS NOT NULL
ORDER BY evidence.snapshot_id, evidence.id
