"""Who decides, and the log of what was decided."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        "reviewer",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("handle", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("active", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "handle GLOB '[a-z0-9]*' AND handle NOT GLOB '*[^a-z0-9._-]*'",
            name=op.f("ck_reviewer_handle_is_plain"),
        ),
        sa.CheckConstraint("active IN (0, 1)", name=op.f("ck_reviewer_active_is_flag")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reviewer")),
        sa.UniqueConstraint("handle", name=op.f("uq_reviewer_handle")),
        sqlite_strict=True,
    )
    op.create_table(
        "event",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("actor_id", sa.Integer(), nullable=False),
        sa.Column("command", sa.Text(), nullable=False),
        sa.Column("noun", sa.Text(), nullable=False),
        sa.Column("noun_id", sa.Integer(), nullable=True),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("format", sa.Integer(), nullable=False),
        sa.Column("commitment", sa.Text(), nullable=False),
        sa.Column("prev_hash", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.CheckConstraint("length(commitment) = 64", name=op.f("ck_event_commitment_is_hex")),
        sa.CheckConstraint(
            "length(hash) = 64 AND length(prev_hash) = 64", name=op.f("ck_event_hashes_are_hex")
        ),
        sa.CheckConstraint("seq >= 1", name=op.f("ck_event_seq_counts_from_one")),
        sa.ForeignKeyConstraint(["actor_id"], ["reviewer.id"], name=op.f("fk_event_actor_id")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_event")),
        sa.UniqueConstraint("hash", name=op.f("uq_event_hash")),
        sqlite_strict=True,
    )
    op.create_table(
        "event_payload",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("salt", sa.Text(), nullable=True),
        sa.Column("body", sa.Text(), nullable=True),
        sa.CheckConstraint("(salt IS NULL) = (body IS NULL)", name=op.f("ck_event_payload_payload_is_whole")),
        sa.ForeignKeyConstraint(["seq"], ["event.seq"], name=op.f("fk_event_payload_seq")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_event_payload")),
        sqlite_strict=True,
    )


def downgrade():
    op.drop_table("event_payload")
    op.drop_table("event")
    op.drop_table("reviewer")
