"""The cross-check: its rows, its runs, and what it found."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        "check_row",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("lo", sa.REAL(), nullable=True),
        sa.Column("hi", sa.REAL(), nullable=True),
        sa.Column("entity", sa.Integer(), nullable=True),
        sa.Column("dimension", sa.Text(), nullable=True),
        sa.Column("claim", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("as_of_lo", sa.Integer(), nullable=True),
        sa.Column("as_of_hi", sa.Integer(), nullable=True),
        sa.Column("member_of", sa.Integer(), nullable=True),
        sa.Column("unscoped", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('asserted', 'listed', 'negated', 'novalue')", name=op.f("ck_check_row_kind_is_known")
        ),
        sa.CheckConstraint("unscoped IN (0, 1)", name=op.f("ck_check_row_unscoped_is_flag")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_check_row")),
        sqlite_strict=True,
    )
    op.create_index("ix_check_row_claim", "check_row", ["claim", "member_of"], unique=False)
    op.create_index(
        "ix_check_row_denial",
        "check_row",
        ["key"],
        unique=False,
        sqlite_where=sa.text("kind IN ('negated', 'novalue')"),
    )
    op.create_index("ix_check_row_key_hi", "check_row", ["key", "hi"], unique=False)
    op.create_index("ix_check_row_flag", "check_row", ["key", "lo", "hi", "kind", "entity"], unique=False)
    op.create_table(
        "check_outline",
        sa.Column("slot_id", sa.Integer(), nullable=False),
        sa.Column("content_hash", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["slot_id"], ["slot.id"], name=op.f("fk_check_outline_slot_id")),
        sa.PrimaryKeyConstraint("slot_id", name=op.f("pk_check_outline")),
        sqlite_strict=True,
    )
    op.create_table(
        "check_run",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("started_at", sa.Text(), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("slots", sa.Integer(), nullable=False),
        sa.Column("opened", sa.Integer(), nullable=False),
        sa.Column("closed", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_check_run")),
        sqlite_strict=True,
    )
    op.create_table(
        "finding",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("severity", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.Column("content_hash", sa.Text(), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("slot_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "severity IN ('info', 'warning', 'violation')", name=op.f("ck_finding_severity_is_known")
        ),
        sa.CheckConstraint(
            "state IN ('open', 'acknowledged', 'waived', 'fixed', 'reopened')",
            name=op.f("ck_finding_state_is_known"),
        ),
        sa.CheckConstraint("length(trim(message)) > 0", name=op.f("ck_finding_message_is_given")),
        sa.ForeignKeyConstraint(["slot_id"], ["slot.id"], name=op.f("fk_finding_slot_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_finding")),
        sa.UniqueConstraint("fingerprint", name=op.f("uq_finding_fingerprint")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_finding_slot_id"), "finding", ["slot_id"], unique=False)
    op.create_index(op.f("ix_finding_state"), "finding", ["state"], unique=False)
    op.create_table(
        "finding_member",
        sa.Column("finding_id", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("alternative", sa.Integer(), nullable=True),
        sa.Column("fits", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name=op.f("fk_finding_member_claim_id")),
        sa.ForeignKeyConstraint(["finding_id"], ["finding.id"], name=op.f("fk_finding_member_finding_id")),
        sa.PrimaryKeyConstraint("finding_id", "claim_id", name=op.f("pk_finding_member")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_finding_member_claim_id"), "finding_member", ["claim_id"], unique=False)
    op.create_table(
        "finding_slot",
        sa.Column("slot_id", sa.Integer(), nullable=False),
        sa.Column("finding_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["finding_id"], ["finding.id"], name=op.f("fk_finding_slot_finding_id")),
        sa.ForeignKeyConstraint(["slot_id"], ["slot.id"], name=op.f("fk_finding_slot_slot_id")),
        sa.PrimaryKeyConstraint("slot_id", "finding_id", name=op.f("pk_finding_slot")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_finding_slot_finding_id"), "finding_slot", ["finding_id"], unique=False)
    op.create_table(
        "finding_act",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("content_hash", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("until", sa.Text(), nullable=True),
        sa.Column("finding_id", sa.Integer(), nullable=False),
        sa.Column("reviewer_id", sa.Integer(), nullable=True),
        sa.Column("run_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "action <> 'waive' OR length(trim(reason)) > 0", name=op.f("ck_finding_act_waiver_has_a_reason")
        ),
        sa.CheckConstraint(
            "action IN ('open', 'acknowledge', 'waive', 'fix', 'reopen')",
            name=op.f("ck_finding_act_action_is_known"),
        ),
        sa.ForeignKeyConstraint(["finding_id"], ["finding.id"], name=op.f("fk_finding_act_finding_id")),
        sa.ForeignKeyConstraint(["reviewer_id"], ["reviewer.id"], name=op.f("fk_finding_act_reviewer_id")),
        sa.ForeignKeyConstraint(["run_id"], ["check_run.id"], name=op.f("fk_finding_act_run_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_finding_act")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_finding_act_finding_id"), "finding_act", ["finding_id"], unique=False)
    op.create_table(
        "rule_setting",
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.CheckConstraint("length(trim(value)) > 0", name=op.f("ck_rule_setting_value_is_given")),
        sa.PrimaryKeyConstraint("rule", "name", name=op.f("pk_rule_setting")),
        sqlite_strict=True,
    )
    op.create_table(
        "dirty_mention",
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("mention_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name=op.f("fk_dirty_mention_claim_id")),
        sa.PrimaryKeyConstraint("claim_id", "mention_id", name=op.f("pk_dirty_mention")),
        sqlite_strict=True,
    )


def downgrade():
    op.drop_table("dirty_mention")
    op.drop_table("rule_setting")
    op.drop_table("finding_act")
    op.drop_table("finding_slot")
    op.drop_table("finding_member")
    op.drop_table("finding")
    op.drop_table("check_run")
    op.drop_table("check_outline")
    op.drop_table("check_row")
