scope AS (  -- every article: the other side of a question may stand in any
    SELECT NULL AS article_id
)
