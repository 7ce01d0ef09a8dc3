-- Title: one row per source, with what rests on it
-- The names of confidential sources stand here: the ledger is the desk's own.

CREATE VIEW v_source AS
SELECT
    source.id AS source_id,
    source.title AS title,
    source.kind AS kind,
    source.url AS url,
    source.publisher AS publisher,
    source.published AS published,
    source.confidential AS confidential,
    source.origin_id AS origin_id,
    origin.title AS origin,
    source.dead_at AS dead_at,
    (SELECT count(*) FROM snapshot WHERE source_id = source.id) AS snapshots,
    (SELECT max(taken_at) FROM snapshot WHERE source_id = source.id) AS last_snapshot,
    (SELECT count(*) FROM snapshot JOIN evidence ON evidence.snapshot_id = snapshot.id
     WHERE snapshot.source_id = source.id) AS evidence
FROM source
LEFT JOIN source AS origin ON origin.id = source.origin_id
