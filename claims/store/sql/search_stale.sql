-- Title: the documents of the ledger's own index that say something old; empty where it could be brought up to date
CREATE TEMP TABLE IF NOT EXISTS search_stale (
    noun TEXT NOT NULL, noun_id INTEGER NOT NULL, PRIMARY KEY (noun, noun_id)) WITHOUT ROWID
