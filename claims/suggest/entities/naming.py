"""Everything a text names: known names, new names, and the short forms that come after them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from claims.suggest.entities.east_asian import is_family_first
from claims.suggest.entities.family_names import is_family_name, leave_to_persons
from claims.suggest.entities.mention import Mention
from claims.suggest.entities.name_forms import Candidate
from claims.suggest.entities.names import Form, NameTable, add_name, extend_mention, find_names, sort_forms
from claims.suggest.entities.new_names import find_new_names
from claims.suggest.entities.new_places import read_place_of
from claims.suggest.entities.parts import join_parts
from claims.suggest.entities.placed_names import (
    find_incident_behind,
    find_placed_before,
    find_placed_head,
    is_of_district,
    is_striking,
    name_placed,
)
from claims.suggest.words.language import Language
from claims.suggest.words.tokens import Token
from claims.values.value import EntityValue

_PERSON_PARTS = 2
_LONGEST_GIVEN = 4


def find_mentions(text: str, tokens: Sequence[Token], known: NameTable, language: Language) -> list[Mention]:
    """Return all names in `text`, in order and without overlap.

    A new name counts wherever it comes again, also in its short form: a person's last name, an
    organisation without its legal form.
    """
    mentions = [
        m
        for m in find_names(text, tokens, known, language)
        if not is_family_name(tokens, m, language) and not is_of_district(tokens, m)
    ]
    taken = _mark(mentions, len(tokens))
    candidates = list(find_new_names(tokens, taken, language))
    added = _settle_labels(tokens, candidates, language)
    fresh: list[Mention] = []
    for first, last, entity in candidates:
        settled = added[entity.label]
        owns = _is_cut(tokens, last, settled)
        form = Form((), settled, owns=owns, part_of=None, origin="pattern")
        fresh.append(extend_mention(text, tokens, first, last, form, language))
    covered = _mark(fresh, len(tokens))
    mentions = leave_to_persons(mentions, fresh)
    mentions = [m for m in mentions if not any(covered[m.first : m.last])] + fresh
    taken = _mark(mentions, len(tokens))
    table = NameTable()
    for entity in _list_owners(mentions, added.values()):
        for short in _shorten(entity, language):
            add_name(table, short, entity, language, origin="short")
    for mention in list(mentions):
        abbreviation = _read_abbreviation(tokens, mention)
        if abbreviation is None:
            continue
        if abbreviation in known.forms:
            mentions = _mean_by(text, mentions, abbreviation, mention)
        else:
            add_name(table, abbreviation, mention.entity, language, origin="short")
    if table.forms:
        sort_forms(table)
        mentions += _find_again(text, tokens, table, taken, mentions, language)
    mentions.sort(key=lambda mention: mention.start)
    mentions = [
        replace(m, owns=False, modifies=True) if _describes(tokens, m, mentions, language) else m
        for m in mentions
    ]
    return join_parts(text, tokens, _join_events(text, tokens, mentions, language), language)


def _leads_to_noun(tokens: Sequence[Token], mention: Mention, language: Language) -> bool:
    """Tell whether a place stands before a noun for who acts, as an adjective ("US investor Harbinger Partners")."""
    noun, before = tokens[mention.last], tokens[mention.first - 1].text.lower() if mention.first else ""
    adjacent = noun.start - tokens[mention.last - 1].end == 1
    return (
        language.code == "en"
        and adjacent
        and noun.text.islower()
        and before not in {"in", "at", "from", "of", "near"}
        and language.get_descriptor_kind(noun.text) in {"organisation", "person"}
    )


def _describes(
    tokens: Sequence[Token], mention: Mention, mentions: Sequence[Mention], language: Language
) -> bool:
    """Tell whether a place possesses a name that nobody knows ("China's Kelvora"): then it only describes it."""
    follows = tokens[mention.last] if mention.last < len(tokens) else None
    if follows is not None and mention.kind == "place" and _leads_to_noun(tokens, mention, language):
        return True
    if not (mention.owns and mention.kind == "place" and follows and follows.text[0].isupper()):
        return False
    gap = follows.start - tokens[mention.last - 1].end
    return (
        tokens[mention.last - 1].text == "s" and gap == 1 and all(m.first != mention.last for m in mentions)
    )


def _mark(mentions: Iterable[Mention], count: int) -> list[bool]:
    taken = [False] * count
    for mention in mentions:
        taken[mention.first : mention.last] = [True] * (mention.last - mention.first)
    return taken


def _settle_labels(
    tokens: Sequence[Token], candidates: Sequence[Candidate], language: Language
) -> dict[str, EntityValue]:
    """Map each name as written to its entity: in the nominative, without a legal form that others leave out."""
    labels = {entity.label for _, _, entity in candidates}
    words = {token.text for token in tokens}
    settled: dict[str, EntityValue] = {}
    for _, last, entity in candidates:
        label = entity.label
        base = label[:-1]
        if language.code == "de" and label.endswith("s") and len(label) > 3:
            follows = tokens[last].text if last < len(tokens) else ""
            noun = (
                follows[:1].isupper()
                and follows.lower() not in language.legal_forms
                and entity.kind == "person"
            )
            if base.rsplit(" ", 1)[-1] in words or base in labels or noun:
                label = base
        stem, _, form = label.rpartition(" ")
        if form.lower() in language.legal_forms and stem in labels:
            label = stem
        settled.setdefault(entity.label, EntityValue(label, None, entity.kind))
    kinds = {entity.label: entity.kind for entity in settled.values()}
    found = {name: EntityValue(entity.label, None, kinds[entity.label]) for name, entity in settled.items()}
    for entity in list(found.values()):
        place = read_place_of(entity.label, language) if entity.kind != "organisation" else None
        if place is not None:
            found.setdefault(place, EntityValue(place, None, "place"))
    return found


def _is_cut(tokens: Sequence[Token], last: int, entity: EntityValue) -> bool:
    """Tell whether the name in the text is longer than its label, by a genitive ending."""
    return tokens[last - 1].text == entity.label.rsplit(" ", 1)[-1] + "s"


def _list_owners(mentions: Sequence[Mention], added: Iterable[EntityValue]) -> list[EntityValue]:
    """Return the entities whose short forms may follow: new ones, and persons of the vocabulary."""
    persons = {m.entity.label: m.entity for m in mentions if m.kind == "person"}
    return list({**{entity.label: entity for entity in added}, **persons}.values())


def _shorten(entity: EntityValue, language: Language) -> list[str]:
    """Return the forms under which a name is repeated."""
    words = entity.label.split()
    shorter = [entity.label]
    if entity.kind == "person" and len(words) >= _PERSON_PARTS and not _is_family_name_first(words, language):
        shorter.append(words[-1])
    elif entity.kind == "person" and is_family_first(words, language):
        shorter.append(words[0])
    if (
        entity.kind == "organisation"
        and len(words) >= _PERSON_PARTS
        and words[-1].lower() in language.legal_forms
    ):
        shorter.append(" ".join(words[:-1]))
    return shorter


def _read_abbreviation(tokens: Sequence[Token], mention: Mention) -> str | None:
    """Return the short form that brackets introduce behind an organisation's name: "Hafenbehörde Nord (HBN)"."""
    place = mention.last
    if mention.kind != "organisation" or place + 2 >= len(tokens) or tokens[place].text != "(":
        return None
    word = tokens[place + 1].text
    capitals = sum(char.isupper() for char in word)
    return word if tokens[place + 2].text == ")" and capitals > 1 and word.isalpha() else None


def _mean_by(text: str, mentions: Sequence[Mention], abbreviation: str, whole: Mention) -> list[Mention]:
    """Return the mentions of a text whose own words tell whom a short form means that others know otherwise."""
    return [
        replace(mention, entity=whole.entity, part_of=whole.part_of)
        if mention.kind == whole.kind and text[mention.start : mention.end] == abbreviation
        else mention
        for mention in mentions
    ]


def _is_family_name_first(words: Sequence[str], language: Language) -> bool:
    """Tell whether a name of two short parts is likely in the East Asian order ("Wang Yi")."""
    given_last = len(words[1]) <= _LONGEST_GIVEN and words[0].lower() not in language.first_names
    return is_family_first(words, language) or (len(words) == _PERSON_PARTS and given_last)


def _find_again(
    text: str,
    tokens: Sequence[Token],
    table: NameTable,
    taken: Sequence[bool],
    mentions: Sequence[Mention],
    language: Language,
) -> list[Mention]:
    """Return further places of new names, a short form only after its long form."""
    introduced: dict[str, int] = {}
    for mention in mentions:
        introduced[mention.entity.label] = min(
            mention.start, introduced.get(mention.entity.label, mention.start)
        )
    return [
        mention
        for mention in find_names(text, tokens, table, language)
        if not any(taken[mention.first : mention.last])
        and (
            mention.start >= introduced.get(mention.entity.label, 0)
            or text[mention.start : mention.end].startswith(mention.entity.label)
        )
    ]


def _join_events(
    text: str, tokens: Sequence[Token], mentions: Sequence[Mention], language: Language
) -> list[Mention]:
    """Read a meeting with the organisation whose it is as one name: "Jahrestagung der Kammer Nord"."""
    joined: list[Mention] = []
    for mention in mentions:
        behind = find_incident_behind(tokens, mention, language)
        if behind is not None:
            entity = EntityValue(behind, None, "incident")
            end = tokens[mention.last].end
            joined.append(Mention(mention.start, end, entity, mention.first, mention.last + 1, "pattern"))
            continue
        placed = find_placed_head(tokens, mention, language)
        if placed is not None and not (joined and joined[-1].last > placed[0]):
            head, kind = placed
            start = tokens[head].start
            if is_striking(
                tokens, head, mention, language
            ):  # "an earthquake struck northern Chile": the verb stays a word
                entity = EntityValue(f"{tokens[head].text} in {mention.entity.label}", None, kind)
                noun = Mention(
                    start, tokens[head].end, entity, head, head + 1, "pattern", part_of=mention.entity
                )
                joined += [noun, mention]
                continue
            label = name_placed(text, tokens, head, mention, language)
            joined += [
                Mention(
                    start,
                    mention.end,
                    EntityValue(label, None, kind),
                    head,
                    mention.last,
                    "pattern",
                    part_of=mention.entity,
                )
            ]
            continue
        head = mention.first - 2
        meets = (
            mention.kind == "organisation"
            and head >= 0
            and tokens[head + 1].text.lower() in {"der", "des", "von", "of"}
            and tokens[head].text.lower() in language.joined_events
            and not (joined and joined[-1].last > head)
        )
        if meets:
            start = tokens[head].start
            entity = EntityValue(text[start : mention.end], None, "event")
            joined.append(Mention(start, mention.end, entity, head, mention.last, "pattern"))
        else:
            joined.append(mention)
    return _add_placed_before(tokens, joined, language)


def _add_placed_before(
    tokens: Sequence[Token], mentions: Sequence[Mention], language: Language
) -> list[Mention]:
    """Name what befell a place that its sentence names first: "In Spanien starben bei Waldbränden vier Menschen"."""
    found: list[Mention] = []
    for number, mention in enumerate(mentions):
        found.append(mention)
        end = mentions[number + 1].first if number + 1 < len(mentions) else len(tokens)
        for head in range(mention.last, min(end, mention.last + 9)):
            label = find_placed_before(tokens, head, mention, language) if mention.kind == "place" else None
            if label is not None:
                entity = EntityValue(label, None, "incident")
                start, stop = tokens[head].start, tokens[head].end
                found.append(Mention(start, stop, entity, head, head + 1, "pattern"))
                break
    return found
