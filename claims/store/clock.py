"""What time it is, so that a test or a replay can say otherwise."""

from datetime import UTC, datetime


def get_now() -> str:
    """Return the present moment in UTC, to the microsecond, as ISO 8601 text."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
