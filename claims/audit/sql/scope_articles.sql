-- Title: from the articles in temp.scope_article to all that concerns them, and to the vocabulary
-- One statement per paragraph; none refers to a table that a later one fills.

INSERT INTO temp.scope_revision SELECT id FROM revision WHERE article_id IN (SELECT id FROM temp.scope_article)

INSERT INTO temp.scope_sentence SELECT id FROM sentence WHERE revision_id IN (SELECT id FROM temp.scope_revision)

INSERT INTO temp.scope_mention SELECT id FROM mention WHERE revision_id IN (SELECT id FROM temp.scope_revision)

INSERT INTO temp.scope_decision SELECT id FROM decision WHERE mention_id IN (SELECT id FROM temp.scope_mention)

INSERT INTO temp.scope_import_batch
SELECT DISTINCT batch_id FROM revision WHERE id IN (SELECT id FROM temp.scope_revision) AND batch_id IS NOT NULL

INSERT INTO temp.scope_suggestion_run
SELECT DISTINCT run_id FROM mention WHERE id IN (SELECT id FROM temp.scope_mention) AND run_id IS NOT NULL

INSERT INTO temp.scope_claim
SELECT claim_id FROM mention WHERE id IN (SELECT id FROM temp.scope_mention)
UNION SELECT claim_id FROM decision WHERE id IN (SELECT id FROM temp.scope_decision)

INSERT INTO temp.scope_slot
SELECT slot.id
FROM claim JOIN slot ON slot.id = claim.slot_id WHERE claim.id IN (SELECT id FROM temp.scope_claim)
UNION SELECT slot.canonical_id
FROM claim JOIN slot ON slot.id = claim.slot_id WHERE claim.id IN (SELECT id FROM temp.scope_claim)

INSERT INTO temp.scope_slot_decision
SELECT id FROM slot_decision
WHERE slot_id IN (SELECT id FROM temp.scope_slot) AND other_id IN (SELECT id FROM temp.scope_slot)

INSERT INTO temp.scope_ruling SELECT id FROM ruling WHERE slot_id IN (SELECT id FROM temp.scope_slot)

INSERT OR IGNORE INTO temp.scope_claim
SELECT claim_id FROM ruling WHERE id IN (SELECT id FROM temp.scope_ruling)

INSERT INTO temp.scope_qualifier
SELECT slot_id, key FROM qualifier WHERE slot_id IN (SELECT id FROM temp.scope_slot)

INSERT INTO temp.scope_entity
WITH RECURSIVE named(id) AS (
    SELECT subject_id FROM slot WHERE id IN (SELECT id FROM temp.scope_slot)
    UNION SELECT value_entity_id FROM claim
        WHERE id IN (SELECT id FROM temp.scope_claim) AND value_entity_id IS NOT NULL
    UNION SELECT speaker_id FROM mention
        WHERE id IN (SELECT id FROM temp.scope_mention) AND speaker_id IS NOT NULL
    UNION SELECT id FROM entity WHERE key IS NOT NULL
    UNION SELECT coalesce(entity.merged_into_id, entity.part_of_id)
        FROM entity JOIN named ON named.id = entity.id
        WHERE entity.merged_into_id IS NOT NULL OR entity.part_of_id IS NOT NULL
    UNION SELECT entity.part_of_id
        FROM entity JOIN named ON named.id = entity.id
        WHERE entity.part_of_id IS NOT NULL)
SELECT id FROM named

INSERT INTO temp.scope_alias SELECT id FROM alias WHERE entity_id IN (SELECT id FROM temp.scope_entity)

INSERT INTO temp.scope_evidence SELECT id FROM evidence WHERE claim_id IN (SELECT id FROM temp.scope_claim)

INSERT INTO temp.scope_snapshot
SELECT DISTINCT snapshot_id FROM evidence WHERE id IN (SELECT id FROM temp.scope_evidence)

INSERT INTO temp.scope_source
WITH RECURSIVE cited(id) AS (
    SELECT source_id FROM snapshot WHERE id IN (SELECT id FROM temp.scope_snapshot)
    UNION SELECT source.origin_id FROM source JOIN cited ON cited.id = source.id WHERE source.origin_id IS NOT NULL)
SELECT id FROM cited

INSERT INTO temp.scope_text
SELECT text_sha256 FROM revision WHERE id IN (SELECT id FROM temp.scope_revision)
UNION SELECT text_sha256 FROM snapshot WHERE id IN (SELECT id FROM temp.scope_snapshot)

INSERT INTO temp.scope_verdict
SELECT id FROM verdict
WHERE claim_id IN (SELECT id FROM temp.scope_claim)
    AND (mention_id IS NULL OR mention_id IN (SELECT id FROM temp.scope_mention))

INSERT INTO temp.scope_verdict_evidence
SELECT verdict_id, evidence_id FROM verdict_evidence WHERE verdict_id IN (SELECT id FROM temp.scope_verdict)

INSERT INTO temp.scope_verdict_mention
SELECT verdict_id, mention_id FROM verdict_mention
WHERE verdict_id IN (SELECT id FROM temp.scope_verdict) AND mention_id IN (SELECT id FROM temp.scope_mention)

INSERT INTO temp.scope_verdict_considered
SELECT verdict_id, considered_id FROM verdict_considered
WHERE verdict_id IN (SELECT id FROM temp.scope_verdict) AND considered_id IN (SELECT id FROM temp.scope_verdict)

INSERT INTO temp.scope_ruling_evidence
SELECT ruling_id, evidence_id FROM ruling_evidence
WHERE ruling_id IN (SELECT id FROM temp.scope_ruling) AND evidence_id IN (SELECT id FROM temp.scope_evidence)

INSERT INTO temp.scope_finding
SELECT DISTINCT finding_id FROM finding_member WHERE claim_id IN (SELECT id FROM temp.scope_claim)

INSERT INTO temp.scope_finding_member
SELECT finding_id, claim_id FROM finding_member WHERE claim_id IN (SELECT id FROM temp.scope_claim)

INSERT INTO temp.scope_finding_act
SELECT id FROM finding_act WHERE finding_id IN (SELECT id FROM temp.scope_finding)

INSERT INTO temp.scope_check_run
SELECT DISTINCT run_id FROM finding_act WHERE id IN (SELECT id FROM temp.scope_finding_act) AND run_id IS NOT NULL

INSERT INTO temp.scope_correction SELECT id FROM correction WHERE article_id IN (SELECT id FROM temp.scope_article)

INSERT INTO temp.scope_sign_off SELECT id FROM sign_off WHERE article_id IN (SELECT id FROM temp.scope_article)

INSERT INTO temp.scope_inquiry
SELECT id FROM inquiry
WHERE article_id IN (SELECT id FROM temp.scope_article)
    OR (article_id IS NULL AND claim_id IN (SELECT id FROM temp.scope_claim))

INSERT INTO temp.scope_assignment
SELECT id FROM assignment
WHERE article_id IN (SELECT id FROM temp.scope_article) OR claim_id IN (SELECT id FROM temp.scope_claim)

INSERT INTO temp.scope_tagging
SELECT tag_id, noun, noun_id FROM tagging
WHERE (noun = 'article' AND noun_id IN (SELECT id FROM temp.scope_article))
    OR (noun = 'claim' AND noun_id IN (SELECT id FROM temp.scope_claim))
    OR (noun = 'entity' AND noun_id IN (SELECT id FROM temp.scope_entity))
    OR (noun = 'source' AND noun_id IN (SELECT id FROM temp.scope_source))

INSERT INTO temp.scope_tag SELECT DISTINCT tag_id FROM temp.scope_tagging

INSERT INTO temp.scope_reviewer SELECT id FROM reviewer

INSERT INTO temp.scope_unit SELECT id FROM unit

INSERT INTO temp.scope_rating_scale SELECT id FROM rating_scale

INSERT INTO temp.scope_rating SELECT id FROM rating

INSERT INTO temp.scope_predicate SELECT id FROM predicate

INSERT INTO temp.scope_predicate_kind SELECT predicate_id, role, kind FROM predicate_kind

INSERT INTO temp.scope_predicate_separator SELECT predicate_id, key FROM predicate_separator

INSERT INTO temp.scope_predicate_shared SELECT predicate_id, key, pattern FROM predicate_shared

INSERT INTO temp.scope_predicate_trigger SELECT predicate_id, language, phrase FROM predicate_trigger

INSERT INTO temp.scope_ordering_pair SELECT earlier_id, later_id FROM ordering_pair

INSERT INTO temp.scope_rule_setting SELECT rule, name FROM rule_setting
