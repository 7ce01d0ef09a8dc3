"""How one finding looks on the screen: both sides, why they clash, what would settle it, its life."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from claims.cli.finding_line import draw_line
from claims.cli.finding_settle import list_lacks, list_steps
from claims.cli.finding_side import Finding, list_sides, write_side
from claims.cli.finding_words import WORDS
from claims.cli.layout import wrap
from claims.values.say_date import write_day


def write_finding(
    finding: Finding,
    reasons: Sequence[str],
    rule: Mapping[str, str] | None,
    acts: Iterable[Mapping[str, Any]],
    language: str,
    width: int,
) -> Iterator[str]:
    """Yield the lines of a finding with its surroundings (`read_detail`), in "de" or "en".

    `rule` has the title and the explanation; None for a finding made by hand.
    """
    words = WORDS[language]
    head = f"{words[finding['severity']]} · {finding['rule']} · {words[finding['state']]}"
    yield wrap(head, width, first=f"{finding['id']}  ")
    yield wrap(_write_question(finding, language), width, first="    ")
    yield ""
    why = list(reasons) or [finding["message"]]
    yield from _write_part(words["why"], why, width)
    yield ""
    for side, members in list_sides(finding["members"]):
        yield from write_side(side, members, finding, language, width)
        yield ""
    drawing = draw_line(finding["members"], language, width)
    if drawing:
        yield from drawing
        yield ""
    if rule is not None:
        yield from _write_part(words["rule"], [rule["title"], rule["explanation"]], width)
    yield from _write_part(words["settle"], list_lacks(finding, language), width)
    yield from _write_steps(list_steps(finding, words), width)
    yield from _write_part(words["life"], [_write_act(act, language) for act in acts], width)


def _write_part(name: str, sentences: Iterable[str], width: int) -> Iterator[str]:
    first = f"{name}  ".ljust(9)
    for sentence in sentences:
        yield wrap(sentence, width, first=first, rest=" " * 9)
        first = " " * 9


def _write_question(finding: Finding, language: str) -> str:
    slot = finding["slot"]
    if slot is None:
        return str(finding["message"])
    label = (finding["predicate"] or {}).get(f"label_{language}") or slot["predicate"]
    scope = ", ".join(f"{key}: {value}" for key, value in slot["qualifiers"].items())
    return f"{slot['subject']['label']} · {label}{f' ({scope})' if scope else ''}"


def _write_steps(steps: Sequence[tuple[str, str]], width: int) -> Iterator[str]:
    """Yield each command with its purpose as a comment of the shell, where there is room."""
    for command, purpose in steps:
        both = f"{' ' * 11}{command}  # {purpose}"
        yield both if len(both) <= width else f"{' ' * 11}{command}"


def _write_act(act: Mapping[str, Any], language: str) -> str:
    words = WORDS[language]
    who = words["by"].format(act["reviewer"]) if act["reviewer"] else words["by_machine"]
    until = f", {words['until'].format(write_day(act['until'], language))}" if act["until"] else ""
    reason = f": {act['reason']}" if act["reason"] else ""
    at = f"{write_day(act['at'], language)}, {act['at'][11:16]}"
    return f"{at}  {words['by_' + act['action']]} {who}{until}{reason}"
