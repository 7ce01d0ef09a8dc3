"""What the cross-check finds of planted inconsistencies, and what it takes for one among look-alikes.

Every case of `tests/crosscheck/planted/` is played in a ledger of its own: imported, suggested, acted upon
and checked by the program's entry points, nothing accepted. Of the blind half only counts are shown.
"""

import shutil
import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from bench.measure import Line, Result, Spread
from tests.crosscheck.planted.case import HALVES, Case, read_cases

OUTCOMES = ("found", "by another rule", "in part", "not suggested", "no such act", "missed", "crashed")
"""What becomes of a planted case; the first that applies."""


TWO_PREDICATES = ("impossible-time",)
"""The rules whose sides are claims of two predicates."""

ONE_CLAIM = "duplicate-claim"
"""The rule that has nothing to propose where the ledger made one claim of both sides from the start."""


@dataclass(frozen=True, slots=True)
class Played:
    """What came of one case.

    `outcome` is one of `OUTCOMES`, or "silent", "alarm", "no such act" and "crashed" for a look-alike;
    `alarms` are the rules of the findings that should not be, `said` is what was found, in words, `by_hand`
    how many claims the desk had to type itself, to judge them, for want of a suggestion.
    """

    case: Case
    outcome: str
    alarms: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    by_hand: int = 0


def measure_planted(halves: Sequence[str] = HALVES, most: int | None = None) -> Result:
    """Play the cases of some halves, or only the first `most` of each, and count."""
    lines, tables = [], []
    for half in halves:
        played = play_all(read_cases(half)[:most])
        tables.append(f"{half.capitalize()} half, by rule:\n\n{show_table(played)}")
        lines += _list_lines(half, played)
    return Result(
        "Planted contradictions and look-alikes",
        "Each case of `tests/crosscheck/planted/` in a ledger of its own: its articles imported and read by the"
        " suggester, nothing accepted, the desk's acts done, then the cross-check. Written from what a desk would"
        " expect, before looking at what is found; the blind half is only counted. Found: by the rule it was"
        " written for, with both sides among the members. A false alarm is a violation, or a finding of the"
        " case's own rule, in a look-alike; or a violation in a planted case that touches none of its sides."
        " Precision of a rule: cases found, of those and its false alarms.\n\n" + "\n\n".join(tables),
        tuple(lines),
    )


def _list_lines(half: str, played: Sequence[Played]) -> list[Line]:
    planted = [one for one in played if one.case.is_planted]
    alike = [one for one in played if not one.case.is_planted]
    outcomes = Counter(one.outcome for one in planted)
    any_rule = outcomes["found"] + outcomes["by another rule"]
    alarms = sum(len(one.alarms) for one in played)
    return [
        _line(f"{half}: share of planted cases found", _share(outcomes["found"], len(planted)), "%"),
        _line(f"{half}: share found, other rules counted as found", _share(any_rule, len(planted)), "%"),
        _line(
            f"{half}: precision of what was found", _share(outcomes["found"], outcomes["found"] + alarms), "%"
        ),
        _line(
            f"{half}: look-alikes with a false alarm, of {len(alike)} planted", sum(map(_rings, alike)), ""
        ),
        _line(
            f"{half}: claims that the desk typed by hand where none was found",
            sum(one.by_hand for one in played),
            "",
        ),
        _line(f"{half}: cases that crashed, of {len(played)} planted", sum(map(_crashed, played)), "", 0),
    ]


def _rings(one: Played) -> bool:
    return bool(one.alarms)


def _crashed(one: Played) -> bool:
    return one.outcome == "crashed"


def _line(name: str, figure: float, unit: str, goal: float | None = None) -> Line:
    return Line(name, Spread(figure, figure, figure), unit, goal)


def _share(part: int, whole: int) -> float:
    return 100 * part / whole if whole else 0.0


def show_table(played: Sequence[Played]) -> str:
    """Return the counts of each rule as a Markdown table."""
    rules = sorted({one.case.rule for one in played})
    alarms = Counter(rule for one in played for rule in one.alarms)
    heads = ("rule", "planted", *OUTCOMES, "look-alikes", "with false alarm", "not played", "precision")
    rows = [[rule, *_count_rule(rule, played, alarms[rule])] for rule in rules]
    rows.append(["**all**", *_count_rule(None, played, alarms.total())])
    return "\n".join(
        ["| " + " | ".join(heads) + " |", "| --- |" + " ---: |" * (len(heads) - 1)]
        + ["| " + " | ".join(row) + " |" for row in rows]
    )


def _count_rule(rule: str | None, played: Iterable[Played], alarms: int) -> list[str]:
    mine = [one for one in played if rule in {None, one.case.rule}]
    planted = Counter(one.outcome for one in mine if one.case.is_planted)
    alike = Counter(one.outcome for one in mine if not one.case.is_planted)
    reported = planted["found"] + alarms
    precision = f"{100 * planted['found'] / reported:.0f} %" if reported else "–"
    unplayed = alike["no such act"] + alike["crashed"]
    counts = (planted.total(), *(planted[one] for one in OUTCOMES), alike.total(), alike["alarm"], unplayed)
    return [*map(str, counts), precision]


def play_all(cases: Iterable[Case]) -> list[Played]:
    """Play each case in a copy of one fresh ledger."""
    from claims.desk.init import init

    with tempfile.TemporaryDirectory() as folder:
        fresh, copy = Path(folder) / "fresh.db", Path(folder) / "claims.db"
        init(str(fresh), actor="mk")
        done = []
        for case in cases:
            shutil.copyfile(fresh, copy)
            done.append(play_one(str(copy), case))
    return done


def play_one(path: str, case: Case) -> Played:
    """Play a case in a fresh ledger and judge what came of it."""
    from bench.planted_claims import list_claims
    from bench.planted_desk import NotAtThisDesk, play
    from claims.errors import ClaimsError
    from claims.store.queries.finding import list_findings
    from claims.store.transaction import reading

    try:
        desk = play(path, case)
    except (NotAtThisDesk, ClaimsError) as error:
        return Played(case, "no such act", said=(str(error),))
    except Exception as error:  # noqa: BLE001 - a crash is a result too, and the other cases are to be played
        return Played(case, "crashed", said=(f"{type(error).__name__}: {error}",))
    with reading(path) as session:
        findings = list_findings(session)
        sides = [list_claims(session, case, desk.articles, side) for side in case.sides]
    return replace(judge(case, findings, sides), by_hand=desk.by_hand)


def judge(case: Case, findings: Sequence[dict[str, Any]], sides: Sequence[dict[int, str | None]]) -> Played:
    """Say what came of a case; `sides` are the claims at each, with their predicates."""
    said = tuple(f"{one['rule']} ({one['severity']}): {one['message']}" for one in findings)
    touched = [_touch(finding, sides) for finding in findings]
    if not case.is_planted:
        alarms = [
            one["rule"] for one in findings if one["severity"] == "violation" or one["rule"] == case.rule
        ]
        return Played(case, "alarm" if alarms else "silent", tuple(alarms), said)
    alarms = [
        finding["rule"]
        for finding, number in zip(findings, touched, strict=True)
        if not number and finding["severity"] == "violation"
    ]
    return Played(case, _judge_planted(case, findings, touched, sides), tuple(alarms), said)


def _judge_planted(
    case: Case,
    findings: Sequence[dict[str, Any]],
    touched: Sequence[int],
    sides: Sequence[dict[int, str | None]],
) -> str:
    mine = [number for one, number in zip(findings, touched, strict=True) if one["rule"] == case.rule]
    if max(mine, default=0) == len(sides) or (case.rule == ONE_CLAIM and set.intersection(*map(set, sides))):
        return "found"
    if max(touched, default=0) == len(sides):
        return "by another rule"
    if max(mine, default=0):
        return "in part"
    return "missed" if all(_is_suggested(case, side) for side in sides) else "not suggested"


def _is_suggested(case: Case, side: dict[int, str | None]) -> bool:
    """Say whether a claim stands there; typed by the case's predicate if it names one, of dates by any."""
    if case.predicate is None:
        return bool(side)
    return (
        any(key is not None for key in side.values())
        if case.rule in TWO_PREDICATES
        else case.predicate in side.values()
    )


def _touch(finding: dict[str, Any], sides: Sequence[dict[int, str | None]]) -> int:
    """Return how many sides are among a finding's members."""
    members = {member["claim"] for member in finding["members"]}
    return sum(any(f"c{claim}" in members for claim in side) for side in sides)
