-- Title: the run's own tables, without what a run that was cut short left over
DROP TABLE IF EXISTS temp.check_dirty

DROP TABLE IF EXISTS temp.check_marked

DROP VIEW IF EXISTS temp.check_examined

DROP VIEW IF EXISTS temp.check_candidate

DROP VIEW IF EXISTS temp.check_compared

DROP VIEW IF EXISTS temp.check_shared

DROP TABLE IF EXISTS temp.check_time

DROP TABLE IF EXISTS temp.check_asked

DROP TABLE IF EXISTS temp.check_joined

DROP TABLE IF EXISTS temp.check_live

DROP TABLE IF EXISTS temp.check_merged

DROP TABLE IF EXISTS temp.check_slot

DROP TABLE IF EXISTS temp.check_rest

DROP TABLE IF EXISTS temp.check_inspected

DROP TABLE IF EXISTS temp.check_ruled

DROP TABLE IF EXISTS temp.check_flagged

DROP TABLE IF EXISTS temp.check_anchor

DROP TABLE IF EXISTS temp.check_moved

CREATE TEMP TABLE check_dirty (slot_id INTEGER PRIMARY KEY)

CREATE TEMP TABLE check_marked (
    claim_id INTEGER, mention_id INTEGER, PRIMARY KEY (claim_id, mention_id)
) WITHOUT ROWID

CREATE TEMP TABLE check_slot (
    root INTEGER, predicate_id INTEGER, canonical_id INTEGER, slot_id INTEGER, whole INTEGER DEFAULT 0,
    PRIMARY KEY (root, predicate_id, canonical_id, slot_id)
) WITHOUT ROWID

CREATE TEMP VIEW check_examined AS SELECT root, predicate_id, canonical_id, slot_id FROM check_slot

CREATE TEMP TABLE check_rest (
    root INTEGER, predicate_id INTEGER, claim_id INTEGER, canonical_id INTEGER, slot_id INTEGER,
    PRIMARY KEY (root, predicate_id, claim_id)
) WITHOUT ROWID

CREATE TEMP TABLE check_inspected (
    root INTEGER, predicate_id INTEGER, canonical_id INTEGER, slot_id INTEGER,
    PRIMARY KEY (root, predicate_id, canonical_id, slot_id)
) WITHOUT ROWID

CREATE TEMP TABLE check_ruled (
    root INTEGER, predicate_id INTEGER, canonical_id INTEGER, slot_id INTEGER,
    PRIMARY KEY (root, predicate_id, canonical_id, slot_id)
) WITHOUT ROWID

CREATE TEMP TABLE check_flagged (key INTEGER PRIMARY KEY)

CREATE TEMP TABLE check_anchor (slot_id INTEGER PRIMARY KEY)

CREATE TEMP TABLE check_moved (slot_id INTEGER PRIMARY KEY)

CREATE TEMP VIEW check_shared AS  -- slots to which several answers are right at once
SELECT slot.id AS slot_id
FROM slot
CROSS JOIN predicate_shared AS shared ON shared.predicate_id = slot.predicate_id
CROSS JOIN qualifier ON qualifier.slot_id = slot.id AND qualifier.key = shared.key
    AND lower(qualifier.value) GLOB shared.pattern

CREATE TEMP VIEW check_compared AS  -- claims with what a comparison reads of them
SELECT
    claim.id AS claim_id,
    claim.slot_id,
    claim.snak,
    claim.polarity,
    claim.modality,
    claim.as_of,
    claim.value_type,
    claim.value_text,
    claim.edtf,
    claim.modifier,
    claim.date_lo,
    claim.date_hi,
    claim.day_lo,
    claim.day_hi,
    claim.amount,
    claim.number_lo,
    claim.number_hi,
    claim.value_bool,
    unit.dimension AS dimension,
    claim.value_entity_id,
    entity.merged_into_id,
    EXISTS (SELECT 1 FROM check_shared WHERE check_shared.slot_id = claim.slot_id) AS shared
FROM claim
LEFT JOIN unit ON unit.id = claim.unit_id
LEFT JOIN entity ON entity.id = claim.value_entity_id
