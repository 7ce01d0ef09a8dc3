"""What stands against drafts, as text for people and as annotations for GitHub."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from claims.cli.layout import shorten
from claims.desk.draft import Draft
from claims.quotation import quote

Finding = Mapping[str, Any]

_COMMANDS = {"violation": "error", "warning": "warning", "info": "notice"}


def write_text(draft: Draft, findings: Sequence[Finding]) -> Iterator[str]:
    """Yield the lines for a terminal: place first, so that editors jump there."""
    for finding in findings:
        place = "title" if finding["line"] is None else f"{finding['line']}:{finding['column']}"
        yield f"{draft.name}:{place}  {finding['severity']}  {finding['rule']}  {name_slot(finding['slot'])}"
        yield f"    draft: {in_words(finding)}: {_quote(finding)}"
        for other in finding["against"]:
            yield f"    against {describe_other(other)}"
        if finding["more"]:
            yield f"    … and {finding['more']} more claims"
        if finding["why"]:
            yield f"    {finding['why']}"
        yield ""


def write_message(finding: Finding) -> str:
    """Return a finding as one paragraph: what the draft says, what stands against it, why both cannot be."""
    more = f"; and {finding['more']} more claims" if finding["more"] else ""
    against = "; ".join(describe_other(other) for other in finding["against"])
    why = f" {finding['why']}" if finding["why"] else ""
    return f"{name_slot(finding['slot'])}: the draft says {in_words(finding)}, against {against}{more}.{why}"


def write_annotations(draft: Draft, findings: Sequence[Finding]) -> Iterator[str]:
    """Yield a workflow command of GitHub Actions per finding; its columns count UTF-16 units."""
    for finding in findings:
        where = {"file": draft.name}
        if finding["field"] == "text":
            line, column = draft.locate(finding["start"], utf16=True)
            end_line, end_column = draft.locate(finding["end"], utf16=True)
            where |= {"line": str(line), "endLine": str(end_line)}
            if line == end_line:  # columns are refused across lines
                where |= {"col": str(column), "endColumn": str(end_column)}
        where["title"] = finding["rule"]
        properties = ",".join(f"{name}={_escape(value, ':,')}" for name, value in where.items())
        yield f"::{_COMMANDS[finding['severity']]} {properties}::{_escape(write_message(finding))}"


def name_slot(slot: Mapping[str, Any]) -> str:
    """Return a question in words: subject, predicate, separators."""
    scope = ", ".join(f"{key}: {value}" for key, value in slot["qualifiers"].items())
    return f"{slot['subject']['label']} · {slot['predicate']}{f' ({scope})' if scope else ''}"


def describe_other(other: Finding) -> str:
    """Return what stands against the draft: a house fact, a reference list, another claim, a place of the draft."""
    said = in_words(other)
    if other["kind"] == "ruling":
        return f"house fact {other['id']}: {said}: {shorten(other['reason'])}"
    if other["kind"] == "reference":
        return f"reference list: {said}: {shorten(other['reason'])}"
    if other["kind"] == "draft":
        place = "the title" if other["line"] is None else f"{other['line']}:{other['column']}"
        return f"the draft itself, {place}: {said}: {_quote(other)}"
    where = f"{other['outlet'] or 'no outlet'} [{other['external_id'] or other['article']}]"
    dated = other["published"][:10] if other["published"] else "undated"
    return f"{other['id']}: {said}, {where}, {dated}: {_quote(other)}"


def in_words(claim: Finding) -> str:
    """Return a value in a few words, a denial marked as such."""
    value = claim["value"] or {}
    said = str(
        value.get("edtf") or value.get("label") or value.get("text") or value.get("value") or "no value"
    )
    return f"not {said}" if claim["polarity"] == "negated" else said


def _quote(said: Finding) -> str:
    return quote(shorten(said["quote"]), said["language"])


def _escape(text: str, also: str = "") -> str:
    """Escape what ends a workflow command or, in a property, a property."""
    for character in "%\r\n" + also:
        text = text.replace(character, f"%{ord(character):02X}")
    return text
