"""Questions, answers, and the places where they are given."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        "slot",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("qualifiers_hash", sa.Text(), nullable=False),
        sa.Column("subject_id", sa.Integer(), nullable=False),
        sa.Column("predicate_id", sa.Integer(), nullable=False),
        sa.Column("canonical_id", sa.Integer(), nullable=False),
        sa.CheckConstraint("length(qualifiers_hash) = 64", name=op.f("ck_slot_qualifiers_hash_is_hex")),
        sa.ForeignKeyConstraint(["canonical_id"], ["slot.id"], name=op.f("fk_slot_canonical_id")),
        sa.ForeignKeyConstraint(["predicate_id"], ["predicate.id"], name=op.f("fk_slot_predicate_id")),
        sa.ForeignKeyConstraint(["subject_id"], ["entity.id"], name=op.f("fk_slot_subject_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_slot")),
        sa.UniqueConstraint(
            "subject_id",
            "predicate_id",
            "qualifiers_hash",
            name=op.f("uq_slot_subject_id_predicate_id_qualifiers_hash"),
        ),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_slot_canonical_id"), "slot", ["canonical_id"], unique=False)
    op.create_index(
        op.f("ix_slot_predicate_id_qualifiers_hash"),
        "slot",
        ["predicate_id", "qualifiers_hash"],
        unique=False,
    )
    op.create_table(
        "qualifier",
        sa.Column("slot_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["slot_id"], ["slot.id"], name=op.f("fk_qualifier_slot_id")),
        sa.PrimaryKeyConstraint("slot_id", "key", name=op.f("pk_qualifier")),
        sqlite_strict=True,
    )
    op.create_table(
        "slot_decision",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("same", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("slot_id", sa.Integer(), nullable=False),
        sa.Column("other_id", sa.Integer(), nullable=False),
        sa.Column("reviewer_id", sa.Integer(), nullable=False),
        sa.CheckConstraint("same IN (0, 1)", name=op.f("ck_slot_decision_same_is_flag")),
        sa.CheckConstraint("slot_id <> other_id", name=op.f("ck_slot_decision_slots_are_two")),
        sa.CheckConstraint(
            "same = 1 OR length(trim(reason)) > 0", name=op.f("ck_slot_decision_difference_has_a_reason")
        ),
        sa.ForeignKeyConstraint(["other_id"], ["slot.id"], name=op.f("fk_slot_decision_other_id")),
        sa.ForeignKeyConstraint(["reviewer_id"], ["reviewer.id"], name=op.f("fk_slot_decision_reviewer_id")),
        sa.ForeignKeyConstraint(["slot_id"], ["slot.id"], name=op.f("fk_slot_decision_slot_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_slot_decision")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_slot_decision_slot_id"), "slot_decision", ["slot_id"], unique=False)
    op.create_index(op.f("ix_slot_decision_other_id"), "slot_decision", ["other_id"], unique=False)
    op.create_table(
        "dirty_slot",
        sa.Column("slot_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["slot_id"], ["slot.id"], name=op.f("fk_dirty_slot_slot_id")),
        sa.PrimaryKeyConstraint("slot_id", name=op.f("pk_dirty_slot")),
        sqlite_strict=True,
    )
    op.create_table(
        "claim",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("snak", sa.Text(), nullable=False),
        sa.Column("value_type", sa.Text(), nullable=True),
        sa.Column("value_key", sa.Text(), nullable=False),
        sa.Column("value_text", sa.Text(), nullable=False),
        sa.Column("edtf", sa.Text(), nullable=True),
        sa.Column("modifier", sa.Text(), nullable=True),
        sa.Column("date_lo", sa.Text(), nullable=True),
        sa.Column("date_hi", sa.Text(), nullable=True),
        sa.Column("day_lo", sa.Integer(), nullable=True),
        sa.Column("day_hi", sa.Integer(), nullable=True),
        sa.Column("amount", sa.Text(), nullable=True),
        sa.Column("amount_max", sa.Text(), nullable=True),
        sa.Column("number_lo", sa.REAL(), nullable=True),
        sa.Column("number_hi", sa.REAL(), nullable=True),
        sa.Column("comparator", sa.Text(), nullable=True),
        sa.Column("value_bool", sa.Integer(), nullable=True),
        sa.Column("polarity", sa.Text(), nullable=False),
        sa.Column("modality", sa.Text(), nullable=False),
        sa.Column("as_of", sa.Text(), nullable=False),
        sa.Column("slot_id", sa.Integer(), nullable=True),
        sa.Column("unit_id", sa.Integer(), nullable=True),
        sa.Column("value_entity_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "(snak = 'untyped') = (slot_id IS NULL)", name=op.f("ck_claim_untyped_has_no_slot")
        ),
        sa.CheckConstraint(
            "(snak = 'value') = (value_type IS NOT NULL)", name=op.f("ck_claim_value_has_a_type")
        ),
        sa.CheckConstraint(
            "(value_type IS 'boolean') = (value_bool IS NOT NULL)", name=op.f("ck_claim_boolean_column_fits")
        ),
        sa.CheckConstraint(
            "(value_type IS 'entity') = (value_entity_id IS NOT NULL)",
            name=op.f("ck_claim_entity_column_fits"),
        ),
        sa.CheckConstraint(
            "comparator IN ('=', '~', '<', '<=', '>', '>=')", name=op.f("ck_claim_comparator_is_known")
        ),
        sa.CheckConstraint(
            "modality IN ('happened', 'estimated', 'alleged', 'planned')",
            name=op.f("ck_claim_modality_is_known"),
        ),
        sa.CheckConstraint("polarity IN ('asserted', 'negated')", name=op.f("ck_claim_polarity_is_known")),
        sa.CheckConstraint(
            "snak IN ('value', 'somevalue', 'novalue', 'untyped')", name=op.f("ck_claim_snak_is_known")
        ),
        sa.CheckConstraint(
            "value_type IN ('date', 'quantity', 'entity', 'string', 'boolean')",
            name=op.f("ck_claim_value_type_is_known"),
        ),
        sa.CheckConstraint(
            "value_type IS 'date' OR (edtf IS NULL AND modifier IS NULL AND date_lo IS NULL AND date_hi IS NULL)",
            name=op.f("ck_claim_date_columns_fit"),
        ),
        sa.CheckConstraint(
            "value_type IS 'quantity' OR (amount IS NULL AND amount_max IS NULL AND number_lo IS NULL AND number_hi IS NULL AND comparator IS NULL AND unit_id IS NULL)",
            name=op.f("ck_claim_quantity_columns_fit"),
        ),
        sa.CheckConstraint(
            "value_type IS NOT 'date' OR edtf IS NOT NULL", name=op.f("ck_claim_date_has_edtf")
        ),
        sa.CheckConstraint(
            "value_type IS NOT 'quantity' OR (amount IS NOT NULL AND comparator IS NOT NULL)",
            name=op.f("ck_claim_quantity_has_amount"),
        ),
        sa.CheckConstraint(
            "date_lo IS NULL OR date_hi IS NULL OR day_lo < day_hi", name=op.f("ck_claim_days_are_forward")
        ),
        sa.CheckConstraint(
            "number_lo IS NULL OR number_hi IS NULL OR number_lo <= number_hi",
            name=op.f("ck_claim_bounds_are_forward"),
        ),
        sa.CheckConstraint("value_bool IN (0, 1)", name=op.f("ck_claim_value_bool_is_flag")),
        sa.ForeignKeyConstraint(["slot_id"], ["slot.id"], name=op.f("fk_claim_slot_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_claim_unit_id")),
        sa.ForeignKeyConstraint(["value_entity_id"], ["entity.id"], name=op.f("fk_claim_value_entity_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_claim")),
        sa.UniqueConstraint(
            "slot_id",
            "snak",
            "value_key",
            "polarity",
            "modality",
            "as_of",
            name=op.f("uq_claim_slot_id_snak_value_key_polarity_modality_as_of"),
        ),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_claim_value_entity_id"), "claim", ["value_entity_id"], unique=False)
    op.create_index(
        "uq_claim_untyped", "claim", ["value_key"], unique=True, sqlite_where=sa.text("slot_id IS NULL")
    )
    worded = sa.text("value_type = 'string'")
    for column in ("slot_id", "value_key"):
        op.create_index(f"ix_claim_worded_{column}", "claim", [column], unique=False, sqlite_where=worded)
    for column in ("slot_id", "day_hi"):
        op.create_index(
            f"ix_claim_planned_{column}",
            "claim",
            [column],
            unique=False,
            sqlite_where=sa.text("modality = 'planned' AND value_type = 'date'"),
        )
    op.create_table(
        "suggestion_run",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("tool", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("started_at", sa.Text(), nullable=False),
        sa.CheckConstraint("length(trim(tool)) > 0", name=op.f("ck_suggestion_run_tool_is_given")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_suggestion_run")),
        sqlite_strict=True,
    )
    op.create_table(
        "mention",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("start_cp", sa.Integer(), nullable=False),
        sa.Column("end_cp", sa.Integer(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("prefix", sa.Text(), nullable=False),
        sa.Column("suffix", sa.Text(), nullable=False),
        sa.Column("value_start_cp", sa.Integer(), nullable=True),
        sa.Column("value_end_cp", sa.Integer(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("voice", sa.Text(), nullable=False),
        sa.Column("hedged", sa.Integer(), nullable=False),
        sa.Column("speaker_snak", sa.Text(), nullable=True),
        sa.Column("score", sa.REAL(), nullable=True),
        sa.Column("reasons", sa.Text(), nullable=False),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("decided_at", sa.Text(), nullable=True),
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("revision_id", sa.Integer(), nullable=False),
        sa.Column("sentence_id", sa.Integer(), nullable=True),
        sa.Column("subject_id", sa.Integer(), nullable=True),
        sa.Column("speaker_id", sa.Integer(), nullable=True),
        sa.Column("run_id", sa.Integer(), nullable=True),
        sa.Column("decided_by_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "(speaker_snak IS 'value') = (speaker_id IS NOT NULL)", name=op.f("ck_mention_speaker_fits")
        ),
        sa.CheckConstraint("field IN ('text', 'title')", name=op.f("ck_mention_field_is_known")),
        sa.CheckConstraint(
            "speaker_snak IN ('value', 'somevalue')", name=op.f("ck_mention_speaker_snak_is_known")
        ),
        sa.CheckConstraint(
            "state IN ('suggested', 'accepted', 'rejected')", name=op.f("ck_mention_state_is_known")
        ),
        sa.CheckConstraint(
            "voice IN ('article', 'quote', 'indirect', 'headline', 'caption')",
            name=op.f("ck_mention_voice_is_known"),
        ),
        sa.CheckConstraint(
            "(decided_by_id IS NULL) = (decided_at IS NULL)", name=op.f("ck_mention_decision_is_whole")
        ),
        sa.CheckConstraint(
            "(value_start_cp IS NULL) = (value_end_cp IS NULL)", name=op.f("ck_mention_value_span_is_whole")
        ),
        sa.CheckConstraint("0 <= start_cp AND start_cp < end_cp", name=op.f("ck_mention_span_is_forward")),
        sa.CheckConstraint("hedged IN (0, 1)", name=op.f("ck_mention_hedged_is_flag")),
        sa.CheckConstraint("score BETWEEN 0 AND 1", name=op.f("ck_mention_score_is_a_share")),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name=op.f("fk_mention_claim_id")),
        sa.ForeignKeyConstraint(["decided_by_id"], ["reviewer.id"], name=op.f("fk_mention_decided_by_id")),
        sa.ForeignKeyConstraint(["revision_id"], ["revision.id"], name=op.f("fk_mention_revision_id")),
        sa.ForeignKeyConstraint(["run_id"], ["suggestion_run.id"], name=op.f("fk_mention_run_id")),
        sa.ForeignKeyConstraint(["sentence_id"], ["sentence.id"], name=op.f("fk_mention_sentence_id")),
        sa.ForeignKeyConstraint(["speaker_id"], ["entity.id"], name=op.f("fk_mention_speaker_id")),
        sa.ForeignKeyConstraint(["subject_id"], ["entity.id"], name=op.f("fk_mention_subject_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mention")),
        sqlite_strict=True,
    )
    for columns in (
        ["claim_id", "revision_id", "state"],
        ["revision_id", "state"],
        ["run_id"],
        ["sentence_id"],
        ["speaker_id"],
    ):
        op.create_index(op.f(f"ix_mention_{'_'.join(columns)}"), "mention", columns, unique=False)
    for name, condition in (("spoken", "speaker_id IS NOT NULL"), ("title", "field = 'title'")):
        op.create_index(
            f"ix_mention_{name}_claim_id",
            "mention",
            ["claim_id"],
            unique=False,
            sqlite_where=sa.text(condition),
        )
    op.create_table(
        "decision",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("mention_id", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("from_claim_id", sa.Integer(), nullable=True),
        sa.Column("reviewer_id", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "state IN ('suggested', 'accepted', 'rejected')", name=op.f("ck_decision_state_is_known")
        ),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name=op.f("fk_decision_claim_id")),
        sa.ForeignKeyConstraint(["from_claim_id"], ["claim.id"], name=op.f("fk_decision_from_claim_id")),
        sa.ForeignKeyConstraint(["mention_id"], ["mention.id"], name=op.f("fk_decision_mention_id")),
        sa.ForeignKeyConstraint(["reviewer_id"], ["reviewer.id"], name=op.f("fk_decision_reviewer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decision")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_decision_mention_id"), "decision", ["mention_id"], unique=False)


def downgrade():
    op.drop_table("decision")
    op.drop_table("mention")
    op.drop_table("suggestion_run")
    op.drop_table("claim")
    op.drop_table("dirty_slot")
    op.drop_table("slot_decision")
    op.drop_table("qualifier")
    op.drop_table("slot")
