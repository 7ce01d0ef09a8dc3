"""What a reviewer types beside ids: words that must not be blank, days, times."""

import re
import unicodedata
from datetime import UTC, date, datetime

from claims.errors import OptionRefused

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def read_words(given: str, option: str) -> str:
    """Return words as the ledger keeps them: normal form C, line ends \\n, nothing around them.

    Raises:
        OptionRefused: They are blank, or hold U+0000 or half a character.
    """
    words = unicodedata.normalize("NFC", given.replace("\r\n", "\n").replace("\r", "\n")).strip()
    if not words:
        raise OptionRefused(f"{option} is blank; write at least a few words")
    if "\0" in words or any("\ud800" <= character <= "\udfff" for character in words):
        raise OptionRefused(f"{option} holds U+0000 or half a character; remove it")
    return words


def find_words(given: str | None, option: str) -> str | None:
    """Return words likewise, or None where none are given."""
    return None if given is None else read_words(given, option)


def read_day(given: str, option: str) -> str:
    """Return a day of the calendar as 2025-01-31.

    Raises:
        OptionRefused: It is none.
    """
    written = given.strip()
    try:
        day = date.fromisoformat(written) if _DAY.fullmatch(written) else None
    except ValueError:
        day = None
    if day is None:
        raise OptionRefused(f"{option} {given!r} is no day; write it as 2025-01-31")
    return day.isoformat()


def find_day(given: str | None, option: str) -> str | None:
    """Return a day likewise, or None where none is given."""
    return None if given is None else read_day(given, option)


def find_time(given: str | None, option: str) -> str | None:
    """Return a day as 2025-01-31, or a time in UTC as 2025-01-31T17:30:00Z; without an offset it is UTC.

    Raises:
        OptionRefused: It is neither.
    """
    if given is None:
        return None
    written = given.strip()
    if _DAY.fullmatch(written):
        return read_day(written, option)
    try:
        time = datetime.fromisoformat(written) if _DAY.match(written) else None
        utc = None if time is None else time.replace(tzinfo=time.tzinfo or UTC).astimezone(UTC)
    except (ValueError, OverflowError):
        utc = None
    if utc is None:
        raise OptionRefused(
            f"{option} {given!r} is no day or time; write it as 2025-01-31 or 2025-01-31T18:30+01:00"
        )
    return utc.isoformat(timespec="seconds").replace("+00:00", "Z")
