-- Title: live articles that share wordings, with how many each of the two has (parameter: least shared)
WITH placed AS (
    SELECT DISTINCT article.id AS article_id, place.wording_id
    FROM article
    CROSS JOIN revision ON revision.article_id = article.id AND revision.number = article.revisions
    CROSS JOIN sentence ON sentence.revision_id = revision.id AND sentence.kind IN ('claims', 'open')
    CROSS JOIN wording_place AS place ON place.sentence_id = sentence.id AND place.wording_id IS NOT NULL
    WHERE article.withdrawn_at IS NULL
),
rare AS (
    SELECT wording_id FROM placed GROUP BY wording_id HAVING count(*) BETWEEN 2 AND 50
),
shared AS (
    SELECT one.article_id AS first_id, other.article_id AS other_id, count(*) AS shared
    FROM rare
    CROSS JOIN placed AS one ON one.wording_id = rare.wording_id
    CROSS JOIN placed AS other ON other.wording_id = rare.wording_id AND other.article_id > one.article_id
    GROUP BY one.article_id, other.article_id
    HAVING count(*) >= ?
),
size AS (
    SELECT article_id, count(*) AS wordings FROM placed GROUP BY article_id
)
SELECT shared.first_id, shared.other_id, shared.shared, one.wordings AS first_size, other.wordings AS other_size
FROM shared
JOIN size AS one ON one.article_id = shared.first_id
JOIN size AS other ON other.article_id = shared.other_id
ORDER BY shared.first_id, shared.other_id
