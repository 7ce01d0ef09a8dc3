changed AS (  -- what the standing verdicts rest on, where it became another since
    SELECT standing.id AS verdict_id, 'revision' AS part, newer.imported_at AS at
    FROM standing
    JOIN verdict_mention ON verdict_mention.verdict_id = standing.id
    JOIN mention ON mention.id = verdict_mention.mention_id
    JOIN revision AS seen ON seen.id = mention.revision_id
    JOIN article ON article.id = seen.article_id
        AND (article.withdrawn_at IS NULL OR article.withdrawn_at > coalesce(:as_of, '9999'))
    JOIN revision AS last ON last.article_id = seen.article_id AND last.number = (
        SELECT max(revision.number) FROM revision
        WHERE revision.article_id = seen.article_id AND revision.imported_at <= coalesce(:as_of, '9999'))
    JOIN text AS last_text ON last_text.sha256 = last.text_sha256
    JOIN revision AS newer ON newer.article_id = seen.article_id AND newer.number > seen.number
        AND newer.number <= last.number AND newer.imported_at > standing.created_at
    JOIN text AS newer_text ON newer_text.sha256 = newer.text_sha256
    WHERE last.number > seen.number AND last.imported_at > standing.created_at
        AND instr(coalesce(last.title, '') || char(10) || last_text.body, mention.quote) = 0
        AND instr(coalesce(newer.title, '') || char(10) || newer_text.body, mention.quote) = 0
    UNION ALL
    SELECT standing.id, 'evidence', newer.taken_at
    FROM standing
    JOIN verdict_evidence ON verdict_evidence.verdict_id = standing.id
    JOIN evidence ON evidence.id = verdict_evidence.evidence_id
    JOIN snapshot AS seen ON seen.id = evidence.snapshot_id
    JOIN snapshot AS newer ON newer.source_id = seen.source_id
    WHERE newer.text_sha256 <> verdict_evidence.snapshot_sha256
        AND newer.taken_at > standing.created_at AND newer.taken_at <= coalesce(:as_of, '9999')
    UNION ALL
    SELECT standing.id, 'ruling', ruling.created_at
    FROM standing
    JOIN claim ON claim.id = standing.claim_id
    JOIN slot ON slot.id = claim.slot_id
    JOIN slot AS alike ON alike.canonical_id = slot.canonical_id
    JOIN ruling ON ruling.slot_id = alike.id
    JOIN rating ON rating.id = standing.rating_id
    WHERE (ruling.supersedes_id IS NOT NULL OR ruling.claim_id <> standing.claim_id OR rating.truth_class <> 'true')
        AND ruling.created_at > standing.created_at AND ruling.created_at <= coalesce(:as_of, '9999')
    UNION ALL
    SELECT standing.id, 'evidence', evidence.created_at
    FROM standing
    JOIN rating ON rating.id = standing.rating_id
    JOIN evidence ON evidence.claim_id = standing.claim_id AND evidence.created_at > standing.created_at
        AND evidence.created_at <= coalesce(:as_of, '9999')
        AND CASE rating.truth_class
            WHEN 'true' THEN evidence.stance IN ('refutes', 'qualifies')
            WHEN 'false' THEN evidence.stance IN ('supports', 'qualifies')
            ELSE evidence.stance IN ('supports', 'refutes')
        END
    WHERE standing.about = 'content'
    UNION ALL
    SELECT standing.id, 'print', substr(article.published, 1, 10)
    FROM standing
    CROSS JOIN claim ON claim.id = standing.claim_id AND claim.as_of = ''
    CROSS JOIN slot ON slot.id = claim.slot_id
    CROSS JOIN predicate ON predicate.id = slot.predicate_id AND predicate.temporal = 'state'
    CROSS JOIN mention ON mention.claim_id = claim.id AND mention.created_at <= coalesce(:as_of, '9999')
        AND (mention.state <> 'rejected' OR mention.decided_at > coalesce(:as_of, '9999'))
    CROSS JOIN revision ON revision.id = mention.revision_id
    CROSS JOIN article ON article.id = revision.article_id
        AND (article.withdrawn_at IS NULL OR article.withdrawn_at > coalesce(:as_of, '9999'))
    WHERE standing.about = 'content'
        AND julianday(substr(article.published, 1, 10)) > julianday(standing.as_of) + predicate.validity_days
        AND revision.number = (
            SELECT max(last.number) FROM revision AS last
            WHERE last.article_id = article.id AND last.imported_at <= coalesce(:as_of, '9999'))
    UNION ALL
    SELECT standing.id, 'vocabulary', reworded.at
    FROM standing
    JOIN claim ON claim.id = standing.claim_id
    JOIN slot ON slot.id = claim.slot_id
    JOIN reworded ON (reworded.noun = 'predicate' AND reworded.noun_id = slot.predicate_id)
        OR (reworded.noun = 'unit' AND reworded.noun_id = claim.unit_id)
    WHERE reworded.at > standing.created_at
)
