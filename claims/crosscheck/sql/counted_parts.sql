-- Title: the counts of parts that live articles give, with what the same article says of the whole
-- Of the subjects and predicates of the anchor slots. `part` is the separator that names the part; counts with
-- further separators are left out. From the parts, which are few, to the whole in their revision alone.
SELECT
    whole.slot_id AS whole_slot, revision.id AS revision_id, mention.sentence_id, part.predicate_id,
    part.part, part.slot_id, claim.id AS claim_id, row.lo, row.as_of_lo, row.as_of_hi,
    said.id AS whole_claim, told.hi AS whole_hi, told.as_of_lo AS whole_since, told.as_of_hi AS whole_until
FROM (
    SELECT
        slot.id AS slot_id, slot.subject_id, slot.predicate_id,
        (SELECT max(qualifier.key) FROM qualifier WHERE qualifier.slot_id = slot.id) AS part
    FROM check_anchor
    CROSS JOIN slot ON slot.id = check_anchor.slot_id AND slot.canonical_id = slot.id
    CROSS JOIN predicate ON predicate.id = slot.predicate_id AND predicate.key IN ('staff', 'deaths', 'injured', 'figure')
    WHERE (SELECT count(*) FROM qualifier WHERE qualifier.slot_id = slot.id) = 1
) AS part
CROSS JOIN check_row AS row ON row.key = part.slot_id * 8 AND row.kind = 'asserted' AND row.unscoped = 0
    AND row.lo IS NOT NULL
CROSS JOIN claim ON claim.id = row.claim
CROSS JOIN mention ON mention.claim_id = claim.id AND mention.state IN ('suggested', 'accepted')
    AND mention.sentence_id IS NOT NULL
CROSS JOIN revision ON revision.id = mention.revision_id
CROSS JOIN article ON article.id = revision.article_id
    AND article.revisions = revision.number AND article.withdrawn_at IS NULL
CROSS JOIN mention AS beside ON beside.revision_id = revision.id AND beside.state IN ('suggested', 'accepted')
CROSS JOIN claim AS said ON said.id = beside.claim_id
CROSS JOIN slot AS named ON named.id = said.slot_id AND named.predicate_id = part.predicate_id
CROSS JOIN (
    SELECT slot.id AS slot_id, slot.subject_id FROM slot
    WHERE NOT EXISTS (SELECT 1 FROM qualifier WHERE qualifier.slot_id = slot.id)
) AS whole ON whole.slot_id = named.canonical_id AND whole.subject_id = part.subject_id
CROSS JOIN check_row AS told ON told.key = whole.slot_id * 8 AND told.claim = said.id AND told.kind = 'asserted'
    AND told.unscoped = 0 AND told.hi IS NOT NULL
ORDER BY whole.slot_id, revision.id, mention.sentence_id, part.part, part.slot_id, claim.id, told.hi DESC, said.id
