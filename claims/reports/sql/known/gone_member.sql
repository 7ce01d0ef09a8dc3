gone_member AS MATERIALIZED (  -- members that later runs replaced, as the log has them
    SELECT
        event.seq, json_extract(edit.value, '$.finding_id') AS finding_id,
        json_extract(edit.value, '$.claim_id') AS claim_id, json_extract(edit.value, '$.alternative') AS alternative
    FROM event
    JOIN event_payload ON event_payload.seq = event.seq
    JOIN json_each(event_payload.body, '$.delete.finding_member') AS edit
    WHERE event.noun IN ('check_run', 'finding') AND event.at > coalesce(:as_of, '9999')
)
