-- Title: claims by number, with what a comparison reads of them (parameter: the numbers, as a JSON list)
SELECT
    slot.predicate_id,
    slot.canonical_id,
    compared.*
FROM json_each(?) AS wanted
CROSS JOIN check_compared AS compared ON compared.claim_id = wanted.value
CROSS JOIN slot ON slot.id = compared.slot_id
