-- Title: take confidential sources out of scope, with what was archived from them and what it says
-- One statement per paragraph.

DELETE FROM temp.scope_source WHERE id IN (SELECT id FROM source WHERE confidential = 1)

DELETE FROM temp.scope_snapshot
WHERE id IN (SELECT snapshot.id FROM snapshot JOIN source ON source.id = snapshot.source_id WHERE source.confidential = 1)

DELETE FROM temp.scope_evidence
WHERE id IN (
    SELECT evidence.id
    FROM evidence
    JOIN snapshot ON snapshot.id = evidence.snapshot_id
    JOIN source ON source.id = snapshot.source_id
    WHERE source.confidential = 1)

DELETE FROM temp.scope_source_claim
WHERE id IN (
    SELECT source_claim.id
    FROM source_claim
    JOIN snapshot ON snapshot.id = source_claim.snapshot_id
    JOIN source ON source.id = snapshot.source_id
    WHERE source.confidential = 1)

DELETE FROM temp.scope_text
WHERE sha256 NOT IN (SELECT text_sha256 FROM revision)
    AND sha256 IN (SELECT text_sha256 FROM snapshot)
    AND sha256 NOT IN (SELECT text_sha256 FROM snapshot WHERE id IN (SELECT id FROM temp.scope_snapshot))
