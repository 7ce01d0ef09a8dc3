-- A quote is the exact text at its offsets, in code points. IS NOT, so that NULL does not pass.

CREATE TRIGGER mention_quotes_its_text BEFORE INSERT ON mention
WHEN NEW.quote IS NOT (
    SELECT substr(CASE NEW.field WHEN 'title' THEN revision.title ELSE text.body END,
                  NEW.start_cp + 1, NEW.end_cp - NEW.start_cp)
    FROM revision JOIN text ON text.sha256 = revision.text_sha256
    WHERE revision.id = NEW.revision_id)
BEGIN SELECT RAISE(ABORT, 'mention: the quote is not what the text says at these offsets'); END

CREATE TRIGGER mention_keeps_its_anchor BEFORE UPDATE ON mention
WHEN NEW.quote IS NOT OLD.quote OR NEW.start_cp IS NOT OLD.start_cp OR NEW.end_cp IS NOT OLD.end_cp
    OR NEW.field IS NOT OLD.field OR NEW.revision_id IS NOT OLD.revision_id OR NEW.id IS NOT OLD.id
BEGIN SELECT RAISE(ABORT, 'mention: an anchor never moves; add a mention instead'); END

CREATE TRIGGER evidence_quotes_its_snapshot BEFORE INSERT ON evidence
WHEN NEW.quote IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM snapshot JOIN text ON text.sha256 = snapshot.text_sha256
    WHERE snapshot.id = NEW.snapshot_id AND instr(text.body, NEW.quote) > 0)
BEGIN SELECT RAISE(ABORT, 'evidence: the quote does not stand in the snapshot'); END
