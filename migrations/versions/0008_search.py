"""The search index: what is in it, what waits to be put into it, and the words themselves.

It is derived: no event tells of it, and it can be built anew from the rest at any time. So all that
stands in the ledger already is only noted as waiting; the next search puts it in.
"""

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade():
    op.execute(
        "CREATE TABLE search_dirty ("
        "id INTEGER NOT NULL PRIMARY KEY, noun TEXT NOT NULL, noun_id INTEGER NOT NULL) STRICT"
    )
    op.execute(
        "CREATE TABLE search_document ("
        "id INTEGER NOT NULL PRIMARY KEY, noun TEXT NOT NULL, noun_id INTEGER NOT NULL,"
        " title TEXT NOT NULL, body TEXT NOT NULL, texts TEXT NOT NULL, UNIQUE (noun, noun_id)) STRICT"
    )
    op.execute(
        "CREATE VIRTUAL TABLE search USING fts5("
        "title, body, content = '', tokenize = 'unicode61 remove_diacritics 0')"
    )
    op.execute(
        "INSERT INTO search_dirty (noun, noun_id)"
        " SELECT 'revision', id FROM revision UNION ALL SELECT 'claim', id FROM claim"
        " UNION ALL SELECT 'entity', id FROM entity UNION ALL SELECT 'source', id FROM source"
        " UNION ALL SELECT 'verdict', id FROM verdict UNION ALL SELECT 'ruling', id FROM ruling"
        " UNION ALL SELECT 'finding', id FROM finding"
    )


def downgrade():
    op.execute("DROP TABLE search")
    op.execute("DROP TABLE search_document")
    op.execute("DROP TABLE search_dirty")
