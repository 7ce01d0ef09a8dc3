-- Title: the log with its payloads, as an export writes it
SELECT
    event.seq, event.at, event.actor_id, event.command, event.noun, event.noun_id, event.action, event.format,
    event.commitment, event.prev_hash, event.hash, event_payload.salt, event_payload.body
FROM event LEFT JOIN event_payload ON event_payload.seq = event.seq
ORDER BY event.seq
