"""A mention as a form to fill in with an editor, and reading it back.

The form is YAML, and every scalar in it is taken for the words that stand there: YAML itself would make
a day of 2025-01-20, a fraction of 5.60 and a truth of "no".
"""

import textwrap
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from claims.annotate.edit import ARTICLE, FIELDS, Edit, build_edit, read_qualifier_list, write_qualifier_list
from claims.errors import DecisionRefused
from claims.quotation import quote
from claims.safe import safe
from claims.store.tables.claim import MODALITIES, POLARITIES

if TYPE_CHECKING:
    from yaml.nodes import Node

MOST_CHARACTERS = 100_000

_HEAD = "Change what is wrong, save, close. An unchanged or empty form changes nothing."
_NOTES = {
    "subject": "What it is about: a name, or an id such as e12.",
    "predicate": "What it says of it; see: claims predicate list",
    "value": "The answer, as texts write it: 20. Januar 2025, 5,6 Mio. Dollar, a name.",
    "qualifiers": "What separates the question",
    "polarity": "One of " + ", ".join(POLARITIES),
    "modality": "One of " + ", ".join(MODALITIES),
    "speaker": "A name; empty: the article itself; (unnamed): somebody whom it does not name.",
    "hedged": "yes, where the text hedges.",
}
_TAG = "tag:yaml.org,2002:"
_PLAIN_TAGS = frozenset(
    _TAG + name for name in ("str", "int", "float", "bool", "timestamp", "value", "merge")
)


def write_form(
    mention: Mapping[str, Any], separators: Sequence[str] = (), problems: Sequence[str] = ()
) -> str:
    """Return the form of a mention as the JSON contract writes it; `problems` stand above it."""
    import yaml

    lines = _comment(
        f"{mention['id']} in {mention['article']}: {quote(mention['quote'], mention['language'])}"
    )
    lines += [*_comment(_HEAD), ""]
    words = _read_words(mention)
    for name in FIELDS:
        note = _NOTES[name]
        if name == "qualifiers":
            note += f": {', '.join(separators) or 'nothing'}."
        lines += _comment(note)
        entry: Any = words[name]
        if name == "qualifiers" and entry:
            entry = read_qualifier_list(entry)
        # What an editor cannot show, or would obey, is written as an escape.
        lines.append(
            yaml.safe_dump({name: entry or None}, allow_unicode=str(entry).isprintable(), width=10**9).strip()
        )
    return _write_problems(problems) + "\n".join(lines) + "\n"


def put_problems(text: str, problems: Sequence[str]) -> str:
    """Return a form that was sent in with what is wrong with it on top, in place of what was wrong before."""
    kept = [line for line in text.splitlines() if not line.startswith("#!")]
    return _write_problems(problems) + "\n".join(kept).lstrip("\n") + "\n"


def read_form(text: str, mention: Mapping[str, Any]) -> Edit:
    """Return what a form changes about a mention; an unchanged or empty form is an empty edit.

    Raises:
        DecisionRefused: It is no YAML, or has an unknown, doubled or unreadable field; says which.
    """
    given = _read_fields(text)
    now = _read_words(mention)
    return build_edit({name: words for name, words in given.items() if words != now[name]})


def _read_words(mention: Mapping[str, Any]) -> dict[str, str]:
    """Return what a mention says now, each field in the words that the form shows."""
    value = mention["value"] or {}
    if value.get("type") == "boolean":
        said = "yes" if value["value"] else "no"
    else:
        said = str(value.get("label") or value.get("text") or "")
    speaker = mention["speaker"]
    return {
        "subject": mention["subject"]["label"] if mention["subject"] else "",
        "predicate": mention["predicate"] or "",
        "value": said,
        "qualifiers": write_qualifier_list(mention["qualifiers"]),
        "polarity": mention["polarity"],
        "modality": mention["modality"],
        "speaker": speaker["label"] if speaker else ARTICLE,
        "hedged": "yes" if mention["hedged"] else "no",
    }


def _read_fields(text: str) -> dict[str, str]:
    import yaml

    if len(text) > MOST_CHARACTERS:
        raise DecisionRefused(f"the form has more than {MOST_CHARACTERS} characters")
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        line = f"line {error.problem_mark.line + 1}: " if error.problem_mark else ""
        raise DecisionRefused(f"{line}not readable as YAML: {error.problem}") from None
    except (yaml.YAMLError, RecursionError):
        raise DecisionRefused("not readable as YAML") from None
    if root is None:
        return {}
    if not isinstance(root, yaml.MappingNode):
        raise DecisionRefused(f"write fields, such as value: 2025-01-20; known are {', '.join(FIELDS)}")
    fields: dict[str, str] = {}
    for key, node in root.value:
        name = _read_scalar(key)
        where = f"line {key.start_mark.line + 1}: "
        if name not in FIELDS:
            raise DecisionRefused(f"{where}unknown field {name!r}; known are {', '.join(FIELDS)}")
        if name in fields:
            raise DecisionRefused(f"{where}{name} is there twice")
        fields[name] = _read_qualifiers(node) if name == "qualifiers" else _read_scalar(node)
    return fields


def _read_qualifiers(node: "Node") -> str:
    import yaml

    if not isinstance(node, yaml.MappingNode):
        return write_qualifier_list(read_qualifier_list(_read_scalar(node)))
    return write_qualifier_list({_read_scalar(key): _read_scalar(value) for key, value in node.value})


def _read_scalar(node: "Node") -> str:
    import yaml

    where = f"line {node.start_mark.line + 1}: "
    if not isinstance(node, yaml.ScalarNode):
        raise DecisionRefused(f"{where}one value is wanted here, not a list")
    if node.tag == f"{_TAG}null":
        return ""
    if node.tag not in _PLAIN_TAGS:
        raise DecisionRefused(f"{where}tag {node.tag!r} is not allowed here")
    return " ".join(str(node.value).split())


def _comment(text: str) -> list[str]:
    return [f"# {line}" for line in textwrap.wrap(safe(text), 100)]


def _write_problems(problems: Sequence[str]) -> str:
    return "".join(f"#! {safe(problem)}\n" for problem in problems) + ("\n" if problems else "")
