newest AS (  -- the number of each article's newest text at that time
    SELECT revision.article_id, max(revision.number) AS number
    FROM revision
    JOIN scope ON scope.article_id IS NULL OR scope.article_id = revision.article_id
    WHERE revision.imported_at <= coalesce(:as_of, '9999')
    GROUP BY revision.article_id
)
