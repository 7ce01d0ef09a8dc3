-- Title: wordings that are alike and unlike in a fact of one thing (parameter: how alike at least)
SELECT wording_id, other_id, score, unlike
FROM wording_pair INDEXED BY ix_wording_pair_unlike
WHERE unlike <> '[]' AND apart = 0 AND score >= ?
ORDER BY wording_id, other_id
