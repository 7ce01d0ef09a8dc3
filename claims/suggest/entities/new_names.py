"""Reading names that nobody has listed yet by their form and by the noun that announces them.

Each pattern is one function from a place in the text to a name and its kind. They ask for a reason to
believe in a name (a legal form, a version, an office, a noun such as "Start-up"); capital letters alone
mean little in German.
"""

from collections.abc import Callable, Iterator, Sequence

from claims.suggest.entities.east_asian import read_east_asian_name
from claims.suggest.entities.name_forms import (
    HYPHENS,
    Candidate,
    find_run_end,
    is_capital,
    join_name,
    looks_like_name,
    read_compound,
)
from claims.suggest.entities.new_people import read_aged_name, read_full_name, read_office_holder
from claims.suggest.entities.new_places import (
    read_club,
    read_district,
    read_event,
    read_incident,
    read_organisation,
    read_place,
    read_placed_name,
    read_sited,
)
from claims.suggest.entities.new_things import (
    read_adjective_name,
    read_called_name,
    read_named_building,
    read_possessive_name,
)
from claims.suggest.entities.versions import read_version
from claims.suggest.words.language import Language
from claims.suggest.words.tokens import Token
from claims.values.value import EntityValue

Reader = Callable[[Sequence[Token], int, Language], Candidate | None]
_OPENING = {"'": "'", '"': '"', "„": '“”"', "“": '”"', "»": "«", "«": "»", "‚": "‘’'", "‘": "’"}
_LONGEST_TITLE = 14
_NO_FORMS = frozenset({"ag", "se", "inc", "group", "limited", "company", "stiftung", "sa", "co"})
"""Legal forms that are other words when written small."""


def find_new_names(tokens: Sequence[Token], taken: Sequence[bool], language: Language) -> Iterator[Candidate]:
    """Yield names read by their form, in the order of the text; `taken` marks the tokens of known names."""
    place = 0
    while place < len(tokens):
        club = taken[place] and place + 1 < len(tokens) and tokens[place + 1].text in language.clubs_behind
        read = _read_from_known if taken[place] and not club else _read_name
        found = read(tokens, place, taken, language)
        if found is None:
            place += 1
        else:
            yield found
            place = max(found[1], place + 1)


def _read_from_known(
    tokens: Sequence[Token], place: int, taken: Sequence[bool], language: Language
) -> Candidate | None:
    """Read a name that a known one begins, or leads to: "Osaka Music Hall", "Baidu-Chefin Li Wenhua"."""
    found = None
    if language.code == "en" and (place == 0 or not taken[place - 1]):
        event = read_event(tokens, place, language)
        longer = event is not None and event[1] - place > 2
        found = event if longer else read_sited(tokens, place, language)
    if found is None and place and tokens[place - 1].text in HYPHENS:
        found = read_office_holder(tokens, place, language)
    return found if found is not None and not any(taken[max(place + 1, found[0]) : found[1]]) else None


def _read_name(
    tokens: Sequence[Token], place: int, taken: Sequence[bool], language: Language
) -> Candidate | None:
    if tokens[place].text[0].isupper():
        placed = read_club(tokens, place, language) or read_placed_name(tokens, place, language)
        if placed is not None:
            return placed
    for read in _list_readers(tokens, place, language):
        found = read(tokens, place, language)
        if found is not None and not any(taken[found[0] : found[1]]):
            return found
    return None


def _list_readers(tokens: Sequence[Token], place: int, language: Language) -> Sequence[Reader]:
    """Return the readers that can begin at a token: few begin with a small word, one with a quotation mark."""
    opening = tokens[place].text[0]
    if opening.isupper():
        return _READERS
    if opening in _OPENING:
        return (read_quoted_title,)
    joined = place > 0 and tokens[place - 1].text in HYPHENS  # "Start-up"
    return _BEFORE_SMALL if opening.isalpha() and (language.code == "en" or joined) else ()


def read_quoted_title(tokens: Sequence[Token], place: int, language: Language) -> Candidate | None:
    """A title in quotation marks that begins with, or follows, a noun such as "Plan" or "Studie"."""
    closing = _OPENING.get(tokens[place].text)
    if closing is None or place + 2 >= len(tokens) or tokens[place].end != tokens[place + 1].start:
        return None
    for end in range(place + 2, min(len(tokens), place + _LONGEST_TITLE + 2)):
        if tokens[end].text in ".!?":
            return None
        if tokens[end].text in closing and tokens[end].start == tokens[end - 1].end:
            break
    else:
        return None
    first = tokens[place + 1].text
    before = tokens[place - 1].text if place else ""
    if before == "," and place > 1:  # 'Her latest novel, "Winter Light", sold'
        before = tokens[place - 2].text
    kind = language.get_descriptor_kind(before) if before else None
    if kind is None and first.lower() in language.work_heads:
        kind = language.get_descriptor_kind(first)
    if kind is None and tokens[end - 1].text.lower() in language.work_heads:
        kind = language.get_descriptor_kind(tokens[end - 1].text)
    if kind not in {"plan", "work", "law", "project", "product", "event"} or not is_capital(
        tokens[place + 1]
    ):
        return None
    return place + 1, end, EntityValue(join_name(tokens, place + 1, end), None, kind)


def read_legal_form(tokens: Sequence[Token], place: int, language: Language) -> Candidate | None:
    """Capitalised words before a legal form: "Nordwind GmbH"."""
    if not is_capital(tokens[place]) or tokens[place].text.lower() in language.never_names:
        return None
    end = find_run_end(tokens, place, language, 4)
    if end < len(tokens) and tokens[end].text.lower() in language.legal_forms and is_capital(tokens[end]):
        end += 1
    for last in range(end, place + 1, -1):
        form = tokens[last - 1].text
        if form.lower() not in language.legal_forms or form in _NO_FORMS:
            continue
        first = place
        while first < last - 2 and language.get_descriptor_kind(tokens[first].text):
            first += 1
        return first, last, EntityValue(join_name(tokens, first, last), None, "organisation")
    return None


def read_versioned_product(tokens: Sequence[Token], place: int, language: Language) -> Candidate | None:
    """A capitalised word with a version: "Lumo-2", "Kestrel 7B"."""
    token = tokens[place]
    low = token.text.lower()
    if (
        not is_capital(token)
        or len(token.text) < 3
        or low in language.not_versioned
        or low in language.never_names
    ):
        return None
    if language.get_descriptor_kind(token.text) or low in language.offices or low in language.function_words:
        return None
    end = read_version(tokens, place + 1, language)
    if end <= place + 1 or not any(char.isdigit() for part in tokens[place + 1 : end] for char in part.text):
        return None
    number = tokens[place + 1].text
    if number not in HYPHENS and number.isdigit() and end == place + 2:
        before = tokens[place - 1].text if place else ""
        if language.get_descriptor_kind(before) != "product" and before.lower() not in language.launching:
            return None
    if end < len(tokens) and tokens[end].start == tokens[end - 1].end and tokens[end].text in {"-", "/", ":"}:
        return None
    return place, end, EntityValue(join_name(tokens, place, end), None, "product")


def read_described_name(tokens: Sequence[Token], place: int, language: Language) -> Candidate | None:
    """A name behind the noun that says what it is: "das Start-up Kelvora", "the chip maker Arden Micro"."""
    kind = language.get_descriptor_kind(read_compound(tokens, place))
    first = place + 1
    if language.code == "en" and place and is_capital(tokens[place]) and _joins(tokens, place, language):
        return None  # "Moss Engine Works" is one name
    if (
        kind is None
        or kind == "person"
        or first >= len(tokens)
        or tokens[first].start - tokens[place].end != 1
    ):
        return None
    if not is_capital(tokens[first]) and not tokens[first].text[0].isdigit():
        return None
    end = find_run_end(tokens, first, language, 3) if is_capital(tokens[first]) else first
    if end == first:
        return None
    words = [token.text for token in tokens[first:end] if token.text not in HYPHENS]
    body = tokens[place].text.lower() in _BODIES  # "die Partei Bürgerforum": any word may be its name
    if not all(body or looks_like_name(word, language) for word in words[:1]) or not _is_introduced(
        tokens, place, language
    ):
        return None
    if language.code == "de":
        end = _stop_at_common_noun(tokens, first, end, language)
    if kind == "product":
        end = max(end, read_version(tokens, end, language))
    if kind == "building" and language.code == "de" and tokens[place].text.lower() not in _PLAIN:
        label = f"{_to_nominative(tokens, place)} {join_name(tokens, first, end)}"
        return place, end, EntityValue(label, None, kind)
    return first, end, EntityValue(join_name(tokens, first, end), None, kind)


_BODIES = frozenset(
    {"partei", "bündnis", "initiative", "liste", "wählergemeinschaft", "bürgerinitiative", "zeitung"}
)
_PLAIN = frozenset({"gebäude", "gotteshaus", "bauwerk"})


def _to_nominative(tokens: Sequence[Token], place: int) -> str:
    """Return a German noun without the ending of the genitive that its article shows ("des Radwegs")."""
    noun = tokens[place].text
    genitive = place > 0 and tokens[place - 1].text.lower() in {"des", "eines"}
    if not genitive or not noun.endswith("s"):
        return noun
    return noun[:-2] if noun.endswith(("des", "ges", "bes", "hses")) else noun[:-1]


def _joins(tokens: Sequence[Token], place: int, language: Language) -> bool:
    """Tell whether a capitalised word stands right before the one at `place`, both in one name."""
    before = tokens[place - 1]
    small = before.text.lower() in language.never_names | language.determiners | language.function_words
    return is_capital(before) and tokens[place].start - before.end == 1 and not small


def _stop_at_common_noun(tokens: Sequence[Token], first: int, end: int, language: Language) -> int:
    """Cut a German name where the next capitalised word reads as a noun of the sentence."""
    for place in range(first + 1, end):
        word = tokens[place].text
        if word[0].isupper() and word.lower().endswith(tuple(language.noun_endings)):
            return place
    return end


def _is_introduced(tokens: Sequence[Token], place: int, language: Language) -> bool:
    """Tell whether an article or adjective leads to the noun at `place`, as in "das Berliner Start-up"."""
    for back in range(place - 1, max(-1, place - 8), -1):
        low = tokens[back].text.lower()
        if low in language.determiners:
            return True
        if tokens[back].text in ",.;:!?()" or low in language.function_words:
            return low in language.prepositions
    return place < 8


_READERS: tuple[Reader, ...] = (
    read_quoted_title,
    read_possessive_name,
    read_called_name,
    read_legal_form,
    read_office_holder,
    read_versioned_product,
    read_district,
    read_described_name,
    read_adjective_name,
    read_named_building,
    read_east_asian_name,
    read_aged_name,
    read_full_name,
    read_incident,
    read_event,
    read_organisation,
    read_place,
)
_BEFORE_SMALL: tuple[Reader, ...] = (read_office_holder, read_described_name)
"""What may begin with a small word, in English: "president X", "the chip maker X"."""
