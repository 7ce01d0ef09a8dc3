"""Names in the East Asian order, the family name first: "Li Wenhua", "Lee Jae-myung", "Tsai Ing-wen"."""

import re
from collections.abc import Sequence

from claims.suggest.entities.name_forms import HYPHENS, Candidate, is_capital
from claims.suggest.words.language import Language
from claims.suggest.words.tokens import Token
from claims.values.value import EntityValue

_INITIAL = "(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])"
_FINAL = "(?:iang|iong|uang|ang|eng|ing|ong|iao|ian|uai|uan|ai|ei|ao|ou|an|en|er|ia|ie|iu|in|ua|uo|ui|un|ue|üe|[aoeiuü])"
_GIVEN = re.compile(rf"(?:{_INITIAL}{_FINAL}|(?:ang|ai|ao|ou|an|en|er)){{1,2}}")
"""A given name of one or two syllables in Hanyu Pinyin (ISO 7098, table of initials and finals)."""

_JOINED = re.compile(r"[A-Z][a-z]+-[a-z]+")


def read_east_asian_name(tokens: Sequence[Token], place: int, language: Language) -> Candidate | None:
    """A family name of the list and a given name of one or two syllables, or of two joined by a hyphen."""
    family = tokens[place]
    if not is_capital(family) or family.text.lower() not in language.family_names or place + 1 >= len(tokens):
        return None
    given = tokens[place + 1]
    if given.start - family.end != 1 or not is_capital(given) or not given.text.isalpha():
        return None
    end = place + 2
    if end + 1 < len(tokens) and tokens[end].text in HYPHENS and tokens[end].start == given.end:
        end += 2
    name = " ".join((family.text, "".join(token.text for token in tokens[place + 1 : end])))
    one = end == place + 2 and _GIVEN.fullmatch(given.text.lower()) and given.text[1:].islower()
    two = end > place + 2 and _JOINED.fullmatch(name.split()[1])
    goes_on = end < len(tokens) and is_capital(tokens[end]) and tokens[end].start - tokens[end - 1].end == 1
    if not (one or two) or (goes_on and language.code == "en"):
        return None
    return place, end, EntityValue(name, None, "person")


def is_family_first(words: Sequence[str], language: Language) -> bool:
    """Tell whether a name of two parts begins with an East Asian family name."""
    given = words[-1].replace("-", "").lower()
    return (
        len(words) == 2
        and words[0].lower() in language.family_names
        and ("-" in words[1] or _GIVEN.fullmatch(given) is not None)
    )
