-- Title: empty the index and note everything as not yet in it

DELETE FROM search_document

INSERT INTO search (search) VALUES ('delete-all')

DELETE FROM search_dirty

INSERT INTO search_dirty (noun, noun_id)
SELECT 'revision', id FROM revision UNION ALL SELECT 'claim', id FROM claim UNION ALL SELECT 'entity', id FROM entity
UNION ALL SELECT 'source', id FROM source UNION ALL SELECT 'verdict', id FROM verdict
UNION ALL SELECT 'ruling', id FROM ruling UNION ALL SELECT 'finding', id FROM finding
