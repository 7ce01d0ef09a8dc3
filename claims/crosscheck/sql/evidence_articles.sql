-- Title: which articles some evidence is, repeats, or shares its origin with (parameter: the evidence, as a JSON list)
-- A snapshot is an article whose text it holds, or whose address its source has; it repeats what its source
-- is said to, and what that article is said to. First-hand sources are what they are, be they printed as well.
WITH RECURSIVE told (evidence_id, source_id, text_sha256, role) AS (
    SELECT evidence.id, snapshot.source_id, snapshot.text_sha256, 'is'
    FROM json_each(?) AS wanted
    CROSS JOIN evidence ON evidence.id = wanted.value
    CROSS JOIN snapshot ON snapshot.id = evidence.snapshot_id
    UNION
    SELECT told.evidence_id, source.origin_id, NULL, 'repeats'
    FROM told CROSS JOIN source ON source.id = told.source_id
    WHERE source.origin_id IS NOT NULL
),
printed (evidence_id, article_id, role) AS (
    SELECT told.evidence_id, revision.article_id, told.role
    FROM told
    CROSS JOIN source ON source.id = told.source_id AND source.kind IN ('reporting', 'agency', 'social')
    CROSS JOIN revision ON revision.text_sha256 = told.text_sha256
    UNION
    SELECT told.evidence_id, article.id, told.role
    FROM told
    CROSS JOIN source ON source.id = told.source_id AND source.kind IN ('reporting', 'agency', 'social')
    CROSS JOIN article ON article.url = source.url
    UNION
    SELECT printed.evidence_id, article.origin_id, 'repeats'
    FROM printed CROSS JOIN article ON article.id = printed.article_id
    WHERE article.origin_id IS NOT NULL
)
SELECT evidence_id, article_id, role FROM printed
UNION
SELECT printed.evidence_id, copy.id, 'is of one origin with'
FROM printed
CROSS JOIN article ON article.id = printed.article_id
CROSS JOIN article AS copy ON copy.origin_id = coalesce(article.origin_id, article.id)
ORDER BY evidence_id, article_id
