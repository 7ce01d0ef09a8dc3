"""Sources, evidence, verdicts and house facts."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        "source",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("publisher", sa.Text(), nullable=True),
        sa.Column("published", sa.Text(), nullable=True),
        sa.Column("dead_at", sa.Text(), nullable=True),
        sa.Column("confidential", sa.Integer(), nullable=False),
        sa.Column("origin_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "kind IN ('primary', 'official', 'reporting', 'agency', 'reference', 'interview', 'e-mail', 'own test', 'social')",
            name=op.f("ck_source_kind_is_known"),
        ),
        sa.CheckConstraint("confidential IN (0, 1)", name=op.f("ck_source_confidential_is_flag")),
        sa.CheckConstraint("length(trim(title)) > 0", name=op.f("ck_source_title_is_given")),
        sa.ForeignKeyConstraint(["origin_id"], ["source.id"], name=op.f("fk_source_origin_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_source")),
        sa.UniqueConstraint("url", name=op.f("uq_source_url")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_source_origin_id"), "source", ["origin_id"], unique=False)
    op.create_table(
        "snapshot",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("taken_at", sa.Text(), nullable=False),
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("text_sha256", sa.Text(), nullable=False),
        sa.Column("credit", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name=op.f("fk_snapshot_source_id")),
        sa.ForeignKeyConstraint(["text_sha256"], ["text.sha256"], name=op.f("fk_snapshot_text_sha256")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_snapshot")),
        sa.UniqueConstraint("source_id", "text_sha256", name=op.f("uq_snapshot_source_id_text_sha256")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_snapshot_text_sha256"), "snapshot", ["text_sha256"], unique=False)
    op.create_table(
        "evidence",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("stance", sa.Text(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=True),
        sa.Column("question", sa.Text(), nullable=True),
        sa.Column("answer", sa.Text(), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("snapshot_id", sa.Integer(), nullable=False),
        sa.Column("reviewer_id", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "stance IN ('supports', 'refutes', 'qualifies', 'no answer')",
            name=op.f("ck_evidence_stance_is_known"),
        ),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name=op.f("fk_evidence_claim_id")),
        sa.ForeignKeyConstraint(["reviewer_id"], ["reviewer.id"], name=op.f("fk_evidence_reviewer_id")),
        sa.ForeignKeyConstraint(["snapshot_id"], ["snapshot.id"], name=op.f("fk_evidence_snapshot_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evidence")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_evidence_claim_id"), "evidence", ["claim_id"], unique=False)
    op.create_index(op.f("ix_evidence_snapshot_id"), "evidence", ["snapshot_id"], unique=False)
    op.create_table(
        "verdict",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("mention_key", sa.Integer(), nullable=False),
        sa.Column("rationale", sa.Text(), nullable=False),
        sa.Column("as_of", sa.Text(), nullable=False),
        sa.Column("none_found", sa.Integer(), nullable=False),
        sa.Column("basis_hash", sa.Text(), nullable=False),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("request_id", sa.Text(), nullable=True),
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("mention_id", sa.Integer(), nullable=True),
        sa.Column("reviewer_id", sa.Integer(), nullable=False),
        sa.Column("rating_id", sa.Integer(), nullable=True),
        sa.Column("supersedes_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "about = 'content' OR mention_id IS NOT NULL", name=op.f("ck_verdict_attribution_names_a_mention")
        ),
        sa.CheckConstraint(
            "about IN ('content', 'attribution', 'context')", name=op.f("ck_verdict_about_is_known")
        ),
        sa.CheckConstraint("length(trim(rationale)) > 0", name=op.f("ck_verdict_rationale_is_given")),
        sa.CheckConstraint("mention_key = coalesce(mention_id, 0)", name=op.f("ck_verdict_mention_key_fits")),
        sa.CheckConstraint("none_found IN (0, 1)", name=op.f("ck_verdict_none_found_is_flag")),
        sa.CheckConstraint(
            "rating_id IS NOT NULL OR supersedes_id IS NOT NULL", name=op.f("ck_verdict_retraction_retracts")
        ),
        sa.CheckConstraint("supersedes_id < id", name=op.f("ck_verdict_supersedes_an_earlier_one")),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name=op.f("fk_verdict_claim_id")),
        sa.ForeignKeyConstraint(["mention_id"], ["mention.id"], name=op.f("fk_verdict_mention_id")),
        sa.ForeignKeyConstraint(["rating_id"], ["rating.id"], name=op.f("fk_verdict_rating_id")),
        sa.ForeignKeyConstraint(["reviewer_id"], ["reviewer.id"], name=op.f("fk_verdict_reviewer_id")),
        sa.ForeignKeyConstraint(
            ["supersedes_id", "claim_id", "about", "mention_key", "reviewer_id"],
            ["verdict.id", "verdict.claim_id", "verdict.about", "verdict.mention_key", "verdict.reviewer_id"],
            name=op.f("fk_verdict_supersedes_id_claim_id_about_mention_key_reviewer_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_verdict")),
        sa.UniqueConstraint(
            "id",
            "claim_id",
            "about",
            "mention_key",
            "reviewer_id",
            name=op.f("uq_verdict_id_claim_id_about_mention_key_reviewer_id"),
        ),
        sa.UniqueConstraint("request_id", name=op.f("uq_verdict_request_id")),
        sa.UniqueConstraint("supersedes_id", name=op.f("uq_verdict_supersedes_id")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_verdict_claim_id"), "verdict", ["claim_id"], unique=False)
    op.create_index(op.f("ix_verdict_mention_id"), "verdict", ["mention_id"], unique=False)
    op.create_index(
        "uq_verdict_root",
        "verdict",
        ["claim_id", "about", "mention_key", "reviewer_id"],
        unique=True,
        sqlite_where=sa.text("supersedes_id IS NULL"),
    )
    op.create_table(
        "verdict_evidence",
        sa.Column("verdict_id", sa.Integer(), nullable=False),
        sa.Column("evidence_id", sa.Integer(), nullable=False),
        sa.Column("snapshot_sha256", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["evidence_id"], ["evidence.id"], name=op.f("fk_verdict_evidence_evidence_id")
        ),
        sa.ForeignKeyConstraint(["verdict_id"], ["verdict.id"], name=op.f("fk_verdict_evidence_verdict_id")),
        sa.PrimaryKeyConstraint("verdict_id", "evidence_id", name=op.f("pk_verdict_evidence")),
        sqlite_strict=True,
    )
    op.create_table(
        "verdict_mention",
        sa.Column("verdict_id", sa.Integer(), nullable=False),
        sa.Column("mention_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["mention_id"], ["mention.id"], name=op.f("fk_verdict_mention_mention_id")),
        sa.ForeignKeyConstraint(["verdict_id"], ["verdict.id"], name=op.f("fk_verdict_mention_verdict_id")),
        sa.PrimaryKeyConstraint("verdict_id", "mention_id", name=op.f("pk_verdict_mention")),
        sqlite_strict=True,
    )
    op.create_table(
        "verdict_considered",
        sa.Column("verdict_id", sa.Integer(), nullable=False),
        sa.Column("considered_id", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "considered_id < verdict_id", name=op.f("ck_verdict_considered_considers_earlier_ones")
        ),
        sa.ForeignKeyConstraint(
            ["considered_id"], ["verdict.id"], name=op.f("fk_verdict_considered_considered_id")
        ),
        sa.ForeignKeyConstraint(
            ["verdict_id"], ["verdict.id"], name=op.f("fk_verdict_considered_verdict_id")
        ),
        sa.PrimaryKeyConstraint("verdict_id", "considered_id", name=op.f("pk_verdict_considered")),
        sqlite_strict=True,
    )
    op.create_table(
        "ruling",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("retracts", sa.Integer(), nullable=False),
        sa.Column("valid_from", sa.Text(), nullable=True),
        sa.Column("valid_until", sa.Text(), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("slot_id", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("reviewer_id", sa.Integer(), nullable=False),
        sa.Column("supersedes_id", sa.Integer(), nullable=True),
        sa.CheckConstraint("length(trim(reason)) > 0", name=op.f("ck_ruling_reason_is_given")),
        sa.CheckConstraint("retracts IN (0, 1)", name=op.f("ck_ruling_retracts_is_flag")),
        sa.CheckConstraint("supersedes_id < id", name=op.f("ck_ruling_supersedes_an_earlier_one")),
        sa.CheckConstraint("valid_from <= valid_until", name=op.f("ck_ruling_validity_is_forward")),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name=op.f("fk_ruling_claim_id")),
        sa.ForeignKeyConstraint(["reviewer_id"], ["reviewer.id"], name=op.f("fk_ruling_reviewer_id")),
        sa.ForeignKeyConstraint(["slot_id"], ["slot.id"], name=op.f("fk_ruling_slot_id")),
        sa.ForeignKeyConstraint(["supersedes_id"], ["ruling.id"], name=op.f("fk_ruling_supersedes_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ruling")),
        sa.UniqueConstraint("supersedes_id", name=op.f("uq_ruling_supersedes_id")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_ruling_claim_id"), "ruling", ["claim_id"], unique=False)
    op.create_index(
        "uq_ruling_root", "ruling", ["slot_id"], unique=True, sqlite_where=sa.text("supersedes_id IS NULL")
    )
    op.create_table(
        "ruling_evidence",
        sa.Column("ruling_id", sa.Integer(), nullable=False),
        sa.Column("evidence_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["evidence_id"], ["evidence.id"], name=op.f("fk_ruling_evidence_evidence_id")
        ),
        sa.ForeignKeyConstraint(["ruling_id"], ["ruling.id"], name=op.f("fk_ruling_evidence_ruling_id")),
        sa.PrimaryKeyConstraint("ruling_id", "evidence_id", name=op.f("pk_ruling_evidence")),
        sqlite_strict=True,
    )


def downgrade():
    op.drop_table("ruling_evidence")
    op.drop_table("ruling")
    op.drop_table("verdict_considered")
    op.drop_table("verdict_mention")
    op.drop_table("verdict_evidence")
    op.drop_table("verdict")
    op.drop_table("evidence")
    op.drop_table("snapshot")
    op.drop_table("source")
