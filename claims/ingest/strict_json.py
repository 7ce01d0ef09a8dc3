"""JSON without its traps: what two programs would read differently is refused, with the path to it.

RFC 8259 leaves repeated keys and large numbers to the reader, and Python's reader adds NaN and
infinities. The C scanner does the work; its hooks put a `_Flaw` where a value cannot be trusted, and
only a document that has one is walked to name the path.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

from claims.errors import TextRefused
from claims.settings import MAX_JSON_DEPTH

_MAX_EXACT_INTEGER = 2**53
_SPACE = re.compile(r"[ \t\n\r]*")


class StrictDecoder:
    """Decodes JSON documents; keeps nothing between them but the flaws of the current one."""

    def __init__(self) -> None:
        self._flaws: list[_Flaw] = []
        self._decoder = json.JSONDecoder(
            object_pairs_hook=self._build_object,
            parse_int=self._parse_int,
            parse_float=self._parse_float,
            parse_constant=self._parse_constant,
        )

    def decode(self, text: str, start: int = 0, root: str = "$") -> tuple[Any, int]:
        """Return the JSON value that begins at `text[start]` and the index behind it; `root` is its path.

        Raises:
            json.JSONDecodeError: It is not JSON; `pos` is relative to `text`.
            TextRefused: It is JSON that cannot be trusted; names the path.
        """
        self._flaws.clear()
        try:
            value, end = self._decoder.raw_decode(text, start)
        except RecursionError:
            raise TextRefused(f"{root}: nested deeper than {MAX_JSON_DEPTH} levels; flatten it") from None
        # As many brackets as that are needed to be too deep: nearly all records are spared the look.
        brackets = text.count("{", start, end) + text.count("[", start, end)
        if self._flaws or (brackets > MAX_JSON_DEPTH and _is_too_deep(value)):
            raise TextRefused(_name_flaw(value, root))
        return value, end

    def decode_whole(self, text: str) -> Any:
        """Return the only JSON value of `text`.

        Raises:
            json.JSONDecodeError: It is not JSON, or something follows the value.
            TextRefused: As `decode`.
        """
        value, end = self.decode(text, skip_space(text, 0))
        end = skip_space(text, end)
        if end != len(text):
            raise json.JSONDecodeError("something follows the value", text, end)
        return value

    def _build_object(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        built = dict(pairs)
        if len(built) != len(pairs):
            seen: set[str] = set()
            for key, _ in pairs:
                if key in seen:
                    built[key] = self._flag(f"the key {key[:60]!r} stands there twice; remove one")
                seen.add(key)
        return built

    def _parse_int(self, digits: str) -> "int | _Flaw":
        if len(digits) < 16:
            return int(digits)
        # Python refuses to read more than 4300 digits at all.
        if len(digits) > 17 or abs(int(digits)) > _MAX_EXACT_INTEGER:
            return self._flag("an integer beyond 2^53, which many programs round; write it in quotes")
        return int(digits)

    def _parse_float(self, digits: str) -> "float | _Flaw":
        value = float(digits)
        if value in {float("inf"), float("-inf")}:
            return self._flag("a number too large for any computer; write it in quotes")
        return value

    def _parse_constant(self, name: str) -> "_Flaw":
        return self._flag(f"{name} is not JSON; write null")

    def _flag(self, reason: str) -> "_Flaw":
        flaw = _Flaw(reason)
        self._flaws.append(flaw)
        return flaw


class _Flaw:
    """Stands in a decoded document where a value cannot be trusted."""

    __slots__ = ("reason",)

    def __init__(self, reason: str) -> None:
        self.reason = reason


def skip_space(text: str, at: int) -> int:
    """Return the index of the first character from `at` on that is no JSON white space."""
    found = _SPACE.match(text, at)
    return at if found is None else found.end()


def _is_too_deep(value: Any) -> bool:
    level = [value]
    for _ in range(MAX_JSON_DEPTH):
        level = [inner for outer in level for _, inner in _iterate(outer) if isinstance(inner, dict | list)]
        if not level:
            return False
    return True


def _name_flaw(value: Any, root: str) -> str:
    """Return path and reason of the first flaw in document order."""
    if isinstance(value, _Flaw):
        return f"{root}: {value.reason}"
    trail = [root]
    waiting = [_iterate(value)]
    while waiting:
        for step, inner in waiting[-1]:
            shown = f"[{step}]" if isinstance(step, int) else f".{step[:60]}"
            if isinstance(inner, _Flaw):
                return f"{''.join(trail)}{shown}: {inner.reason}"
            if isinstance(inner, dict | list):
                if len(waiting) >= MAX_JSON_DEPTH:
                    return f"{''.join(trail)}{shown}: nested deeper than {MAX_JSON_DEPTH} levels; flatten it"
                trail.append(shown)
                waiting.append(_iterate(inner))
                break
        else:
            waiting.pop()
            trail.pop()
    return f"{root}: cannot be trusted"


def _iterate(value: Any) -> Iterator[tuple[str | int, Any]]:
    return iter(value.items()) if isinstance(value, dict) else iter(enumerate(value))
