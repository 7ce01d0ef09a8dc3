"""Family names that are also the names of companies and places that everybody knows: "Camille Roche", "Erica Stanford"."""

from collections.abc import Sequence

from claims.suggest.entities.mention import Mention
from claims.suggest.words.language import Language
from claims.suggest.words.tokens import Token


def leave_to_persons(mentions: Sequence[Mention], fresh: Sequence[Mention]) -> list[Mention]:
    """Drop known names of one word that are a person's last name in this text ("Camille Roche", then "Roche")."""
    named: dict[str, int] = {}
    for mention in fresh:
        words = mention.entity.label.split()
        if mention.kind == "person" and len(words) > 1:
            named.setdefault(words[-1], mention.first)
    return [
        m
        for m in mentions
        if m.kind == "person" or m.entity.label not in named or m.first < named[m.entity.label]
    ]


def is_family_name(tokens: Sequence[Token], mention: Mention, language: Language) -> bool:
    """Tell whether a known name of one word stands behind a given name: "Camille Roche" is no company."""
    if (
        mention.first == 0
        or mention.last - mention.first != 1
        or mention.kind not in {"organisation", "product"}
    ):
        return False
    before = tokens[mention.first - 1]
    told = tokens[mention.first - 2].text.lower() if mention.first > 1 else ""
    office = language.is_office(told) or language.get_descriptor_kind(told) == "person"
    given = before.text[0].isupper() and (before.text.lower() in language.first_names or office)
    return given and tokens[mention.first].start - before.end == 1
