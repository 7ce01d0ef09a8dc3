"""What sources say by themselves: reference lists have claims of their own, which are no mentions."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        "source_claim",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("as_written", sa.Text(), nullable=False),
        sa.Column("slot_id", sa.Integer(), nullable=False),
        sa.Column("snapshot_id", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.CheckConstraint("length(trim(as_written)) > 0", name=op.f("ck_source_claim_as_written_is_given")),
        sa.CheckConstraint("line >= 1", name=op.f("ck_source_claim_line_counts_from_one")),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name=op.f("fk_source_claim_claim_id")),
        sa.ForeignKeyConstraint(["slot_id"], ["slot.id"], name=op.f("fk_source_claim_slot_id")),
        sa.ForeignKeyConstraint(["snapshot_id"], ["snapshot.id"], name=op.f("fk_source_claim_snapshot_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_source_claim")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_source_claim_claim_id"), "source_claim", ["claim_id"], unique=False)
    op.create_index(op.f("ix_source_claim_slot_id"), "source_claim", ["slot_id"], unique=False)
    op.create_index(op.f("ix_source_claim_snapshot_id"), "source_claim", ["snapshot_id"], unique=False)


def downgrade():
    op.drop_table("source_claim")
