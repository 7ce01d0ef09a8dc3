"""The rows that the check works on: what live claims answer, for which time."""
