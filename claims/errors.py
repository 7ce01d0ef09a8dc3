"""What can go wrong, each with the exit code that a script sees.

Every message is one sentence or two: what was found, where (file, row, column), what to do.
They are raised below and caught once, in `cli/`.
"""

from enum import IntEnum


class ExitCode(IntEnum):
    """The process exit codes; scripts rely on them."""

    DONE = 0
    FINDINGS = 1
    BAD_INPUT = 2
    INTERNAL = 70
    IO_ERROR = 74
    BUSY = 75
    INTERRUPTED = 130
    TERMINATED = 143


class ClaimsError(Exception):
    """Anything that a user can put right; `str()` is what they read."""

    exit_code = ExitCode.BAD_INPUT


class InvalidEdtf(ClaimsError, ValueError):
    """A string is not an Extended Date/Time Format expression (ISO 8601-2, levels 0 to 2)."""


class InvalidVocabulary(ClaimsError):
    """A vocabulary file under `seeds/` says something that the ledger cannot use."""


class FileRefused(ClaimsError):
    """A file to import is missing, unreadable, too large, or not what its name says."""


class RowRefused(ClaimsError):
    """One record of a file cannot be imported; carries where it stands.

    `line` counts from 1 and `column` names the field, or is None where the whole record is bad.
    """

    def __init__(self, reason: str, *, path: str, line: int | None = None, column: str | None = None) -> None:
        self.reason, self.path, self.line, self.column = reason, path, line, column
        where = path + (f", line {line}" if line else "") + (f", column {column!r}" if column else "")
        super().__init__(f"{where}: {reason}")


class TextRefused(ClaimsError):
    """A text holds what the ledger cannot keep exactly: U+0000 or a lone surrogate."""


class DatabaseMissing(ClaimsError):
    """No database where one was expected; no command but `init` and `demo` creates one."""


class DatabaseForeign(ClaimsError):
    """The file is not a claim ledger: another program's database, or no database at all."""


class DatabaseOutdated(ClaimsError):
    """The database was written by an older version and waits for `claims init`."""


class DatabaseNewer(ClaimsError):
    """The database was written by a newer version than this program."""


class DatabaseReadOnly(ClaimsError):
    """The database or its folder cannot be written."""


class DatabaseDamaged(ClaimsError):
    """The database file is corrupt."""


class DatabaseBusy(ClaimsError):
    """Another process held the write lock for longer than the time-out."""

    exit_code = ExitCode.BUSY


class StorageFailed(ClaimsError):
    """The disk is full or broken."""

    exit_code = ExitCode.IO_ERROR


class RuleBroken(ClaimsError):
    """The database refused a change because it would break one of its rules."""


class NotFound(ClaimsError):
    """A reference names nothing in the ledger."""


class ReferenceAmbiguous(ClaimsError):
    """A reference fits several things."""


class ReviewerUnknown(ClaimsError):
    """The acting reviewer is not on the list."""


class DecisionRefused(ClaimsError):
    """A review decision does not fit what it is about."""


class AlreadySuperseded(ClaimsError):
    """Something newer replaced what a decision builds on; the message holds both texts."""


class OptionRefused(ClaimsError):
    """The value of an option cannot be used."""


class ExtraMissing(ClaimsError):
    """A part of the program that is installed on demand is missing; the message says how to install it."""


class EngineFailed(ClaimsError):
    """The cluster that was to do the work cannot be reached, has no room, or gave up; nothing was changed."""

    exit_code = ExitCode.IO_ERROR


class QueryRefused(ClaimsError):
    """A query is wrong, does more than read, or takes more time or memory than it may."""


class SheetRefused(ClaimsError):
    """A sheet of decisions has rows that cannot be used; `problems` has a sentence for each."""

    def __init__(self, message: str, problems: tuple[str, ...]) -> None:
        self.problems = problems
        super().__init__(message)


class SuggesterFailed(ClaimsError):
    """A suggester raised an error on an article, or answered with something that is no list of suggestions."""


class SuggesterUnreachable(SuggesterFailed):
    """What a suggester asks does not answer, or refuses to: every further article would fail alike."""
