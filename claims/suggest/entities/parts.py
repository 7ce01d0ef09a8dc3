"""A part of something is a thing of its own: "Abschnitt des Radwegs Lindental", "the west wing of the Carver Library".

What is said of the part must not be taken for the whole: a section that is open is no road that is open.
"""

from collections.abc import Sequence
from dataclasses import replace

from claims.suggest.entities.mention import Mention
from claims.suggest.words.language import Language
from claims.suggest.words.tokens import Token
from claims.values.value import EntityValue

_WHOLE = frozenset({"building", "project", "product"})
_OF = frozenset({"des", "der", "von", "vom", "of"})
_LONGEST_WAY = 4
_FARTHEST = 3


def join_parts(
    text: str, tokens: Sequence[Token], mentions: Sequence[Mention], language: Language
) -> list[Mention]:
    """Return the names with those of parts in place of the wholes that they are parts of."""
    joined: list[Mention] = []
    for mention in mentions:
        whole = mention.kind in _WHOLE or _is_house(mention, language)
        part = _find_part_before(tokens, mention, language) if whole else None
        if part is not None and not (joined and joined[-1].last > part):
            start = tokens[part].start
            joined.append(_name(mention, text[start : mention.end], part, mention.last, start, mention.end))
            continue
        behind = _find_part_behind(tokens, mention, language) if mention.owns else None
        if behind is not None:
            noun = text[tokens[mention.last].start : tokens[behind].end]
            label = f"{noun} of the {mention.entity.label}"
            end = tokens[behind].end
            joined.append(_name(mention, label, mention.first, behind + 1, mention.start, end))
            continue
        joined.append(mention)
    return joined


def _is_house(mention: Mention, language: Language) -> bool:
    """Tell whether an organisation is also a house ("Eastfield Hospital", "Klinikum Nord")."""
    words = mention.entity.label.lower().split()
    houses = language.work_heads if language.code == "en" else _HOUSES
    return mention.kind == "organisation" and bool({words[0], words[-1]} & houses)


_HOUSES = frozenset({"klinikum", "krankenhaus", "museum", "universität", "theater", "klinik"})


def _name(mention: Mention, label: str, first: int, last: int, start: int, end: int) -> Mention:
    kind = "building" if mention.kind == "organisation" else mention.kind
    entity = EntityValue(label, None, kind)
    return replace(
        mention,
        part_of=mention.entity,
        start=start,
        end=end,
        entity=entity,
        first=first,
        last=last,
        origin="pattern",
        owns=False,
    )


def _find_part_before(tokens: Sequence[Token], mention: Mention, language: Language) -> int | None:
    """Return the token of the part's noun: "Abschnitt des …", "wing of the …"."""
    for place in range(mention.first - 1, max(0, mention.first - 1 - _LONGEST_WAY), -1):
        low = tokens[place].text.lower()
        if low in _OF and tokens[place - 1].text.lower() in language.part_nouns:
            noun = place - 1
            described = language.code == "en" and noun > 0 and tokens[noun - 1].text.lower() in _SIDES
            return noun - 1 if described else noun
        leads = low in language.articles or language.get_descriptor_kind(low) in _WHOLE
        if not leads:
            return None
    return None


def _find_part_behind(tokens: Sequence[Token], mention: Mention, language: Language) -> int | None:
    """Return the token of the part's noun behind its owner: "the Carver Library's west wing"."""
    if mention.kind not in _WHOLE or language.code != "en":
        return None
    for place in range(mention.last, min(len(tokens), mention.last + _FARTHEST)):
        if tokens[place].text.lower() in language.part_nouns:
            return place
        if not tokens[place].text.islower():
            return None
    return None


_SIDES = frozenset(
    {"west", "east", "north", "south", "new", "old", "first", "second", "third", "last", "final"}
)
