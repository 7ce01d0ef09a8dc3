"""Articles, their immutable texts, and the imports that brought them."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        "import_batch",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("started_at", sa.Text(), nullable=False),
        sa.Column("arguments", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_batch")),
        sqlite_strict=True,
    )
    op.create_table(
        "import_reject",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("line", sa.Integer(), nullable=True),
        sa.Column("field", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("batch_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["batch_id"], ["import_batch.id"], name=op.f("fk_import_reject_batch_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_reject")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_import_reject_batch_id"), "import_reject", ["batch_id"], unique=False)
    op.create_table(
        "text",
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("length", sa.Integer(), nullable=False),
        sa.CheckConstraint("length(body) = length", name=op.f("ck_text_length_counts_the_body")),
        sa.CheckConstraint("length(sha256) = 64", name=op.f("ck_text_sha256_is_hex")),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_text")),
        sqlite_strict=True,
    )
    op.create_table(
        "article",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("identity", sa.Text(), nullable=False),
        sa.Column("external_id", sa.Text(), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("path", sa.Text(), nullable=True),
        sa.Column("outlet", sa.Text(), nullable=True),
        sa.Column("author", sa.Text(), nullable=True),
        sa.Column("published", sa.Text(), nullable=True),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("revisions", sa.Integer(), nullable=False),
        sa.Column("withdrawn_at", sa.Text(), nullable=True),
        sa.Column("withdrawn_reason", sa.Text(), nullable=True),
        sa.Column("origin_id", sa.Integer(), nullable=True),
        sa.CheckConstraint("length(trim(identity)) > 0", name=op.f("ck_article_identity_is_given")),
        sa.CheckConstraint("revisions >= 0", name=op.f("ck_article_revisions_counts")),
        sa.ForeignKeyConstraint(["origin_id"], ["article.id"], name=op.f("fk_article_origin_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_article")),
        sa.UniqueConstraint("identity", name=op.f("uq_article_identity")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_article_external_id"), "article", ["external_id"], unique=False)
    op.create_index(op.f("ix_article_url"), "article", ["url"], unique=False)
    op.create_index(op.f("ix_article_origin_id"), "article", ["origin_id"], unique=False)
    op.create_table(
        "revision",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("raw_sha256", sa.Text(), nullable=False),
        sa.Column("letters_sha256", sa.Text(), nullable=True),
        sa.Column("imported_at", sa.Text(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("text_sha256", sa.Text(), nullable=False),
        sa.Column("batch_id", sa.Integer(), nullable=True),
        sa.CheckConstraint("length(raw_sha256) = 64", name=op.f("ck_revision_raw_sha256_is_hex")),
        sa.CheckConstraint("number >= 1", name=op.f("ck_revision_number_counts_from_one")),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_revision_article_id")),
        sa.ForeignKeyConstraint(["batch_id"], ["import_batch.id"], name=op.f("fk_revision_batch_id")),
        sa.ForeignKeyConstraint(["text_sha256"], ["text.sha256"], name=op.f("fk_revision_text_sha256")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_revision")),
        sa.UniqueConstraint("article_id", "number", name=op.f("uq_revision_article_id_number")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_revision_batch_id"), "revision", ["batch_id"], unique=False)
    op.create_index(op.f("ix_revision_letters_sha256"), "revision", ["letters_sha256"], unique=False)
    op.create_index(op.f("ix_revision_text_sha256"), "revision", ["text_sha256"], unique=False)
    op.create_table(
        "sentence",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("start_cp", sa.Integer(), nullable=False),
        sa.Column("end_cp", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("revision_id", sa.Integer(), nullable=False),
        sa.Column("decided_by_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "kind IN ('claims', 'question', 'opinion', 'boilerplate', 'heading', 'open')",
            name=op.f("ck_sentence_kind_is_known"),
        ),
        sa.CheckConstraint("0 <= start_cp AND start_cp < end_cp", name=op.f("ck_sentence_span_is_forward")),
        sa.ForeignKeyConstraint(["decided_by_id"], ["reviewer.id"], name=op.f("fk_sentence_decided_by_id")),
        sa.ForeignKeyConstraint(["revision_id"], ["revision.id"], name=op.f("fk_sentence_revision_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sentence")),
        sa.UniqueConstraint("revision_id", "number", name=op.f("uq_sentence_revision_id_number")),
        sqlite_strict=True,
    )


def downgrade():
    op.drop_table("sentence")
    op.drop_table("revision")
    op.drop_table("article")
    op.drop_table("text")
    op.drop_table("import_reject")
    op.drop_table("import_batch")
