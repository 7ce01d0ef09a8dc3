"""Finding a passage again in changed text, and saying what changed."""

from claims.anchors.carry import Carried, Change, carry

__all__ = ["Carried", "Change", "carry"]
