"""Finding names that are already known, in all their written forms.

The names of a vocabulary are laid out once in a table from first word to the full sequence of words, so
that reading a text costs one look-up per word, however many names there are.
"""

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from claims.suggest.entities.mention import Mention, Origin
from claims.suggest.entities.name_forms import find_run_end
from claims.suggest.entities.versions import read_version
from claims.suggest.words.language import Language
from claims.suggest.words.tokens import Token, tokenize
from claims.values.value import EntityValue
from claims.vocabulary import KnownEntity

_DASHES = {"-", "‑", "‐"}
_APOSTROPHES = {"'", "’"}


@dataclass(frozen=True, slots=True)
class Form:
    """One written form of a name, as words."""

    words: tuple[str, ...]
    entity: EntityValue
    owns: bool
    part_of: EntityValue | None
    origin: Origin = "known"


@dataclass(frozen=True, slots=True)
class NameTable:
    """All written forms by first word, longest first, and the adjectives that stand for places.

    `plain` is the name of each entity that is the same in texts of all languages.
    """

    forms: dict[str, list[Form]] = field(default_factory=dict)
    adjectives: dict[str, EntityValue] = field(default_factory=dict)
    plain: dict[str, str] = field(default_factory=dict)


def build_name_table(known: Iterable[KnownEntity], language: Language) -> NameTable:
    """Lay out the names of known entities for a language; names of the other languages are read too."""
    entities = tuple(known)
    values = {
        entity.key: EntityValue(_choose_label(entity, language.code), entity.key, entity.kind)
        for entity in entities
    }
    table = NameTable(plain={entity.key: _choose_label(entity, "en") for entity in entities})
    for entity in entities:
        whole = values.get(entity.part_of) if entity.part_of else None
        names = [*entity.label.values(), *(alias for group in entity.aliases.values() for alias in group)]
        for name in dict.fromkeys(names):
            add_name(table, name, values[entity.key], language, part_of=whole)
        if entity.kind == "place" and language.code == "de":
            _add_parts_of_place(table, values[entity.key], language)
            if _choose_label(entity, "de").isalpha():
                table.adjectives.setdefault(_make_adjective(_choose_label(entity, "de")), values[entity.key])
        for group in (entity.adjectives.get(language.code, ()), entity.adjectives.get("mul", ())):
            for adjective in group:
                for ending in ("", "e", "en", "er", "es", "em") if language.code == "de" else ("",):
                    table.adjectives.setdefault(adjective.lower() + ending, values[entity.key])
    sort_forms(table)
    return table


def _make_adjective(town: str) -> str:
    """Return what Germans call what is of a town, in lower case: "mainzer", "bremer", "göttinger"."""
    low = town.lower()
    if low.endswith(("ingen", "hausen", "bremen")):
        return low[:-2] + "er"
    return low + ("r" if low.endswith("e") else "er")


COMPASS = ("Nord", "Süd", "Ost", "West", "Nordost", "Nordwest", "Südost", "Südwest", "Zentral", "Mittel")


def _add_parts_of_place(table: NameTable, whole: EntityValue, language: Language) -> None:
    """Add the parts of a country by the compass, as German names them: "Südbrasilien"."""
    if whole.label.isalpha() and len(whole.label) > 4:
        for side in COMPASS:
            part = EntityValue(side + whole.label.lower(), None, "place")
            add_name(table, part.label, part, language, part_of=whole, origin="pattern")


def _choose_label(entity: KnownEntity, language: str) -> str:
    return entity.label.get(language) or entity.label.get("mul") or next(iter(entity.label.values()))


def add_name(
    table: NameTable,
    name: str,
    entity: EntityValue,
    language: Language,
    *,
    part_of: EntityValue | None = None,
    origin: Origin = "known",
) -> None:
    """Add all written forms of one name; call `sort_forms` after the last."""
    words = [token.text for token in tokenize(name)]
    if not words or (len(words) == 1 and len(words[0]) == 1):
        return
    for variant in _vary(words, language):
        for owns, last in (
            (False, variant[-1]),
            *((True, variant[-1] + mark) for mark in language.genitive_marks),
        ):
            if owns and not variant[-1][-1:].isalnum():
                continue
            sequence = (*variant[:-1], last)
            table.forms.setdefault(sequence[0], []).append(Form(sequence, entity, owns, part_of, origin))


def sort_forms(table: NameTable) -> None:
    """Put the longest form first, known names before guessed ones, nominatives before genitives."""
    for forms in table.forms.values():
        sort_longest_first(forms)


def sort_longest_first(forms: list[Form]) -> None:
    """Put the forms that begin with one word in the order in which they are tried."""
    forms.sort(key=lambda form: (-len(form.words), form.owns))


_INFLECTED = ("scher", "sches", "licher", "liches", "iger", "iges")
"""How a German adjective ends in a name without an article ("Deutscher Wetterdienst")."""


def _vary(words: Sequence[str], language: Language) -> Iterable[tuple[str, ...]]:
    """Yield a name with hyphens for blanks, blanks for hyphens, in capitals, and with inflected adjectives."""
    seen = {tuple(words): None}
    bare = [word for word in words if word not in _DASHES]
    if len(bare) > 1:
        seen[tuple(bare)] = None
        hyphened = [bare[0]]
        for before, word in itertools.pairwise(bare):
            joined = word in ".&+" or before in ".&+" or not (word[0].isalnum() and before[-1].isalnum())
            hyphened += [word] if joined else ["-", word]
        seen[tuple(hyphened)] = None
    if len("".join(words)) > 3:
        seen[tuple(word.upper() for word in words)] = None
    if language.code == "de":
        for position, word in enumerate(words[:-1]):
            if word[0].isupper() and word.endswith("e") and len(word) > 3:
                for ending in ("n", "r", "s"):
                    seen[(*words[:position], word + ending, *words[position + 1 :])] = None
            elif position == 0 and word[0].isupper() and word.endswith(_INFLECTED):
                for ending in ("e", "en", "em"):
                    seen[(word[:-2] + ending, *words[1:])] = None
    return seen


def find_names(text: str, tokens: Sequence[Token], table: NameTable, language: Language) -> list[Mention]:
    """Return the known names in order, without overlap, the longest at each place."""
    found: list[Mention] = []
    index, count, forms = 0, len(tokens), table.forms
    while index < count:
        candidates = forms.get(tokens[index].text)
        mention = _match(text, tokens, index, candidates, language) if candidates else None
        if mention is None:
            index += 1
        else:
            found.append(mention)
            index = mention.last
    return found


def _match(
    text: str, tokens: Sequence[Token], index: int, candidates: Sequence[Form], language: Language
) -> Mention | None:
    if index and tokens[index - 1].text in _DASHES and tokens[index - 1].end == tokens[index].start:
        return None
    following = tokens[index + 1].text if index + 1 < len(tokens) else ""
    fitting = [
        form
        for form in candidates
        if len(form.words) == 1 or (form.words[1] == following and _stands_at(tokens, index, form.words))
    ]
    if not fitting:
        return None
    longest = [form for form in fitting if len(form.words) == len(fitting[0].words)]
    form = _choose_by_descriptor(tokens, index, longest, language)
    return extend_mention(text, tokens, index, index + len(form.words), form, language)


def _stands_at(tokens: Sequence[Token], index: int, words: tuple[str, ...]) -> bool:
    if index + len(words) > len(tokens):
        return False
    for offset, word in enumerate(words):
        token = tokens[index + offset]
        if token.text != word:
            return False
        if offset and token.start - tokens[index + offset - 1].end > 1:
            return False
    return True


def _choose_by_descriptor(
    tokens: Sequence[Token], index: int, forms: Sequence[Form], language: Language
) -> Form:
    """Of entities with one name take the one that the noun before announces ("das Start-up DeepSeek")."""
    if len(forms) > 1 and index:
        announced = language.get_descriptor_kind(tokens[index - 1].text)
        for form in forms:
            if announced and form.entity.kind == announced:
                return form
    return forms[0]


def _find_longer_name(tokens: Sequence[Token], first: int, last: int, language: Language) -> tuple[int, str]:
    """Return where a name ends whose beginning is another's, and what it names.

    "Nordwind Energy" is not "Nordwind", and "the model Nordwind Small 3" is no organisation.
    """
    if first and language.get_descriptor_kind(tokens[first - 1].text) == "product":
        end = find_run_end(tokens, last, language, 2)
        adjacent = last < len(tokens) and tokens[last].start - tokens[last - 1].end == 1
        end = read_version(tokens, end, language) if adjacent else last
        return max(end, last), "product"
    run = (
        find_run_end(tokens, last, language, 2)
        if last < len(tokens) and tokens[last].start - tokens[last - 1].end == 1
        else last
    )
    versioned = read_version(tokens, run, language) if run > last else run
    if versioned > run and any(char.isdigit() for char in tokens[versioned - 1].text):
        return versioned, "product"  # "Apple Watch 12"
    end = last
    while (
        end < len(tokens)
        and tokens[end].start - tokens[end - 1].end == 1
        and tokens[end].text[0].isupper()
        and tokens[end].text.lower() in language.org_tails
    ):
        end += 1
    return end, "organisation"


def extend_mention(
    text: str, tokens: Sequence[Token], first: int, last: int, form: Form, language: Language
) -> Mention:
    """Return the mention of `form` at tokens `first:last`, with the genitive or compound that follows it."""
    if form.entity.kind == "product" and not form.owns:
        versioned = read_version(tokens, last, language)
        if versioned > last:
            name = text[tokens[first].start : tokens[versioned - 1].end]
            form = Form(
                (), EntityValue(name, None, "product"), owns=False, part_of=form.entity, origin="pattern"
            )
            last = versioned
    if form.entity.kind == "organisation" and not form.owns:
        longer, kind = _find_longer_name(tokens, first, last, language)
        if longer > last:
            name = text[tokens[first].start : tokens[longer - 1].end]
            part_of = form.entity if kind == "organisation" else None
            form, last = Form((), EntityValue(name, None, kind), False, part_of, "pattern"), longer
    owns, head, end = form.owns, None, tokens[last - 1].end
    if last < len(tokens) and tokens[last].start == end and tokens[last].text in _APOSTROPHES:
        marked = (
            last + 1 < len(tokens)
            and tokens[last + 1].text == "s"
            and tokens[last + 1].start == tokens[last].end
        )
        if marked or tokens[last - 1].text[-1:].lower() in {"s", "x", "z", "ß"}:
            owns, last = True, last + (2 if marked else 1)
            end = tokens[last - 1].end
    while (
        last + 1 < len(tokens)
        and tokens[last].text in _DASHES
        and tokens[last].start == end
        and tokens[last + 1].start == tokens[last].end
        and tokens[last + 1].text[0].isalnum()
    ):
        head = tokens[last + 1].text
        last += 2
        end = tokens[last - 1].end
    describes = head is not None and language.get_descriptor_kind(head) != form.entity.kind
    return Mention(
        tokens[first].start,
        end,
        form.entity,
        first,
        last,
        form.origin,
        owns=owns and head is None,
        modifies=describes,
        head=head,
        part_of=form.part_of,
    )
