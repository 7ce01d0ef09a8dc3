reworded AS MATERIALIZED (  -- predicates and units whose meaning was edited, and when
    SELECT 'predicate' AS noun, json_extract(edit.value, '$[0].id') AS noun_id, event.at
    FROM event
    JOIN event_payload ON event_payload.seq = event.seq
    JOIN json_each(event_payload.body, '$.update.predicate') AS edit
    WHERE event.noun IN ('vocabulary', 'predicate') AND event.at <= coalesce(:as_of, '9999')
    UNION ALL
    SELECT 'unit', json_extract(edit.value, '$[0].id'), event.at
    FROM event
    JOIN event_payload ON event_payload.seq = event.seq
    JOIN json_each(event_payload.body, '$.update.unit') AS edit
    WHERE event.noun IN ('vocabulary', 'unit') AND event.at <= coalesce(:as_of, '9999')
)
