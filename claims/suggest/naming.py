"""Everything a text names: known names, new names, and the short forms that come after them."""

from collections.abc import Sequence

from claims.suggest.language import Language
from claims.suggest.mention import Mention
from claims.suggest.names import Form, NameTable, add_name, extend_mention, find_names, sort_forms
from claims.suggest.new_names import find_new_names
from claims.suggest.tokens import Token
from claims.values.value import EntityValue

_PERSON_PARTS = 2


def find_mentions(text: str, tokens: Sequence[Token], known: NameTable, language: Language) -> list[Mention]:
    """Return all names in `text`, in order and without overlap.

    A new name counts wherever it comes again, also in its short form: a person's last name, an
    organisation without its legal form.
    """
    mentions = find_names(text, tokens, known, language)
    taken = [False] * len(tokens)
    for mention in mentions:
        taken[mention.first : mention.last] = [True] * (mention.last - mention.first)
    table = NameTable()
    added: dict[str, EntityValue] = {}
    for first, last, entity in find_new_names(tokens, taken, language):
        same = added.setdefault(entity.label, entity)
        form = Form((), same, owns=_is_cut(tokens, first, last, entity), part_of=None, origin="pattern")
        mention = extend_mention(text, tokens, first, last, form, language)
        mentions.append(mention)
        taken[mention.first : mention.last] = [True] * (mention.last - mention.first)
    for entity in _name_owners(mentions, added):
        for short in _shorten(entity, language):
            add_name(table, short, entity, language, origin="short")
    if table.forms:
        sort_forms(table)
        mentions += _find_again(text, tokens, table, taken, mentions, language)
    return sorted(mentions, key=lambda mention: mention.start)


def _is_cut(tokens: Sequence[Token], first: int, last: int, entity: EntityValue) -> bool:
    """Tell whether the name in the text is longer than its label, by a genitive ending."""
    return tokens[last - 1].text.endswith("s") and not entity.label.endswith(tokens[last - 1].text)


def _name_owners(mentions: Sequence[Mention], added: dict[str, EntityValue]) -> list[EntityValue]:
    """Return the entities whose short forms may follow: new ones, and persons of the vocabulary."""
    persons = {m.entity.label: m.entity for m in mentions if m.kind == "person"}
    return list({**added, **persons}.values())


def _shorten(entity: EntityValue, language: Language) -> list[str]:
    """Return the forms under which a name is repeated."""
    words = entity.label.split()
    shorter = [entity.label]
    if entity.kind == "person" and len(words) >= _PERSON_PARTS and not _is_family_name_first(words, language):
        shorter.append(words[-1])
    if (
        entity.kind == "organisation"
        and len(words) >= _PERSON_PARTS
        and words[-1].lower() in language.legal_forms
    ):
        shorter.append(" ".join(words[:-1]))
    return shorter


def _is_family_name_first(words: Sequence[str], language: Language) -> bool:
    """Tell whether a name of two short parts is likely in the East Asian order ("Wang Yi")."""
    return len(words) == _PERSON_PARTS and words[0].lower() not in language.first_names and len(words[1]) <= 4


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
            mention.start >= introduced[mention.entity.label]
            or text[mention.start : mention.end].startswith(mention.entity.label)
        )
    ]
