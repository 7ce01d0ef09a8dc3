"""The desk's own book-keeping: corrections, inquiries, tags, assignments."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        "correction",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("quote_before", sa.Text(), nullable=True),
        sa.Column("quote_after", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("noticed_at", sa.Text(), nullable=True),
        sa.Column("published_at", sa.Text(), nullable=True),
        sa.Column("retracted_at", sa.Text(), nullable=True),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("from_revision_id", sa.Integer(), nullable=True),
        sa.Column("to_revision_id", sa.Integer(), nullable=True),
        sa.Column("finding_id", sa.Integer(), nullable=True),
        sa.Column("decided_by_id", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('correction', 'clarification', 'addition', 'retraction', 'unannounced')",
            name=op.f("ck_correction_kind_is_known"),
        ),
        sa.CheckConstraint("length(trim(reason)) > 0", name=op.f("ck_correction_reason_is_given")),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_correction_article_id")),
        sa.ForeignKeyConstraint(["decided_by_id"], ["reviewer.id"], name=op.f("fk_correction_decided_by_id")),
        sa.ForeignKeyConstraint(["finding_id"], ["finding.id"], name=op.f("fk_correction_finding_id")),
        sa.ForeignKeyConstraint(
            ["from_revision_id"], ["revision.id"], name=op.f("fk_correction_from_revision_id")
        ),
        sa.ForeignKeyConstraint(
            ["to_revision_id"], ["revision.id"], name=op.f("fk_correction_to_revision_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_correction")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_correction_article_id"), "correction", ["article_id"], unique=False)
    op.create_table(
        "inquiry",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("asked", sa.Text(), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("asked_at", sa.Text(), nullable=False),
        sa.Column("due_at", sa.Text(), nullable=True),
        sa.Column("answer", sa.Text(), nullable=True),
        sa.Column("answered_at", sa.Text(), nullable=True),
        sa.Column("article_id", sa.Integer(), nullable=True),
        sa.Column("claim_id", sa.Integer(), nullable=True),
        sa.Column("reviewer_id", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "(answer IS NULL) = (answered_at IS NULL)", name=op.f("ck_inquiry_answer_has_a_time")
        ),
        sa.CheckConstraint("length(trim(asked)) > 0", name=op.f("ck_inquiry_asked_is_given")),
        sa.CheckConstraint("length(trim(question)) > 0", name=op.f("ck_inquiry_question_is_given")),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_inquiry_article_id")),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name=op.f("fk_inquiry_claim_id")),
        sa.ForeignKeyConstraint(["reviewer_id"], ["reviewer.id"], name=op.f("fk_inquiry_reviewer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inquiry")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_inquiry_article_id"), "inquiry", ["article_id"], unique=False)
    op.create_index(op.f("ix_inquiry_claim_id"), "inquiry", ["claim_id"], unique=False)
    op.create_table(
        "tag",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.CheckConstraint("length(trim(name)) > 0", name=op.f("ck_tag_name_is_given")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tag")),
        sa.UniqueConstraint("name", name=op.f("uq_tag_name")),
        sqlite_strict=True,
    )
    op.create_table(
        "tagging",
        sa.Column("tag_id", sa.Integer(), nullable=False),
        sa.Column("noun", sa.Text(), nullable=False),
        sa.Column("noun_id", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "noun IN ('article', 'claim', 'entity', 'source')", name=op.f("ck_tagging_noun_is_known")
        ),
        sa.ForeignKeyConstraint(["tag_id"], ["tag.id"], name=op.f("fk_tagging_tag_id")),
        sa.PrimaryKeyConstraint("tag_id", "noun", "noun_id", name=op.f("pk_tagging")),
        sqlite_strict=True,
    )
    op.create_table(
        "assignment",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("due_at", sa.Text(), nullable=True),
        sa.Column("done_at", sa.Text(), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=True),
        sa.Column("claim_id", sa.Integer(), nullable=True),
        sa.Column("reviewer_id", sa.Integer(), nullable=False),
        sa.Column("created_by_id", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "(article_id IS NULL) <> (claim_id IS NULL)", name=op.f("ck_assignment_is_about_one_thing")
        ),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_assignment_article_id")),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name=op.f("fk_assignment_claim_id")),
        sa.ForeignKeyConstraint(["created_by_id"], ["reviewer.id"], name=op.f("fk_assignment_created_by_id")),
        sa.ForeignKeyConstraint(["reviewer_id"], ["reviewer.id"], name=op.f("fk_assignment_reviewer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assignment")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_assignment_article_id"), "assignment", ["article_id"], unique=False)
    op.create_index(op.f("ix_assignment_claim_id"), "assignment", ["claim_id"], unique=False)
    op.create_index(op.f("ix_assignment_reviewer_id"), "assignment", ["reviewer_id"], unique=False)
    op.create_table(
        "sign_off",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("text_sha256", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("revision_id", sa.Integer(), nullable=False),
        sa.Column("reviewer_id", sa.Integer(), nullable=False),
        sa.CheckConstraint("length(text_sha256) = 64", name=op.f("ck_sign_off_text_sha256_is_hex")),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_sign_off_article_id")),
        sa.ForeignKeyConstraint(["reviewer_id"], ["reviewer.id"], name=op.f("fk_sign_off_reviewer_id")),
        sa.ForeignKeyConstraint(["revision_id"], ["revision.id"], name=op.f("fk_sign_off_revision_id")),
        sa.ForeignKeyConstraint(["text_sha256"], ["text.sha256"], name=op.f("fk_sign_off_text_sha256")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_off")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_sign_off_article_id"), "sign_off", ["article_id"], unique=False)


def downgrade():
    op.drop_table("sign_off")
    op.drop_table("assignment")
    op.drop_table("tagging")
    op.drop_table("tag")
    op.drop_table("inquiry")
    op.drop_table("correction")
