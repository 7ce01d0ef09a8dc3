-- The audit log is a chain without gaps, and a payload can be erased but not altered.

CREATE TRIGGER event_is_chained BEFORE INSERT ON event
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM event)
    OR NEW.prev_hash IS NOT coalesce(
        (SELECT hash FROM event WHERE seq = NEW.seq - 1),
        '0000000000000000000000000000000000000000000000000000000000000000')
BEGIN SELECT RAISE(ABORT, 'event does not follow the last one of the chain'); END

CREATE TRIGGER event_payload_may_only_be_erased BEFORE UPDATE ON event_payload
WHEN NEW.seq IS NOT OLD.seq OR NEW.salt IS NOT NULL OR NEW.body IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'event_payload can be erased but not altered'); END
