-- Title: a second index beside a ledger that cannot be written, for what its own does not have yet

CREATE TEMP TABLE search_dirty (id INTEGER PRIMARY KEY, noun TEXT NOT NULL, noun_id INTEGER NOT NULL)

CREATE TEMP TABLE search_document (
    id INTEGER PRIMARY KEY, noun TEXT NOT NULL, noun_id INTEGER NOT NULL,
    title TEXT NOT NULL, body TEXT NOT NULL, texts TEXT NOT NULL, UNIQUE (noun, noun_id))

CREATE VIRTUAL TABLE temp.search USING fts5(title, body, content = '', tokenize = 'unicode61 remove_diacritics 0')

INSERT INTO temp.search_dirty SELECT * FROM main.search_dirty
