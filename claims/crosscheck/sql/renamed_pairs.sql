-- Title: closely alike pairs in which a name may begin with one of these words (parameter: hashes, as a JSON list)
SELECT DISTINCT pair.wording_id, pair.other_id, pair.unlike, pair.apart
FROM json_each(?) AS listed
CROSS JOIN wording_name ON wording_name.word = listed.value
CROSS JOIN wording_pair AS pair
    ON pair.wording_id = wording_name.wording_id AND pair.other_id = wording_name.other_id
