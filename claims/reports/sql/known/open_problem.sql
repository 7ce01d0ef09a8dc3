open_problem AS (  -- those that still stood
    SELECT problem.finding_id, problem.rule, problem.severity, problem.slot_id, problem.since, problem.state
    FROM problem
    WHERE problem.state IN ('open', 'acknowledged', 'reopened')
)
