"""Reading names that nobody has listed yet by their form and by the noun that announces them.

Each pattern is one function from a place in the text to a name and its kind. They ask for a reason to
believe in a name (a legal form, a version, an office, a noun such as "Start-up"); capital letters alone
mean little in German.
"""

from collections.abc import Callable, Iterator, Sequence

from claims.suggest.language import Language
from claims.suggest.tokens import Token
from claims.suggest.versions import read_version
from claims.values.value import EntityValue

Candidate = tuple[int, int, EntityValue]
"""First token, token behind the last, what is named."""

_OPENING = {"'": "'", '"': '"', "„": '“”"', "“": '”"', "»": "«", "«": "»", "‚": "‘’'", "‘": "’"}
_HYPHENS = {"-", "‑"}
_LONGEST_TITLE = 14


def find_new_names(tokens: Sequence[Token], taken: Sequence[bool], language: Language) -> Iterator[Candidate]:
    """Yield names read by their form, in the order of the text; `taken` marks the tokens of known names."""
    place = 0
    while place < len(tokens):
        found = None if taken[place] else _read_name(tokens, place, taken, language)
        if found is None:
            place += 1
        else:
            yield found
            place = max(found[1], place + 1)


def _read_name(
    tokens: Sequence[Token], place: int, taken: Sequence[bool], language: Language
) -> Candidate | None:
    for read in _READERS:
        found = read(tokens, place, language)
        if found is not None and not any(taken[found[0] : found[1]]):
            return found
    return None


def _name(tokens: Sequence[Token], first: int, last: int) -> str:
    """Return the text of a run of tokens with blanks where the text has them."""
    parts = [tokens[first].text]
    for place in range(first + 1, last):
        parts.append(("" if tokens[place].start == tokens[place - 1].end else " ") + tokens[place].text)
    return "".join(parts)


def _without_genitive(name: str, language: Language) -> str:
    """Return a name in the nominative; English names carry their genitive in tokens of its own."""
    last = name.rsplit(" ", 1)[-1]
    return name[:-1] if language.code == "de" and name.endswith("s") and _is_likely_genitive(last) else name


def _is_likely_genitive(word: str) -> bool:
    return len(word) > 4 and word[-2] not in "aeiousx" and word[0].isupper() and not word.isupper()


def _is_capital(token: Token) -> bool:
    return token.text[0].isupper() and token.text[0].isalpha()


def _run_of_capitals(tokens: Sequence[Token], place: int, language: Language, longest: int) -> int:
    """Return the token behind a run of capitalised words that may be a name."""
    end = place
    while end < len(tokens) and end - place < longest * 2:
        token = tokens[end]
        if end > place and token.text in _HYPHENS and end + 1 < len(tokens):
            if (
                token.start == tokens[end - 1].end
                and tokens[end + 1].start == token.end
                and tokens[end + 1].text[0].isalnum()
            ):
                end += 2
                continue
            break
        gap = end > place and token.start - tokens[end - 1].end
        particle = end > place and token.text in language.name_particles and end + 1 < len(tokens)
        if particle and _is_capital(tokens[end + 1]):
            end += 1
            continue
        if (end > place and gap != 1) or not _is_capital(token) or token.text.lower() in language.never_names:
            break
        end += 1
    return end


def _looks_like_name(word: str, language: Language) -> bool:
    """Tell whether a word has the form of a name: a digit or capital inside, or no common noun's ending."""
    if any(char.isdigit() for char in word) or any(char.isupper() for char in word[1:]):
        return True
    low = word.lower()
    if (
        low in language.never_names
        or low in language.offices
        or language.get_descriptor_kind(word) is not None
    ):
        return False
    return len(word) > 2 and not any(low.endswith(ending) for ending in language.noun_endings)


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
    kind = language.get_descriptor_kind(before) if before else None
    if kind is None and first.lower() in language.work_heads:
        kind = language.get_descriptor_kind(first)
    if kind is None and tokens[end - 1].text.lower() in language.work_heads:
        kind = language.get_descriptor_kind(tokens[end - 1].text)
    if kind not in {"plan", "work", "law", "project", "product", "event"} or not _is_capital(
        tokens[place + 1]
    ):
        return None
    return place + 1, end, EntityValue(_name(tokens, place + 1, end), None, kind)


def read_legal_form(tokens: Sequence[Token], place: int, language: Language) -> Candidate | None:
    """Capitalised words before a legal form: "Nordwind GmbH"."""
    if not _is_capital(tokens[place]) or tokens[place].text.lower() in language.never_names:
        return None
    end = _run_of_capitals(tokens, place, language, 4)
    for last in range(end, place, -1):
        if last < len(tokens) and tokens[last].text.lower() in language.legal_forms and last == end:
            last += 1
        if last - place > 1 and tokens[last - 1].text.lower() in language.legal_forms:
            if tokens[last - 1].text in {"ag", "se", "inc", "group", "limited", "company", "stiftung"}:
                return None
            first = place
            while first < last - 2 and language.get_descriptor_kind(tokens[first].text):
                first += 1
            return first, last, EntityValue(_name(tokens, first, last), None, "organisation")
    return None


def read_office_holder(tokens: Sequence[Token], place: int, language: Language) -> Candidate | None:
    """A person after a title or an office: "Außenminister Wang Yi", "Dr. Smith"."""
    width = match_office(tokens, place, language)
    titled = tokens[place].text.lower() in language.title_words
    announced = language.get_descriptor_kind(tokens[place].text) == "person"
    if not (width or titled or announced):
        return None
    first = place + max(width, 1)
    while first < len(tokens) and (
        tokens[first].text == "." or tokens[first].text.lower() in language.title_words
    ):
        first += 1
    if (
        first >= len(tokens)
        or not _is_capital(tokens[first])
        or tokens[first].start - tokens[first - 1].end != 1
    ):
        return None
    end = _run_of_capitals(tokens, first, language, 3)
    words = [token.text for token in tokens[first:end] if token.text not in _HYPHENS]
    enough = len(words) >= 2 or (titled and len(words) == 1)
    if not enough or not all(_looks_like_name(word, language) for word in words if word[0].isupper()):
        return None
    return first, end, EntityValue(_without_genitive(_name(tokens, first, end), language), None, "person")


def match_office(tokens: Sequence[Token], place: int, language: Language) -> int:
    """Return how many tokens at `place` name an office, 0 for none; compounds count by their last part."""
    for width in (3, 2, 1):
        if place + width > len(tokens):
            continue
        phrase = " ".join(token.text.lower() for token in tokens[place : place + width])
        if phrase.removesuffix("s") in language.offices or phrase in language.offices:
            return width
    return 0


def read_versioned_product(tokens: Sequence[Token], place: int, language: Language) -> Candidate | None:
    """A capitalised word with a version: "Lumo-2", "Kestrel 7B"."""
    token = tokens[place]
    low = token.text.lower()
    if (
        not _is_capital(token)
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
    if number not in _HYPHENS and number.isdigit() and end == place + 2:
        before = tokens[place - 1].text if place else ""
        if language.get_descriptor_kind(before) != "product":
            return None
    if end < len(tokens) and tokens[end].start == tokens[end - 1].end and tokens[end].text in {"-", "/", ":"}:
        return None
    return place, end, EntityValue(_name(tokens, place, end), None, "product")


def read_described_name(tokens: Sequence[Token], place: int, language: Language) -> Candidate | None:
    """A name behind the noun that says what it is: "das Start-up Kelvora", "the chip maker Arden Micro"."""
    kind = language.get_descriptor_kind(tokens[place].text)
    first = place + 1
    if (
        kind is None
        or kind == "person"
        or first >= len(tokens)
        or tokens[first].start - tokens[place].end != 1
    ):
        return None
    if not _is_capital(tokens[first]) and not tokens[first].text[0].isdigit():
        return None
    end = _run_of_capitals(tokens, first, language, 3) if _is_capital(tokens[first]) else first
    if end == first:
        return None
    words = [token.text for token in tokens[first:end] if token.text not in _HYPHENS]
    if not all(_looks_like_name(word, language) for word in words[:1]) or not _is_introduced(
        tokens, place, language
    ):
        return None
    if language.code == "de":
        end = _stop_at_common_noun(tokens, first, end, language)
    if kind == "product":
        end = max(end, read_version(tokens, end, language))
    return first, end, EntityValue(_without_genitive(_name(tokens, first, end), language), None, kind)


def _stop_at_common_noun(tokens: Sequence[Token], first: int, end: int, language: Language) -> int:
    """Cut a German name where the next capitalised word reads as a noun of the sentence."""
    for place in range(first + 1, end):
        if tokens[place].text[0].isupper() and not _looks_like_name(tokens[place].text, language):
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


def read_event(tokens: Sequence[Token], place: int, language: Language) -> Candidate | None:
    """Capitalised words that end in a word such as "Summit", or a compound such as "Hafengipfel"."""
    token = tokens[place]
    if not _is_capital(token):
        return None
    low = token.text.lower()
    for ending, kind in language.suffix_kinds:
        if low.endswith(ending) and len(low) > len(ending) + 3 and low not in language.common_compounds:
            return place, place + 1, EntityValue(_without_genitive(token.text, language), None, kind)
    if low in language.never_names or low in language.function_words:
        return None
    end = _run_of_capitals(tokens, place, language, 5)
    for last in range(end, place + 1, -1):
        head = tokens[last - 1].text.lower()
        if head in language.event_heads:
            return place, last, EntityValue(_name(tokens, place, last), None, "event")
        if language.code == "en" and head in language.work_heads and last - place > 1:
            kind = language.get_descriptor_kind(head) or "work"
            return place, last, EntityValue(_name(tokens, place, last), None, kind)
    return None


def read_full_name(tokens: Sequence[Token], place: int, language: Language) -> Candidate | None:
    """A given name and what follows it: "Anna Lehmann"."""
    token = tokens[place]
    if not _is_capital(token) or token.text.lower() not in language.first_names:
        return None
    end = _run_of_capitals(tokens, place, language, 3)
    words = [part.text for part in tokens[place + 1 : end] if part.text not in _HYPHENS]
    if not words or not all(_looks_like_name(word, language) for word in words if word[0].isupper()):
        return None
    return place, end, EntityValue(_without_genitive(_name(tokens, place, end), language), None, "person")


_READERS: tuple[Callable[[Sequence[Token], int, Language], Candidate | None], ...] = (
    read_quoted_title,
    read_legal_form,
    read_office_holder,
    read_versioned_product,
    read_described_name,
    read_full_name,
    read_event,
)
