-- Title: wordings that are alike and unlike in no fact, but maybe in a name (parameter: how alike at least)
SELECT wording_id, other_id, score, unlike
FROM wording_pair
WHERE (unlike = '[]' OR unlike LIKE '[["name",%') AND score >= ?
ORDER BY wording_id, other_id
