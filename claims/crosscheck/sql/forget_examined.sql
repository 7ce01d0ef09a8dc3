-- Title: marked claims whose question is read anew as a whole need no look of their own
DELETE FROM check_marked
WHERE (SELECT slot_id FROM claim WHERE claim.id = check_marked.claim_id)
    IN (SELECT slot_id FROM check_examined)
