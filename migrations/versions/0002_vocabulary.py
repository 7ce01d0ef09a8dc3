"""What claims are made of: entities, predicates, units, rating scales."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        "entity",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("key", sa.Text(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("label_de", sa.Text(), nullable=True),
        sa.Column("label_en", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("merged_into_id", sa.Integer(), nullable=True),
        sa.Column("part_of_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "kind IN ('person', 'organisation', 'place', 'product', 'work', 'plan', 'event', 'law', 'office', 'incident', 'project', 'building', 'class', 'licence', 'topic')",
            name=op.f("ck_entity_kind_is_known"),
        ),
        sa.CheckConstraint("state IN ('proposed', 'accepted')", name=op.f("ck_entity_state_is_known")),
        sa.CheckConstraint("length(trim(label)) > 0", name=op.f("ck_entity_label_is_given")),
        sa.CheckConstraint("merged_into_id <> id", name=op.f("ck_entity_is_not_merged_into_itself")),
        sa.CheckConstraint("part_of_id <> id", name=op.f("ck_entity_is_not_part_of_itself")),
        sa.ForeignKeyConstraint(["merged_into_id"], ["entity.id"], name=op.f("fk_entity_merged_into_id")),
        sa.ForeignKeyConstraint(["part_of_id"], ["entity.id"], name=op.f("fk_entity_part_of_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_entity")),
        sa.UniqueConstraint("key", name=op.f("uq_entity_key")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_entity_merged_into_id"), "entity", ["merged_into_id"], unique=False)
    op.create_index(op.f("ix_entity_part_of_id"), "entity", ["part_of_id"], unique=False)
    op.create_table(
        "alias",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("opening", sa.Text(), nullable=False),
        sa.Column("entity_id", sa.Integer(), nullable=False),
        sa.CheckConstraint("kind IN ('name', 'adjective')", name=op.f("ck_alias_kind_is_known")),
        sa.CheckConstraint("length(trim(name)) > 0", name=op.f("ck_alias_name_is_given")),
        sa.ForeignKeyConstraint(["entity_id"], ["entity.id"], name=op.f("fk_alias_entity_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_alias")),
        sa.UniqueConstraint("entity_id", "language", "name", name=op.f("uq_alias_entity_id_language_name")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_alias_name"), "alias", ["name"], unique=False)
    op.create_index(op.f("ix_alias_opening"), "alias", ["opening"], unique=False)
    op.create_table(
        "predicate",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("value_type", sa.Text(), nullable=False),
        sa.Column("dimension", sa.Text(), nullable=True),
        sa.Column("signed", sa.Integer(), nullable=False),
        sa.Column("cardinality", sa.Text(), nullable=False),
        sa.Column("temporal", sa.Text(), nullable=False),
        sa.Column("validity_days", sa.Integer(), nullable=True),
        sa.Column("tolerance_relative", sa.REAL(), nullable=True),
        sa.Column("tolerance_absolute", sa.REAL(), nullable=True),
        sa.Column("contains", sa.Integer(), nullable=False),
        sa.Column("plans_compare", sa.Integer(), nullable=False),
        sa.Column("compared", sa.Integer(), nullable=False),
        sa.Column("label_de", sa.Text(), nullable=False),
        sa.Column("label_en", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "cardinality IN ('single', 'set', 'multi')", name=op.f("ck_predicate_cardinality_is_known")
        ),
        sa.CheckConstraint(
            "temporal IN ('none', 'instant', 'period', 'deadline', 'state')",
            name=op.f("ck_predicate_temporal_is_known"),
        ),
        sa.CheckConstraint(
            "value_type IN ('date', 'quantity', 'entity', 'string', 'boolean')",
            name=op.f("ck_predicate_value_type_is_known"),
        ),
        sa.CheckConstraint("compared IN (0, 1)", name=op.f("ck_predicate_compared_is_flag")),
        sa.CheckConstraint("contains IN (0, 1)", name=op.f("ck_predicate_contains_is_flag")),
        sa.CheckConstraint("plans_compare IN (0, 1)", name=op.f("ck_predicate_plans_compare_is_flag")),
        sa.CheckConstraint("signed IN (0, 1)", name=op.f("ck_predicate_signed_is_flag")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_predicate")),
        sa.UniqueConstraint("key", name=op.f("uq_predicate_key")),
        sqlite_strict=True,
    )
    op.create_table(
        "predicate_kind",
        sa.Column("predicate_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('person', 'organisation', 'place', 'product', 'work', 'plan', 'event', 'law', 'office', 'incident', 'project', 'building', 'class', 'licence', 'topic')",
            name=op.f("ck_predicate_kind_kind_is_known"),
        ),
        sa.CheckConstraint("role IN ('subject', 'value')", name=op.f("ck_predicate_kind_role_is_known")),
        sa.ForeignKeyConstraint(
            ["predicate_id"], ["predicate.id"], name=op.f("fk_predicate_kind_predicate_id")
        ),
        sa.PrimaryKeyConstraint("predicate_id", "role", "kind", name=op.f("pk_predicate_kind")),
        sqlite_strict=True,
    )
    op.create_table(
        "predicate_separator",
        sa.Column("predicate_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("lacking", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["predicate_id"], ["predicate.id"], name=op.f("fk_predicate_separator_predicate_id")
        ),
        sa.PrimaryKeyConstraint("predicate_id", "key", name=op.f("pk_predicate_separator")),
        sa.CheckConstraint(
            "lacking IN ('compared', 'at_most', 'apart')",
            name=op.f("ck_predicate_separator_lacking_is_known"),
        ),
        sqlite_strict=True,
    )
    op.create_table(
        "predicate_shared",
        sa.Column("predicate_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("pattern", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["predicate_id"], ["predicate.id"], name=op.f("fk_predicate_shared_predicate_id")
        ),
        sa.PrimaryKeyConstraint("predicate_id", "key", "pattern", name=op.f("pk_predicate_shared")),
        sqlite_strict=True,
    )
    op.create_table(
        "predicate_trigger",
        sa.Column("predicate_id", sa.Integer(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("phrase", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["predicate_id"], ["predicate.id"], name=op.f("fk_predicate_trigger_predicate_id")
        ),
        sa.PrimaryKeyConstraint("predicate_id", "language", "phrase", name=op.f("pk_predicate_trigger")),
        sqlite_strict=True,
    )
    op.create_table(
        "ordering_pair",
        sa.Column("earlier_id", sa.Integer(), nullable=False),
        sa.Column("later_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["earlier_id"], ["predicate.id"], name=op.f("fk_ordering_pair_earlier_id")),
        sa.ForeignKeyConstraint(["later_id"], ["predicate.id"], name=op.f("fk_ordering_pair_later_id")),
        sa.PrimaryKeyConstraint("earlier_id", "later_id", name=op.f("pk_ordering_pair")),
        sqlite_strict=True,
    )
    op.create_table(
        "unit",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("dimension", sa.Text(), nullable=False),
        sa.Column("factor", sa.Text(), nullable=False),
        sa.Column("offset", sa.Text(), nullable=False),
        sa.Column("label_de", sa.Text(), nullable=True),
        sa.Column("label_en", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_unit")),
        sa.UniqueConstraint("code", name=op.f("uq_unit_code")),
        sqlite_strict=True,
    )
    op.create_table(
        "rating_scale",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("label_de", sa.Text(), nullable=False),
        sa.Column("label_en", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("worst", sa.Integer(), nullable=False),
        sa.Column("best", sa.Integer(), nullable=False),
        sa.Column("is_default", sa.Integer(), nullable=False),
        sa.CheckConstraint("is_default IN (0, 1)", name=op.f("ck_rating_scale_is_default_is_flag")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rating_scale")),
        sa.UniqueConstraint("key", name=op.f("uq_rating_scale_key")),
        sqlite_strict=True,
    )
    op.create_index(
        "uq_rating_scale_default",
        "rating_scale",
        ["is_default"],
        unique=True,
        sqlite_where=sa.text("is_default = 1"),
    )
    op.create_table(
        "rating",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=True),
        sa.Column("label_de", sa.Text(), nullable=False),
        sa.Column("label_en", sa.Text(), nullable=False),
        sa.Column("truth_class", sa.Text(), nullable=False),
        sa.Column("about_mention", sa.Integer(), nullable=False),
        sa.Column("use", sa.Text(), nullable=False),
        sa.Column("scale_id", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "truth_class IN ('true', 'mixed', 'false', 'unproven', 'not_checkable')",
            name=op.f("ck_rating_truth_class_is_known"),
        ),
        sa.CheckConstraint("about_mention IN (0, 1)", name=op.f("ck_rating_about_mention_is_flag")),
        sa.ForeignKeyConstraint(["scale_id"], ["rating_scale.id"], name=op.f("fk_rating_scale_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rating")),
        sa.UniqueConstraint("scale_id", "code", name=op.f("uq_rating_scale_id_code")),
        sqlite_strict=True,
    )


def downgrade():
    op.drop_table("rating")
    op.drop_table("rating_scale")
    op.drop_table("unit")
    op.drop_table("ordering_pair")
    op.drop_table("predicate_trigger")
    op.drop_table("predicate_shared")
    op.drop_table("predicate_separator")
    op.drop_table("predicate_kind")
    op.drop_table("predicate")
    op.drop_table("alias")
    op.drop_table("entity")
