"""Sentences by their words, to find those that are written alike.

All of it is derived: no event tells of it, and what is missing is added by the next cross-check.
"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        "wording",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("digest", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_wording")),
        sa.UniqueConstraint("digest", name=op.f("uq_wording_digest")),
        sqlite_strict=True,
    )
    op.create_table(
        "wording_key",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("wording_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("key", "wording_id", name=op.f("pk_wording_key")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "wording_pair",
        sa.Column("wording_id", sa.Integer(), nullable=False),
        sa.Column("other_id", sa.Integer(), nullable=False),
        sa.Column("score", sa.REAL(), nullable=False),
        sa.Column("unlike", sa.Text(), nullable=False),
        sa.Column("apart", sa.Integer(), nullable=False),
        sa.CheckConstraint("apart IN (0, 1)", name=op.f("ck_wording_pair_apart_is_flag")),
        sa.PrimaryKeyConstraint("wording_id", "other_id", name=op.f("pk_wording_pair")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_wording_pair_other_id"), "wording_pair", ["other_id"], unique=False)
    op.create_index(
        "ix_wording_pair_unlike",
        "wording_pair",
        ["wording_id", "other_id"],
        unique=False,
        sqlite_where=sa.text("unlike <> '[]'"),
    )
    op.create_table(
        "wording_place",
        sa.Column("sentence_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("wording_id", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("sentence_id", name=op.f("pk_wording_place")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_wording_place_wording_id"), "wording_place", ["wording_id"], unique=False)
    op.create_table(
        "wording_word",
        sa.Column("word", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("wordings", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("word", name=op.f("pk_wording_word")),
        sqlite_strict=True,
    )
    op.create_table(
        "wording_name",
        sa.Column("word", sa.Integer(), nullable=False),
        sa.Column("wording_id", sa.Integer(), nullable=False),
        sa.Column("other_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("word", "wording_id", "other_id", name=op.f("pk_wording_name")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "dirty_name",
        sa.Column("name", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_dirty_name")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.execute("INSERT INTO dirty_name (name) SELECT DISTINCT name FROM alias")


def downgrade():
    op.drop_table("dirty_name")
    op.drop_table("wording_name")
    op.drop_table("wording_word")
    op.drop_table("wording_place")
    op.drop_table("wording_pair")
    op.drop_table("wording_key")
    op.drop_table("wording")
