-- Title: what is said to have happened on a day after the article that says so was published
-- An article that gives its hour may stand in another time zone: there a day is let pass. The dates
-- of the anchor slots that live mentions state as having happened, with the publication of each.
SELECT DISTINCT check_anchor.slot_id, claim.id AS claim_id, article.published
FROM check_anchor
CROSS JOIN slot ON slot.canonical_id = check_anchor.slot_id
CROSS JOIN predicate ON predicate.id = slot.predicate_id
    AND predicate.value_type = 'date' AND predicate.temporal = 'instant'
CROSS JOIN claim ON claim.slot_id = slot.id
    AND claim.modality = 'happened' AND claim.polarity = 'asserted' AND claim.day_lo IS NOT NULL
CROSS JOIN mention ON mention.claim_id = claim.id AND mention.state IN ('suggested', 'accepted')
CROSS JOIN revision ON revision.id = mention.revision_id
CROSS JOIN article ON article.id = revision.article_id
    AND article.revisions = revision.number AND article.withdrawn_at IS NULL
    AND length(article.published) >= 10
    AND CAST(julianday(substr(article.published, 1, 10)) - 2440587.5 AS INTEGER)
        + (length(article.published) > 10) < claim.day_lo
ORDER BY check_anchor.slot_id, claim.id, article.published
