"""What a name looks like: runs of capitalised words, genitive endings, words that cannot be names."""

from collections.abc import Sequence

from claims.suggest.words.language import Language
from claims.suggest.words.tokens import Token
from claims.values.value import EntityValue

Candidate = tuple[int, int, EntityValue]
"""First token, token behind the last, what is named."""

_LONGEST_COMPOUND = 12
HYPHENS = frozenset({"-", "‑"})


def join_name(tokens: Sequence[Token], first: int, last: int) -> str:
    """Return the text of a run of tokens with blanks where the text has them."""
    joints = ("" if tokens[n].start == tokens[n - 1].end else " " for n in range(first + 1, last))
    rest = (joint + token.text for joint, token in zip(joints, tokens[first + 1 : last], strict=True))
    return tokens[first].text + "".join(rest)


def read_compound(tokens: Sequence[Token], place: int) -> str:
    """Return the hyphenated compound that ends at token `place` ("Start-up"), or the token alone."""
    first = place
    while (
        first >= 2
        and place - first < _LONGEST_COMPOUND
        and tokens[first - 1].text in HYPHENS
        and tokens[first - 1].end == tokens[first].start
        and tokens[first - 2].end == tokens[first - 1].start
    ):
        first -= 2
    return join_name(tokens, first, place + 1)


def is_capital(token: Token) -> bool:
    """Tell whether a token is a word with a capital letter."""
    return token.text[0].isupper() and token.text[0].isalpha()


def find_run_end(
    tokens: Sequence[Token], place: int, language: Language, longest: int, *, particles: bool = False
) -> int:
    """Return the token behind a run of capitalised words that may be a name; `particles` for "von", "de"."""
    end = place
    while end < len(tokens) and end - place < longest * 2:
        token = tokens[end]
        if end > place and token.text in HYPHENS and end + 1 < len(tokens):
            if (
                token.start == tokens[end - 1].end
                and tokens[end + 1].start == token.end
                and tokens[end + 1].text[0].isalnum()
            ):
                end += 2
                continue
            break
        if end > place and token.text == "&" and end + 1 < len(tokens) and is_capital(tokens[end + 1]):
            end += 2
            continue
        if token.text == "." and _is_behind_initial(tokens, place, end, language):
            end += 1
            continue
        gap = end > place and token.start - tokens[end - 1].end
        particle = (
            particles and end > place and token.text in language.name_particles and end + 1 < len(tokens)
        )
        if token.text == "zu" and end - place > 1:
            break  # "wählten Timo Brasch zu Vorsitzenden"
        if particle and is_capital(tokens[end + 1]):
            end += 1
            continue
        if (end > place and gap != 1) or not is_capital(token) or token.text.lower() in language.never_names:
            break
        end += 1
    return end


def _is_behind_initial(tokens: Sequence[Token], place: int, dot: int, language: Language) -> bool:
    """Tell whether a full stop only shortens a middle name ("George W. Bush"), and more of the name follows."""
    if dot - place < 2 or dot + 1 >= len(tokens) or not is_capital(tokens[dot + 1]):
        return False
    initial, following = tokens[dot - 1], tokens[dot + 1]
    if following.text.lower() in language.never_names | language.sentence_starters:
        return False  # "Hans P. Die Polizei …"
    return (
        len(initial.text) == 1 and tokens[dot].start == initial.end and following.start - tokens[dot].end == 1
    )


def is_initial(word: str) -> bool:
    """Tell whether a word is one capital letter."""
    return len(word) == 1 and word.isupper()


def looks_like_name(word: str, language: Language) -> bool:
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
    if low in language.family_names:
        return True
    return len(word) > 2 and not any(low.endswith(ending) for ending in language.noun_endings)
