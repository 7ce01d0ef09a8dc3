-- Title: sentences of earlier revisions in whose stead the newest has one alike but for a fact (parameter: how alike at least)
-- `turned`: the earlier one is the second of the pair. A sentence that stood there before as well is in nobody's stead.
SELECT
    pair.unlike, pair.score, one_revision.number = article.revisions AS turned,
    article.id AS article_id, article.language,
    old.id AS old_sentence, old_revision.number, new.id AS new_sentence,
    substr(old_text.body, old.start_cp + 1, old.end_cp - old.start_cp) AS old_quote,
    substr(new_text.body, new.start_cp + 1, new.end_cp - new.start_cp) AS new_quote
FROM wording_pair AS pair INDEXED BY ix_wording_pair_unlike
CROSS JOIN wording_place AS place ON place.wording_id = pair.wording_id
CROSS JOIN sentence AS one ON one.id = place.sentence_id
CROSS JOIN revision AS one_revision ON one_revision.id = one.revision_id
CROSS JOIN article ON article.id = one_revision.article_id
    AND article.revisions > 1 AND article.withdrawn_at IS NULL
CROSS JOIN revision AS two_revision ON two_revision.article_id = article.id
    AND (two_revision.number = article.revisions) <> (one_revision.number = article.revisions)
CROSS JOIN sentence AS two ON two.revision_id = two_revision.id
CROSS JOIN wording_place AS beside ON beside.sentence_id = two.id AND beside.wording_id = pair.other_id
CROSS JOIN sentence AS old ON old.id = CASE two_revision.number WHEN article.revisions THEN one.id ELSE two.id END
CROSS JOIN revision AS old_revision ON old_revision.id = old.revision_id
CROSS JOIN text AS old_text ON old_text.sha256 = old_revision.text_sha256
CROSS JOIN sentence AS new ON new.id = CASE two_revision.number WHEN article.revisions THEN two.id ELSE one.id END
CROSS JOIN revision AS new_revision ON new_revision.id = new.revision_id
CROSS JOIN text AS new_text ON new_text.sha256 = new_revision.text_sha256
WHERE pair.unlike <> '[]' AND pair.apart = 0 AND pair.score >= ?
    AND NOT EXISTS (
        SELECT 1
        FROM sentence AS still CROSS JOIN wording_place AS there ON there.sentence_id = still.id
        WHERE still.revision_id = new_revision.id
            AND there.wording_id = CASE old.id WHEN one.id THEN pair.wording_id ELSE pair.other_id END
    )
    AND NOT EXISTS (
        SELECT 1
        FROM sentence AS already CROSS JOIN wording_place AS there ON there.sentence_id = already.id
        WHERE already.revision_id = old_revision.id
            AND there.wording_id = CASE new.id WHEN one.id THEN pair.wording_id ELSE pair.other_id END
    )
ORDER BY article.id, old_revision.number, old.id, new.id
