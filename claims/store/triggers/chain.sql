-- Chains are linear, and what makes a thing the same never changes.

CREATE TRIGGER revision_follows_the_last BEFORE INSERT ON revision
WHEN NEW.number IS NOT (SELECT coalesce(max(number), 0) + 1 FROM revision WHERE article_id = NEW.article_id)
BEGIN SELECT RAISE(ABORT, 'revision: numbers go up by one'); END

CREATE TRIGGER ruling_stays_in_its_slot BEFORE INSERT ON ruling
WHEN NEW.supersedes_id IS NOT NULL
    AND NEW.slot_id IS NOT (SELECT slot_id FROM ruling WHERE id = NEW.supersedes_id)
BEGIN SELECT RAISE(ABORT, 'ruling: supersedes one about another question'); END

CREATE TRIGGER ruling_answers_its_slot BEFORE INSERT ON ruling
WHEN NEW.slot_id IS NOT (SELECT slot_id FROM claim WHERE id = NEW.claim_id)
BEGIN SELECT RAISE(ABORT, 'ruling: the claim answers another question'); END

CREATE TRIGGER verdict_mention_makes_its_claim BEFORE INSERT ON verdict
WHEN NEW.mention_id IS NOT NULL
    AND NEW.claim_id IS NOT (SELECT claim_id FROM mention WHERE id = NEW.mention_id)
BEGIN SELECT RAISE(ABORT, 'verdict: the mention makes another claim'); END

CREATE TRIGGER rating_of_a_used_scale_is_frozen BEFORE UPDATE ON rating
WHEN EXISTS (SELECT 1 FROM verdict JOIN rating AS used ON used.id = verdict.rating_id
             WHERE used.scale_id = OLD.scale_id)
BEGIN SELECT RAISE(ABORT, 'rating: the scale is in use and frozen; add a scale with another key'); END

CREATE TRIGGER slot_keeps_its_question BEFORE UPDATE ON slot
WHEN NEW.subject_id IS NOT OLD.subject_id OR NEW.predicate_id IS NOT OLD.predicate_id
    OR NEW.qualifiers_hash IS NOT OLD.qualifiers_hash OR NEW.id IS NOT OLD.id
BEGIN SELECT RAISE(ABORT, 'slot: a question never changes; only what stands for it after a merge'); END

CREATE TRIGGER entity_is_not_merged_in_a_circle BEFORE UPDATE OF merged_into_id ON entity
WHEN NEW.merged_into_id IS NOT NULL AND EXISTS (
    WITH RECURSIVE up(id) AS (
        SELECT NEW.merged_into_id
        UNION SELECT entity.merged_into_id FROM entity JOIN up ON entity.id = up.id
        WHERE entity.merged_into_id IS NOT NULL)
    SELECT 1 FROM up WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'entity: merging these would go round in a circle'); END
