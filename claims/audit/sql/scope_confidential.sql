-- Title: take confidential sources out of scope, with what was archived from them and what it says
-- What only their lists say goes too: claims, the findings and questions about them, names that nothing else holds.
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

DELETE FROM temp.scope_claim
WHERE id IN (
    SELECT source_claim.claim_id
    FROM source_claim
    JOIN snapshot ON snapshot.id = source_claim.snapshot_id
    JOIN source ON source.id = snapshot.source_id
    WHERE source.confidential = 1)
    AND id NOT IN (SELECT claim_id FROM source_claim WHERE id IN (SELECT id FROM temp.scope_source_claim))
    AND id NOT IN (SELECT claim_id FROM mention)
    AND id NOT IN (SELECT claim_id FROM decision WHERE claim_id IS NOT NULL)
    AND id NOT IN (SELECT claim_id FROM verdict)
    AND id NOT IN (SELECT claim_id FROM ruling)
    AND id NOT IN (SELECT claim_id FROM evidence WHERE id IN (SELECT id FROM temp.scope_evidence))

DELETE FROM temp.scope_finding
WHERE id IN (SELECT finding_id FROM finding_member WHERE claim_id NOT IN (SELECT id FROM temp.scope_claim))
    AND id IN (
        SELECT finding_member.finding_id
        FROM finding_member
        JOIN source_claim ON source_claim.claim_id = finding_member.claim_id
        WHERE source_claim.id NOT IN (SELECT id FROM temp.scope_source_claim))

DELETE FROM temp.scope_finding_member WHERE finding_id NOT IN (SELECT id FROM temp.scope_finding)

DELETE FROM temp.scope_finding_act
WHERE id IN (SELECT id FROM finding_act WHERE finding_id NOT IN (SELECT id FROM temp.scope_finding))

DELETE FROM temp.scope_slot
WHERE id IN (SELECT slot_id FROM claim WHERE id NOT IN (SELECT id FROM temp.scope_claim))
    AND id NOT IN (
        SELECT slot_id FROM claim WHERE slot_id IS NOT NULL AND id IN (SELECT id FROM temp.scope_claim))
    AND id NOT IN (
        SELECT slot.canonical_id
        FROM claim
        JOIN slot ON slot.id = claim.slot_id
        WHERE claim.id IN (SELECT id FROM temp.scope_claim))

DELETE FROM temp.scope_qualifier WHERE slot_id NOT IN (SELECT id FROM temp.scope_slot)

DELETE FROM temp.scope_entity
WHERE id IN (
    SELECT slot.subject_id FROM slot WHERE slot.id NOT IN (SELECT id FROM temp.scope_slot)
    UNION SELECT claim.value_entity_id FROM claim WHERE claim.id NOT IN (SELECT id FROM temp.scope_claim))
    AND id NOT IN (SELECT id FROM entity WHERE key IS NOT NULL)
    AND id NOT IN (SELECT subject_id FROM slot WHERE id IN (SELECT id FROM temp.scope_slot))
    AND id NOT IN (
        SELECT value_entity_id FROM claim
        WHERE value_entity_id IS NOT NULL AND id IN (SELECT id FROM temp.scope_claim))
    AND id NOT IN (SELECT speaker_id FROM mention WHERE speaker_id IS NOT NULL)
    AND id NOT IN (SELECT subject_id FROM mention WHERE subject_id IS NOT NULL)
    AND id NOT IN (SELECT coalesce(part_of_id, merged_into_id) FROM entity WHERE part_of_id IS NOT NULL OR merged_into_id IS NOT NULL)

DELETE FROM temp.scope_alias
WHERE id IN (SELECT id FROM alias WHERE entity_id NOT IN (SELECT id FROM temp.scope_entity))
