"""Names made of a noun and a place: "Erdbeben in Marokko", "Vertrag von Lissabon", "Demonstration gegen X in Hamburg"."""

from collections.abc import Sequence

from claims.suggest.entities.mention import Mention
from claims.suggest.words.language import Language
from claims.suggest.words.tokens import Token


def name_placed(text: str, tokens: Sequence[Token], head: int, mention: Mention, language: Language) -> str:
    """Return a name for what happened at a place, without most words between ("Busunglück bei Osijek")."""
    noun = _to_nominative(tokens[head].text, tokens[head - 1].text if head else "", language)
    if mention.kind in _STRUCK:
        link = tokens[head + 1].text.lower()
        whole = link in {"of", "der", "des", "von", "vom"}
        article = "of the" if language.code == "en" else "von" if link in {"von", "vom"} else "der"
        return f"{noun} {article if whole else link} {mention.entity.label}"
    if (head == mention.first - 2 and tokens[head + 1].text not in _STRIKING) or tokens[
        head + 1
    ].text.lower() in _AIMS:
        return noun + text[tokens[head].end : mention.end]
    near = _is_near(tokens, head, mention)
    link = ("bei" if near else "in") if language.code == "de" else ("near" if near else "in")
    return f"{noun} {link} {mention.entity.label}"


def _is_near(tokens: Sequence[Token], head: int, mention: Mention) -> bool:
    """Tell whether it was near the place, and not near another that lies in it ("in der Nähe von Évora in Portugal")."""
    for place in range(mention.first - 1, head, -1):
        word = tokens[place].text
        if word.lower() in {"bei", "nähe", "nahe", "near"}:
            return True
        if word[0].isupper() and tokens[place + 1].text in {"in", "im"}:
            return False
    return False


_PLURALS = ("brände", "stürme", "anschläge", "unfälle", "angriffe", "streiks", "kämpfe")


def _to_nominative(noun: str, before: str, language: Language) -> str:
    dative = language.code == "de" and noun.endswith("en") and before.lower() in _DATIVE
    return noun[:-1] if dative and noun[:-1].lower().endswith(_PLURALS) else noun


def find_placed_head(tokens: Sequence[Token], mention: Mention, language: Language) -> tuple[int, str] | None:
    """Return the noun that a place tells apart, and what they name: "Erdbeben in Marokko", "Vertrag von Lissabon".

    Words that lead to the place may stand between ("Busunglück in der Nähe der kroatischen Stadt …").
    """
    if mention.kind in _STRUCK and not mention.modifies:
        return _find_struck_head(tokens, mention, language)
    if mention.kind != "place" or mention.modifies or mention.owns:
        return None
    place = mention.first - 1
    struck = _find_striking(tokens, mention, language)
    if struck is not None:
        return struck
    while place >= 0 and mention.first - place < _LONGEST_WAY:
        kind = language.get_descriptor_kind(tokens[place].text)
        named = tokens[place].text[0].isupper() if language.code == "de" else tokens[place].text[0].isalpha()
        if named and kind in {"incident", "event", "law"} and place < mention.first - 1:
            return _check_head(tokens, place, kind, mention, language)
        if not _may_lie_between(tokens, place, language):
            return None
        place -= 1
    return None


_FARTHEST_PLACE = 8


def find_placed_before(
    tokens: Sequence[Token], head: int, mention: Mention, language: Language
) -> str | None:
    """Return the name of what befell a place that stands before it: "In Spanien starben bei Waldbränden …"."""
    lead = (
        mention.first
        - 1
        - (mention.first > 1 and tokens[mention.first - 1].text.lower() in language.articles)
    )
    if mention.kind != "place" or lead < 0 or tokens[lead].text.lower() not in {"in", "im", "bei", "near"}:
        return None
    noun = tokens[head].text
    named = noun[0].isupper() if language.code == "de" else noun.islower()
    if not named or language.get_descriptor_kind(noun) != "incident" or head - mention.last > _FARTHEST_PLACE:
        return None
    if any(token.text in ".;:!?," for token in tokens[mention.last : head]):
        return None
    if head + 1 < len(tokens) and tokens[head + 1].text.lower() in _PLACED | _WHOSE:
        return None
    led = tokens[head - 1].text.lower() in language.prepositions | language.articles | _DATIVE
    link = tokens[lead].text.lower()
    return (
        f"{_to_nominative(noun, tokens[head - 1].text, language)} {link} {mention.entity.label}"
        if led
        else None
    )


def find_incident_behind(tokens: Sequence[Token], mention: Mention, language: Language) -> str | None:
    """Return the name of an English incident behind its place: "Nepal earthquake" is the earthquake in Nepal."""
    if language.code != "en" or mention.kind != "place" or mention.owns or mention.last >= len(tokens):
        return None
    noun = tokens[mention.last]
    adjacent = noun.start - tokens[mention.last - 1].end == 1
    if not adjacent or language.get_descriptor_kind(noun.text) != "incident" or not noun.text.islower():
        return None
    return f"{noun.text} in {mention.entity.label}"


_STRIKING = frozenset({"struck", "hit", "rocked", "shook", "swept", "devastated", "strikes", "hits"})


def is_striking(tokens: Sequence[Token], head: int, mention: Mention, language: Language) -> bool:
    """Tell whether an incident's noun stands before a verb that leads straight to the place ("struck northern Chile")."""
    return _find_striking(tokens, mention, language) == (head, "incident")


def _find_striking(tokens: Sequence[Token], mention: Mention, language: Language) -> tuple[int, str] | None:
    """Return the noun that an English verb leads from to a place: "an earthquake struck northern Chile"."""
    if language.code != "en":
        return None
    for place in range(mention.first - 1, max(1, mention.first - 5), -1):
        if tokens[place].text in _STRIKING:
            noun = tokens[place - 1].text
            return (place - 1, "incident") if language.get_descriptor_kind(noun) == "incident" else None
        if not tokens[place].text.islower() or tokens[place].text in language.prepositions | {"and"}:
            return None
    return None


_STRUCK = frozenset({"building", "product"})
_STRIKES = frozenset({"der", "des", "von", "vom", "of", "im", "in", "am", "at", "auf", "on", "an"})
_LONGEST_LEAD = 4


def _find_struck_head(
    tokens: Sequence[Token], mention: Mention, language: Language
) -> tuple[int, str] | None:
    """Return the noun for what befell a building or ship: "Untergang der Fähre X", "collapse of the Y bridge"."""
    for place in range(mention.first - 1, max(0, mention.first - 1 - _LONGEST_LEAD), -1):
        low = tokens[place].text.lower()
        noun = tokens[place - 1].text
        named = noun[0].isupper() if language.code == "de" else noun.isalpha()
        if low in _STRIKES and named and language.get_descriptor_kind(noun) == "incident":
            return place - 1, "incident"
        described = language.get_descriptor_kind(tokens[place].text) in _STRUCK
        if not (low in language.articles or described or low in "\"„“'»«"):
            return None
    return None


def _check_head(
    tokens: Sequence[Token], place: int, kind: str, mention: Mention, language: Language
) -> tuple[int, str] | None:
    link = tokens[place + 1].text.lower()
    if kind == "law":
        treaty = link in {"von", "of"} and tokens[place].text.lower() in language.treaties
        return (place, kind) if treaty and place == mention.first - 2 else None
    if kind == "event":
        way = range(place + 1, mention.first)
        led = all(_leads_to_place(tokens, n, language) for n in way)
        return (place, kind) if led and (link in _PLACED or link in _AIMS) else None
    last = tokens[mention.first - 1].text.lower()
    placed = any(token.text.lower() in _PLACED | _WHOSE for token in tokens[place + 1 : mention.first])
    return (place, kind) if placed and last not in {"nach", "to", "from", "aus"} else None


def _may_lie_between(tokens: Sequence[Token], place: int, language: Language) -> bool:
    """Tell whether a word can stand between an incident and its place: no mark, no verb."""
    text = tokens[place].text
    low = text.lower()
    figure = text[0].isdigit() or (text == "." and tokens[place + 1].text[0].isdigit())
    if not text[0].isalpha() and text != "-" and not figure:
        return False
    small = language.prepositions | language.determiners | _WAY
    return low in small or not (low in language.function_words or low.endswith(("ed", "ten")))


_DATIVE = frozenset({"bei", "den", "nach", "von", "mit", "zu", "schweren", "mehreren"})
_WHOSE = frozenset({"eines", "einer", "des", "der", "on", "at", "auf", "am", "of"})
_PLACED = frozenset({"in", "im", "bei", "nahe", "vor", "near", "off"})
_LONGEST_WAY = 9
_AIMS = frozenset({"gegen", "für", "against", "for"})
_WAY = frozenset(
    [
        "in",
        "im",
        "bei",
        "nahe",
        "vor",
        "der",
        "die",
        "des",
        "den",
        "dem",
        "nähe",
        "near",
        "off",
        "the",
        "von",
        "südlich",
        "nördlich",
        "östlich",
        "westlich",
        "a",
    ]
)


def _leads_to_place(tokens: Sequence[Token], place: int, language: Language) -> bool:
    word = tokens[place].text
    low = word.lower()
    if low in _AIMS or (
        tokens[place - 1].text.lower() in _AIMS and language.get_descriptor_kind(word) is None
    ):
        return True
    if low in _WAY or language.get_descriptor_kind(word) == "place":
        return True
    return language.code == "de" and word[0].islower() and low.endswith(("en", "er", "em", "e"))


def is_of_district(tokens: Sequence[Token], mention: Mention) -> bool:
    """Tell whether a town's name is that of the district around it: "Landkreis Goslar", "Harbury County"."""
    if mention.kind != "place" or mention.owns:
        return False
    before = tokens[mention.first - 1] if mention.first else None
    behind = tokens[mention.last] if mention.last < len(tokens) else None
    around = before is not None and before.text.lower().endswith(_AROUND) and before.text[0].isupper()
    return around or (behind is not None and behind.text in _AROUND_BEHIND)


_AROUND = ("landkreis", "kreis", "regierungsbezirk")
_AROUND_BEHIND = frozenset({"County", "District", "Borough"})
