scope AS (  -- the article asked for, or nothing for all of them
    SELECT :article AS article_id
)
