"""Who proposes claims: the program's own rules, or any suggester that an installed package brings.

A package registers a function under the entry point group `claims.suggesters`. It takes what
`claims.suggest.suggest` takes and returns a list of `Suggestion`; its module may define
`get_version() -> str`, which is recorded with every run and may refuse to start.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from importlib.metadata import EntryPoint, entry_points
from itertools import islice
from sys import modules

from claims import __version__
from claims.errors import ClaimsError, OptionRefused, SuggesterFailed
from claims.store.queries.article import FIRST_TOOL
from claims.suggest.checking import check
from claims.suggest.proposing import suggest
from claims.suggest.suggestion import Suggestion
from claims.vocabulary import KnownEntity, Vocabulary

GROUP = "claims.suggesters"
_OWN = "claims"
_LONGEST_MESSAGE = 200


@dataclass(frozen=True, slots=True)
class Suggester:
    """Something that proposes claims; `suggest` has the signature of `claims.suggest.suggest`."""

    name: str
    version: str
    suggest: Callable[..., object]


RULES = Suggester(FIRST_TOOL, __version__, suggest)


class Answered(list[Suggestion]):
    """A list of suggestions that knows what its suggester left out itself, by reason."""

    def __init__(self, found: Iterable[Suggestion] = (), dropped: Mapping[str, int] | None = None) -> None:
        super().__init__(found)
        self.dropped: Counter[str] = Counter(dropped or {})


@dataclass(slots=True)
class Asked:
    """What can be kept of a suggester's answer, and what was dropped for which reason."""

    found: list[Suggestion]
    dropped: Counter[str] = field(default_factory=Counter)


def list_suggesters() -> list[str]:
    """Return the names of all suggesters that are installed."""
    return sorted({RULES.name, *entry_points(group=GROUP).names})


def get_suggester(name: str) -> Suggester:
    """Return an installed suggester; under a name that several packages use, the program's own.

    Raises:
        OptionRefused: No such suggester, or it cannot be loaded or lacks a setting; says which.
    """
    if name == RULES.name:
        return RULES
    entries = sorted(entry_points(group=GROUP, name=name), key=lambda entry: _get_package(entry) != _OWN)
    if not entries:
        raise OptionRefused(f"no suggester {name!r}; installed are: {', '.join(list_suggesters())}")
    try:
        function = entries[0].load()
        get_version = getattr(modules[entries[0].module], "get_version", None)
        version = get_version() if get_version else entries[0].dist.version if entries[0].dist else ""
    except ClaimsError:
        raise
    except Exception as error:  # somebody else's code may raise anything while it is loaded
        raise OptionRefused(f"suggester {name} cannot be loaded: {_describe(error)}") from error
    if not callable(function):
        raise OptionRefused(f"suggester {name} is no function; its package registers {entries[0].value}")
    return Suggester(name, str(version), function)


def _get_package(entry: EntryPoint) -> str:
    return entry.dist.name if entry.dist else ""


def ask(
    suggester: Suggester,
    text: str,
    language: str,
    published: str | None,
    vocabulary: Vocabulary,
    entities: Iterable[KnownEntity] = (),
) -> Asked:
    """Return what a suggester proposes for a text, checked; `entities` are known beyond the vocabulary.

    Raises:
        SuggesterFailed: It raised an error, or its answer is no list; the message does not name it.
    """
    most = 1_000 + len(text)
    try:
        answer = suggester.suggest(text, language, published, entities, vocabulary=vocabulary)
        listed = list(islice(answer, most + 1)) if isinstance(answer, Iterable) else None
    except SuggesterFailed:
        raise
    except Exception as error:  # somebody else's code may raise anything
        raise SuggesterFailed(_describe(error)) from error
    if listed is None or isinstance(answer, str | bytes | Mapping):
        raise SuggesterFailed(f"it returned no list of suggestions but {type(answer).__name__}")
    if any(not isinstance(one, Suggestion) for one in listed):
        raise SuggesterFailed("it returned a list that holds something other than suggestions")
    if len(listed) > most:
        raise SuggesterFailed(f"it returned more than {most:,} suggestions for {len(text):,} characters")
    found, dropped = check(text, listed, vocabulary, entities)
    if isinstance(answer, Answered):
        dropped += answer.dropped
    return Asked(found, dropped)


def _describe(error: Exception) -> str:
    """Return an error in a line."""
    message = " ".join(str(error).split())[:_LONGEST_MESSAGE]
    return f"{type(error).__name__}: {message}" if message else type(error).__name__


def describe_dropped(dropped: Mapping[str, int]) -> str:
    """Return "3 dropped: quote not in the text (2), unknown predicate (1)"."""
    listed = sorted(dropped.items(), key=lambda one: (-one[1], one[0]))
    return f"{sum(dropped.values())} dropped: " + ", ".join(f"{reason} ({count})" for reason, count in listed)
