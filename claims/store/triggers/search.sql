-- What was written since the search index was last brought up to date, whoever wrote it.
-- A plain log: a row that stands there twice is harmless, and no conflict clause of the writer's touches it.
-- `name` stands for an entity whose name or standing changed: the claims about it read differently then.

CREATE TRIGGER search_sees_new_revision AFTER INSERT ON revision
BEGIN INSERT INTO search_dirty (noun, noun_id) VALUES ('revision', NEW.id); END

CREATE TRIGGER search_sees_new_claim AFTER INSERT ON claim
BEGIN INSERT INTO search_dirty (noun, noun_id) VALUES ('claim', NEW.id); END

CREATE TRIGGER search_sees_new_mention AFTER INSERT ON mention
BEGIN INSERT INTO search_dirty (noun, noun_id) VALUES ('claim', NEW.claim_id); END

CREATE TRIGGER search_sees_changed_mention AFTER UPDATE OF claim_id, state, quote ON mention
BEGIN INSERT INTO search_dirty (noun, noun_id) VALUES ('claim', OLD.claim_id), ('claim', NEW.claim_id); END

CREATE TRIGGER search_sees_changed_slot AFTER UPDATE OF canonical_id ON slot
BEGIN INSERT INTO search_dirty (noun, noun_id) VALUES ('slot', NEW.id); END

CREATE TRIGGER search_sees_new_qualifier AFTER INSERT ON qualifier
BEGIN INSERT INTO search_dirty (noun, noun_id) VALUES ('slot', NEW.slot_id); END

CREATE TRIGGER search_sees_changed_predicate AFTER UPDATE OF "key", label_de, label_en ON predicate
BEGIN INSERT INTO search_dirty (noun, noun_id) VALUES ('predicate', NEW.id); END

CREATE TRIGGER search_sees_new_entity AFTER INSERT ON entity
BEGIN INSERT INTO search_dirty (noun, noun_id) VALUES ('entity', NEW.id); END

CREATE TRIGGER search_sees_changed_entity AFTER UPDATE OF label, label_de, label_en, merged_into_id ON entity
BEGIN
    INSERT INTO search_dirty (noun, noun_id) VALUES ('name', NEW.id), ('entity', NEW.id);
    INSERT INTO search_dirty (noun, noun_id) SELECT 'entity', OLD.merged_into_id WHERE OLD.merged_into_id IS NOT NULL;
END

CREATE TRIGGER search_sees_replaced_alias BEFORE INSERT ON alias
BEGIN
    INSERT INTO search_dirty (noun, noun_id) SELECT 'entity', entity_id FROM alias WHERE id = NEW.id;
END

CREATE TRIGGER search_sees_new_alias AFTER INSERT ON alias
BEGIN INSERT INTO search_dirty (noun, noun_id) VALUES ('entity', NEW.entity_id); END

CREATE TRIGGER search_sees_changed_alias AFTER UPDATE ON alias
BEGIN INSERT INTO search_dirty (noun, noun_id) VALUES ('entity', OLD.entity_id), ('entity', NEW.entity_id); END

CREATE TRIGGER search_sees_deleted_alias AFTER DELETE ON alias
BEGIN INSERT INTO search_dirty (noun, noun_id) VALUES ('entity', OLD.entity_id); END

CREATE TRIGGER search_sees_new_source AFTER INSERT ON source
BEGIN INSERT INTO search_dirty (noun, noun_id) VALUES ('source', NEW.id); END

CREATE TRIGGER search_sees_changed_source AFTER UPDATE OF title, publisher ON source
BEGIN INSERT INTO search_dirty (noun, noun_id) VALUES ('source', NEW.id); END

CREATE TRIGGER search_sees_new_snapshot AFTER INSERT ON snapshot
BEGIN INSERT INTO search_dirty (noun, noun_id) VALUES ('source', NEW.source_id); END

CREATE TRIGGER search_sees_new_verdict AFTER INSERT ON verdict
BEGIN INSERT INTO search_dirty (noun, noun_id) VALUES ('verdict', NEW.id), ('claim', NEW.claim_id); END

CREATE TRIGGER search_sees_new_ruling AFTER INSERT ON ruling
BEGIN INSERT INTO search_dirty (noun, noun_id) VALUES ('ruling', NEW.id), ('claim', NEW.claim_id); END

CREATE TRIGGER search_sees_changed_finding AFTER UPDATE OF message ON finding
BEGIN
    INSERT INTO search_dirty (noun, noun_id)
    SELECT 'finding', NEW.id WHERE EXISTS (SELECT 1 FROM finding_act WHERE finding_id = NEW.id AND reason <> '');
END

CREATE TRIGGER search_sees_new_reason AFTER INSERT ON finding_act
WHEN NEW.reason <> ''
BEGIN INSERT INTO search_dirty (noun, noun_id) VALUES ('finding', NEW.finding_id); END
