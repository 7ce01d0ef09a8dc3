-- What is decided is never overwritten: these tables take new rows only.
-- INSERT OR REPLACE deletes without firing delete triggers, so an insert of a key that is there is refused too.

CREATE TRIGGER text_refuses_update BEFORE UPDATE ON text
BEGIN SELECT RAISE(ABORT, 'text is append-only: add a row instead'); END

CREATE TRIGGER text_refuses_delete BEFORE DELETE ON text
BEGIN SELECT RAISE(ABORT, 'text is append-only: rows are never deleted'); END

CREATE TRIGGER text_refuses_replacement BEFORE INSERT ON text
WHEN EXISTS (SELECT 1 FROM text WHERE sha256 = NEW.sha256)
BEGIN SELECT RAISE(ABORT, 'text: a row with this key is there already and is never replaced'); END

CREATE TRIGGER revision_refuses_update BEFORE UPDATE ON revision
BEGIN SELECT RAISE(ABORT, 'revision is append-only: add a row instead'); END

CREATE TRIGGER revision_refuses_delete BEFORE DELETE ON revision
BEGIN SELECT RAISE(ABORT, 'revision is append-only: rows are never deleted'); END

CREATE TRIGGER revision_refuses_replacement BEFORE INSERT ON revision
WHEN EXISTS (SELECT 1 FROM revision WHERE id = NEW.id)
    OR EXISTS (SELECT 1 FROM revision WHERE article_id = NEW.article_id AND number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'revision: a row with this key is there already and is never replaced'); END

CREATE TRIGGER claim_refuses_update BEFORE UPDATE ON claim
BEGIN SELECT RAISE(ABORT, 'claim is append-only: add a row instead'); END

CREATE TRIGGER claim_refuses_delete BEFORE DELETE ON claim
BEGIN SELECT RAISE(ABORT, 'claim is append-only: rows are never deleted'); END

CREATE TRIGGER claim_refuses_replacement BEFORE INSERT ON claim
WHEN EXISTS (SELECT 1 FROM claim WHERE id = NEW.id)
    OR EXISTS (SELECT 1 FROM claim WHERE slot_id = NEW.slot_id AND snak = NEW.snak AND value_key = NEW.value_key AND polarity = NEW.polarity AND modality = NEW.modality AND as_of = NEW.as_of)
    OR EXISTS (SELECT 1 FROM claim WHERE value_key = NEW.value_key AND slot_id IS NULL AND NEW.slot_id IS NULL)
BEGIN SELECT RAISE(ABORT, 'claim: a row with this key is there already and is never replaced'); END

CREATE TRIGGER qualifier_refuses_update BEFORE UPDATE ON qualifier
BEGIN SELECT RAISE(ABORT, 'qualifier is append-only: add a row instead'); END

CREATE TRIGGER qualifier_refuses_delete BEFORE DELETE ON qualifier
BEGIN SELECT RAISE(ABORT, 'qualifier is append-only: rows are never deleted'); END

CREATE TRIGGER qualifier_refuses_replacement BEFORE INSERT ON qualifier
WHEN EXISTS (SELECT 1 FROM qualifier WHERE slot_id = NEW.slot_id AND key = NEW.key)
BEGIN SELECT RAISE(ABORT, 'qualifier: a row with this key is there already and is never replaced'); END

CREATE TRIGGER decision_refuses_update BEFORE UPDATE ON decision
BEGIN SELECT RAISE(ABORT, 'decision is append-only: add a row instead'); END

CREATE TRIGGER decision_refuses_delete BEFORE DELETE ON decision
BEGIN SELECT RAISE(ABORT, 'decision is append-only: rows are never deleted'); END

CREATE TRIGGER decision_refuses_replacement BEFORE INSERT ON decision
WHEN EXISTS (SELECT 1 FROM decision WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'decision: a row with this key is there already and is never replaced'); END

CREATE TRIGGER slot_decision_refuses_update BEFORE UPDATE ON slot_decision
BEGIN SELECT RAISE(ABORT, 'slot_decision is append-only: add a row instead'); END

CREATE TRIGGER slot_decision_refuses_delete BEFORE DELETE ON slot_decision
BEGIN SELECT RAISE(ABORT, 'slot_decision is append-only: rows are never deleted'); END

CREATE TRIGGER slot_decision_refuses_replacement BEFORE INSERT ON slot_decision
WHEN EXISTS (SELECT 1 FROM slot_decision WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'slot_decision: a row with this key is there already and is never replaced'); END

CREATE TRIGGER snapshot_refuses_update BEFORE UPDATE ON snapshot
BEGIN SELECT RAISE(ABORT, 'snapshot is append-only: add a row instead'); END

CREATE TRIGGER snapshot_refuses_delete BEFORE DELETE ON snapshot
BEGIN SELECT RAISE(ABORT, 'snapshot is append-only: rows are never deleted'); END

CREATE TRIGGER snapshot_refuses_replacement BEFORE INSERT ON snapshot
WHEN EXISTS (SELECT 1 FROM snapshot WHERE id = NEW.id)
    OR EXISTS (SELECT 1 FROM snapshot WHERE source_id = NEW.source_id AND text_sha256 = NEW.text_sha256)
BEGIN SELECT RAISE(ABORT, 'snapshot: a row with this key is there already and is never replaced'); END

CREATE TRIGGER evidence_refuses_update BEFORE UPDATE ON evidence
BEGIN SELECT RAISE(ABORT, 'evidence is append-only: add a row instead'); END

CREATE TRIGGER evidence_refuses_delete BEFORE DELETE ON evidence
BEGIN SELECT RAISE(ABORT, 'evidence is append-only: rows are never deleted'); END

CREATE TRIGGER evidence_refuses_replacement BEFORE INSERT ON evidence
WHEN EXISTS (SELECT 1 FROM evidence WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'evidence: a row with this key is there already and is never replaced'); END

CREATE TRIGGER verdict_refuses_update BEFORE UPDATE ON verdict
BEGIN SELECT RAISE(ABORT, 'verdict is append-only: add a row instead'); END

CREATE TRIGGER verdict_refuses_delete BEFORE DELETE ON verdict
BEGIN SELECT RAISE(ABORT, 'verdict is append-only: rows are never deleted'); END

CREATE TRIGGER verdict_refuses_replacement BEFORE INSERT ON verdict
WHEN EXISTS (SELECT 1 FROM verdict WHERE id = NEW.id)
    OR EXISTS (SELECT 1 FROM verdict WHERE request_id = NEW.request_id)
    OR EXISTS (SELECT 1 FROM verdict WHERE supersedes_id = NEW.supersedes_id)
    OR EXISTS (SELECT 1 FROM verdict WHERE claim_id = NEW.claim_id AND about = NEW.about AND mention_key = NEW.mention_key AND reviewer_id = NEW.reviewer_id AND supersedes_id IS NULL AND NEW.supersedes_id IS NULL)
BEGIN SELECT RAISE(ABORT, 'verdict: a row with this key is there already and is never replaced'); END

CREATE TRIGGER verdict_evidence_refuses_update BEFORE UPDATE ON verdict_evidence
BEGIN SELECT RAISE(ABORT, 'verdict_evidence is append-only: add a row instead'); END

CREATE TRIGGER verdict_evidence_refuses_delete BEFORE DELETE ON verdict_evidence
BEGIN SELECT RAISE(ABORT, 'verdict_evidence is append-only: rows are never deleted'); END

CREATE TRIGGER verdict_evidence_refuses_replacement BEFORE INSERT ON verdict_evidence
WHEN EXISTS (SELECT 1 FROM verdict_evidence WHERE verdict_id = NEW.verdict_id AND evidence_id = NEW.evidence_id)
BEGIN SELECT RAISE(ABORT, 'verdict_evidence: a row with this key is there already and is never replaced'); END

CREATE TRIGGER verdict_mention_refuses_update BEFORE UPDATE ON verdict_mention
BEGIN SELECT RAISE(ABORT, 'verdict_mention is append-only: add a row instead'); END

CREATE TRIGGER verdict_mention_refuses_delete BEFORE DELETE ON verdict_mention
BEGIN SELECT RAISE(ABORT, 'verdict_mention is append-only: rows are never deleted'); END

CREATE TRIGGER verdict_mention_refuses_replacement BEFORE INSERT ON verdict_mention
WHEN EXISTS (SELECT 1 FROM verdict_mention WHERE verdict_id = NEW.verdict_id AND mention_id = NEW.mention_id)
BEGIN SELECT RAISE(ABORT, 'verdict_mention: a row with this key is there already and is never replaced'); END

CREATE TRIGGER verdict_considered_refuses_update BEFORE UPDATE ON verdict_considered
BEGIN SELECT RAISE(ABORT, 'verdict_considered is append-only: add a row instead'); END

CREATE TRIGGER verdict_considered_refuses_delete BEFORE DELETE ON verdict_considered
BEGIN SELECT RAISE(ABORT, 'verdict_considered is append-only: rows are never deleted'); END

CREATE TRIGGER verdict_considered_refuses_replacement BEFORE INSERT ON verdict_considered
WHEN EXISTS (SELECT 1 FROM verdict_considered WHERE verdict_id = NEW.verdict_id AND considered_id = NEW.considered_id)
BEGIN SELECT RAISE(ABORT, 'verdict_considered: a row with this key is there already and is never replaced'); END

CREATE TRIGGER ruling_refuses_update BEFORE UPDATE ON ruling
BEGIN SELECT RAISE(ABORT, 'ruling is append-only: add a row instead'); END

CREATE TRIGGER ruling_refuses_delete BEFORE DELETE ON ruling
BEGIN SELECT RAISE(ABORT, 'ruling is append-only: rows are never deleted'); END

CREATE TRIGGER ruling_refuses_replacement BEFORE INSERT ON ruling
WHEN EXISTS (SELECT 1 FROM ruling WHERE id = NEW.id)
    OR EXISTS (SELECT 1 FROM ruling WHERE supersedes_id = NEW.supersedes_id)
    OR EXISTS (SELECT 1 FROM ruling WHERE slot_id = NEW.slot_id AND supersedes_id IS NULL AND NEW.supersedes_id IS NULL)
BEGIN SELECT RAISE(ABORT, 'ruling: a row with this key is there already and is never replaced'); END

CREATE TRIGGER ruling_evidence_refuses_update BEFORE UPDATE ON ruling_evidence
BEGIN SELECT RAISE(ABORT, 'ruling_evidence is append-only: add a row instead'); END

CREATE TRIGGER ruling_evidence_refuses_delete BEFORE DELETE ON ruling_evidence
BEGIN SELECT RAISE(ABORT, 'ruling_evidence is append-only: rows are never deleted'); END

CREATE TRIGGER ruling_evidence_refuses_replacement BEFORE INSERT ON ruling_evidence
WHEN EXISTS (SELECT 1 FROM ruling_evidence WHERE ruling_id = NEW.ruling_id AND evidence_id = NEW.evidence_id)
BEGIN SELECT RAISE(ABORT, 'ruling_evidence: a row with this key is there already and is never replaced'); END

CREATE TRIGGER sign_off_refuses_update BEFORE UPDATE ON sign_off
BEGIN SELECT RAISE(ABORT, 'sign_off is append-only: add a row instead'); END

CREATE TRIGGER sign_off_refuses_delete BEFORE DELETE ON sign_off
BEGIN SELECT RAISE(ABORT, 'sign_off is append-only: rows are never deleted'); END

CREATE TRIGGER sign_off_refuses_replacement BEFORE INSERT ON sign_off
WHEN EXISTS (SELECT 1 FROM sign_off WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'sign_off: a row with this key is there already and is never replaced'); END

CREATE TRIGGER finding_act_refuses_update BEFORE UPDATE ON finding_act
BEGIN SELECT RAISE(ABORT, 'finding_act is append-only: add a row instead'); END

CREATE TRIGGER finding_act_refuses_delete BEFORE DELETE ON finding_act
BEGIN SELECT RAISE(ABORT, 'finding_act is append-only: rows are never deleted'); END

CREATE TRIGGER finding_act_refuses_replacement BEFORE INSERT ON finding_act
WHEN EXISTS (SELECT 1 FROM finding_act WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'finding_act: a row with this key is there already and is never replaced'); END

CREATE TRIGGER import_reject_refuses_update BEFORE UPDATE ON import_reject
BEGIN SELECT RAISE(ABORT, 'import_reject is append-only: add a row instead'); END

CREATE TRIGGER import_reject_refuses_delete BEFORE DELETE ON import_reject
BEGIN SELECT RAISE(ABORT, 'import_reject is append-only: rows are never deleted'); END

CREATE TRIGGER import_reject_refuses_replacement BEFORE INSERT ON import_reject
WHEN EXISTS (SELECT 1 FROM import_reject WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'import_reject: a row with this key is there already and is never replaced'); END

CREATE TRIGGER event_refuses_update BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'event is append-only: add a row instead'); END

CREATE TRIGGER event_refuses_delete BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'event is append-only: rows are never deleted'); END

CREATE TRIGGER event_refuses_replacement BEFORE INSERT ON event
WHEN EXISTS (SELECT 1 FROM event WHERE seq = NEW.seq)
    OR EXISTS (SELECT 1 FROM event WHERE hash = NEW.hash)
BEGIN SELECT RAISE(ABORT, 'event: a row with this key is there already and is never replaced'); END

CREATE TRIGGER article_refuses_delete BEFORE DELETE ON article
BEGIN SELECT RAISE(ABORT, 'article: rows are never deleted'); END

CREATE TRIGGER article_refuses_replacement BEFORE INSERT ON article
WHEN EXISTS (SELECT 1 FROM article WHERE id = NEW.id)
    OR EXISTS (SELECT 1 FROM article WHERE identity = NEW.identity)
BEGIN SELECT RAISE(ABORT, 'article: a row with this key is there already and is never replaced'); END

CREATE TRIGGER mention_refuses_delete BEFORE DELETE ON mention
BEGIN SELECT RAISE(ABORT, 'mention: rows are never deleted'); END

CREATE TRIGGER mention_refuses_replacement BEFORE INSERT ON mention
WHEN EXISTS (SELECT 1 FROM mention WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'mention: a row with this key is there already and is never replaced'); END

CREATE TRIGGER entity_refuses_delete BEFORE DELETE ON entity
BEGIN SELECT RAISE(ABORT, 'entity: rows are never deleted'); END

CREATE TRIGGER entity_refuses_replacement BEFORE INSERT ON entity
WHEN EXISTS (SELECT 1 FROM entity WHERE id = NEW.id)
    OR EXISTS (SELECT 1 FROM entity WHERE key = NEW.key)
BEGIN SELECT RAISE(ABORT, 'entity: a row with this key is there already and is never replaced'); END

CREATE TRIGGER slot_refuses_delete BEFORE DELETE ON slot
BEGIN SELECT RAISE(ABORT, 'slot: rows are never deleted'); END

CREATE TRIGGER slot_refuses_replacement BEFORE INSERT ON slot
WHEN EXISTS (SELECT 1 FROM slot WHERE id = NEW.id)
    OR EXISTS (SELECT 1 FROM slot WHERE subject_id = NEW.subject_id AND predicate_id = NEW.predicate_id AND qualifiers_hash = NEW.qualifiers_hash)
BEGIN SELECT RAISE(ABORT, 'slot: a row with this key is there already and is never replaced'); END

CREATE TRIGGER source_refuses_delete BEFORE DELETE ON source
BEGIN SELECT RAISE(ABORT, 'source: rows are never deleted'); END

CREATE TRIGGER source_refuses_replacement BEFORE INSERT ON source
WHEN EXISTS (SELECT 1 FROM source WHERE id = NEW.id)
    OR EXISTS (SELECT 1 FROM source WHERE url = NEW.url)
BEGIN SELECT RAISE(ABORT, 'source: a row with this key is there already and is never replaced'); END

CREATE TRIGGER reviewer_refuses_delete BEFORE DELETE ON reviewer
BEGIN SELECT RAISE(ABORT, 'reviewer: rows are never deleted'); END

CREATE TRIGGER reviewer_refuses_replacement BEFORE INSERT ON reviewer
WHEN EXISTS (SELECT 1 FROM reviewer WHERE id = NEW.id)
    OR EXISTS (SELECT 1 FROM reviewer WHERE handle = NEW.handle)
BEGIN SELECT RAISE(ABORT, 'reviewer: a row with this key is there already and is never replaced'); END

CREATE TRIGGER finding_refuses_delete BEFORE DELETE ON finding
BEGIN SELECT RAISE(ABORT, 'finding: rows are never deleted'); END

CREATE TRIGGER finding_refuses_replacement BEFORE INSERT ON finding
WHEN EXISTS (SELECT 1 FROM finding WHERE id = NEW.id)
    OR EXISTS (SELECT 1 FROM finding WHERE fingerprint = NEW.fingerprint)
BEGIN SELECT RAISE(ABORT, 'finding: a row with this key is there already and is never replaced'); END

CREATE TRIGGER correction_refuses_delete BEFORE DELETE ON correction
BEGIN SELECT RAISE(ABORT, 'correction: rows are never deleted'); END

CREATE TRIGGER correction_refuses_replacement BEFORE INSERT ON correction
WHEN EXISTS (SELECT 1 FROM correction WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'correction: a row with this key is there already and is never replaced'); END

CREATE TRIGGER event_payload_refuses_delete BEFORE DELETE ON event_payload
BEGIN SELECT RAISE(ABORT, 'event_payload: rows are never deleted'); END

CREATE TRIGGER event_payload_refuses_replacement BEFORE INSERT ON event_payload
WHEN EXISTS (SELECT 1 FROM event_payload WHERE seq = NEW.seq)
BEGIN SELECT RAISE(ABORT, 'event_payload: a row with this key is there already and is never replaced'); END

CREATE TRIGGER source_claim_refuses_update BEFORE UPDATE ON source_claim
BEGIN SELECT RAISE(ABORT, 'source_claim is append-only: add a row instead'); END

CREATE TRIGGER source_claim_refuses_delete BEFORE DELETE ON source_claim
BEGIN SELECT RAISE(ABORT, 'source_claim is append-only: rows are never deleted'); END

CREATE TRIGGER source_claim_refuses_replacement BEFORE INSERT ON source_claim
WHEN EXISTS (SELECT 1 FROM source_claim WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'source_claim: a row with this key is there already and is never replaced'); END
