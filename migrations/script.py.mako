"""${message}.

Why: say it here. One idea each; a change of schema and a change of data are two files. Written in
`op`, `sa.table` and literals; nothing of the program is imported.
"""

import sqlalchemy as sa
from alembic import op

revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}
branch_labels = None
depends_on = None


def upgrade():
    ${upgrades if upgrades else "pass"}


def downgrade():
    ${downgrades if downgrades else "pass"}
