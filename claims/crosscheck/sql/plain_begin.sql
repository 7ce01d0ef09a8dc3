-- Title: what a full run needs to make most rows without looking at each claim
-- check_live: the newest revisions of articles that are not withdrawn, with the day of publication as a
-- number where it is plainly written. check_joined: slots that share a question with others, or whose
-- predicate takes a set; there a claim's rows depend on its neighbours. check_asked: all others that are compared,
-- with what a claim has to know of its own; they lie together, where slots are found all over the file.
CREATE TEMP TABLE check_live (revision_id INTEGER PRIMARY KEY, day INTEGER)

INSERT INTO check_live
SELECT
    revision.id,
    CASE
        WHEN date(substr(article.published, 1, 10)) = substr(article.published, 1, 10)
            AND substr(article.published, 11, 1) IN ('', 'T', ' ') AND article.published >= '0001'
        THEN CAST(julianday(substr(article.published, 1, 10)) - 2440587.5 AS INTEGER)
    END
FROM article CROSS JOIN revision ON revision.article_id = article.id AND revision.number = article.revisions
WHERE article.withdrawn_at IS NULL

CREATE TEMP TABLE check_joined (slot_id INTEGER PRIMARY KEY)

INSERT INTO check_joined
SELECT slot.id
FROM (
    SELECT subject_id, predicate_id FROM slot GROUP BY subject_id, predicate_id HAVING count(*) > 1
) AS shared
CROSS JOIN slot ON slot.subject_id = shared.subject_id AND slot.predicate_id = shared.predicate_id

INSERT OR IGNORE INTO check_joined
SELECT slot.id FROM check_merged CROSS JOIN slot ON slot.subject_id = check_merged.entity_id

INSERT OR IGNORE INTO check_joined
SELECT slot.id FROM predicate CROSS JOIN slot ON slot.predicate_id = predicate.id
WHERE predicate.cardinality = 'set'

CREATE TEMP TABLE check_asked (slot_id INTEGER PRIMARY KEY, predicate_id INTEGER, shared INTEGER)

INSERT INTO check_asked
SELECT slot.id, slot.predicate_id, EXISTS (SELECT 1 FROM check_shared WHERE check_shared.slot_id = slot.id)
FROM slot CROSS JOIN predicate ON predicate.id = slot.predicate_id AND predicate.compared = 1
WHERE slot.canonical_id = slot.id AND slot.id NOT IN (SELECT slot_id FROM check_joined)

CREATE TEMP TABLE check_time (claim_id INTEGER PRIMARY KEY, first INTEGER, last INTEGER, known INTEGER)

INSERT INTO check_time
SELECT claim.id, min(check_live.day), max(check_live.day), min(check_live.day IS NOT NULL)
FROM claim
CROSS JOIN check_asked ON check_asked.slot_id = claim.slot_id
CROSS JOIN predicate ON predicate.id = check_asked.predicate_id
    AND predicate.temporal = 'state' AND predicate.validity_days IS NOT NULL
CROSS JOIN mention ON mention.claim_id = claim.id AND mention.state IN ('suggested', 'accepted')
CROSS JOIN check_live ON check_live.revision_id = mention.revision_id
GROUP BY claim.id

CREATE TEMP VIEW check_candidate AS
SELECT
    claim.id AS claim_id,
    claim.slot_id,
    claim.snak,
    claim.polarity,
    claim.modality,
    claim.value_type,
    claim.day_lo,
    claim.day_hi,
    claim.amount,
    claim.number_lo,
    claim.number_hi,
    claim.unit_id,
    claim.value_entity_id,
    predicate.value_type AS asked_type,
    iif(check_asked.shared, 'multi', predicate.cardinality) AS cardinality,
    predicate.plans_compare,
    coalesce(predicate.tolerance_relative, 0) / 2.0 AS relative,
    coalesce(predicate.tolerance_absolute, 0) / 2.0 AS absolute,
    check_time.first - predicate.validity_days AS since,
    check_time.last + 1 AS until,
    CASE
        WHEN predicate.temporal IS 'state' AND claim.as_of <> '' THEN 0
        WHEN predicate.temporal IS 'state' AND predicate.validity_days IS NOT NULL
            AND NOT (check_time.known AND check_time.last - check_time.first <= predicate.validity_days) THEN 0
        WHEN claim.snak = 'novalue' AND claim.modality = 'planned' THEN 0
        WHEN claim.snak = 'novalue' THEN predicate.value_type <> 'date' OR predicate.temporal IS 'state'
        WHEN claim.value_type = 'entity' THEN 1
        WHEN claim.value_type = 'date'
            THEN claim.day_lo IS NOT NULL AND claim.day_hi IS NOT NULL AND claim.edtf NOT GLOB '*[^0-9-]*'
        WHEN claim.value_type = 'quantity'
            THEN claim.number_lo IS NULL OR claim.number_hi IS NULL OR claim.number_lo < claim.number_hi
        ELSE 0
    END AS plain
FROM claim
CROSS JOIN check_asked ON check_asked.slot_id = claim.slot_id
CROSS JOIN predicate ON predicate.id = check_asked.predicate_id
LEFT JOIN check_time ON check_time.claim_id = claim.id
WHERE claim.snak = 'value' OR (claim.snak = 'novalue' AND claim.polarity = 'asserted')
