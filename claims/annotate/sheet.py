"""Decisions by spreadsheet: a list of suggestions goes out, the same list with a decision in each row comes back.

What a cell says is a change only where it differs from what the ledger says: so the columns for
corrections go out empty, since a spreadsheet turns "Januar 2025" into a day of its own choice, and a
list that shows the present values comes back all the same. All is applied or nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy.orm import Session

from claims.annotate.decide import accept_mentions, reject_mentions
from claims.annotate.edit import FIELDS, Edit, build_edit, edit_mention
from claims.annotate.review import Passage, list_open_articles, list_passages
from claims.annotate.sheet_file import Line
from claims.errors import ClaimsError, RowRefused, SheetRefused
from claims.safe import safe
from claims.store.queries.mention import describe, read_qualifiers, select_mentions
from claims.store.queries.reference import read_number
from claims.store.savepoint import savepoint
from claims.store.tables import Article, Mention

_WORDS = {
    **dict.fromkeys(("y", "yes", "accept", "accepted", "j", "ja", "annehmen", "angenommen"), "accepted"),
    **dict.fromkeys(("n", "no", "reject", "rejected", "nein", "ablehnen", "abgelehnt"), "rejected"),
}
AT_ONCE = 500
"""Mentions named in one statement."""

_FORMULA = tuple("=+-@\t\r＝＋－＠")


@dataclass(frozen=True, slots=True)
class _Decision:
    mention_id: int
    state: str
    edit: Edit
    note: str | None
    line: int


@dataclass(frozen=True, slots=True)
class Applied:
    """What a sheet did: rows decided, of them changed, corrected, and rows left open."""

    accepted: int = 0
    rejected: int = 0
    edited: int = 0
    unchanged: int = 0
    left_open: int = 0


def list_sheet(session: Session, article_ids: Sequence[int] | None) -> list[tuple[dict[str, Any], Passage]]:
    """Return the open suggestions of some articles, or of all, each with its passage, for a sheet."""
    wanted = list_open_articles(session)
    if article_ids is not None:
        wanted = [one for one in wanted if one in set(article_ids)]
    return [
        (mention, passage)
        for article_id in wanted
        for passage in list_passages(session, article_id)
        for mention in passage.mentions
        if mention["state"] == "suggested"
    ]


def apply_sheet(session: Session, lines: Sequence[Line], path: str) -> Applied:
    """Decide as the rows say; `path` is what messages call the file.

    Raises:
        SheetRefused: Some rows cannot be used; the transaction is to be left through it.
    """
    problems: list[RowRefused] = []
    mentions, newest = _read_mentions(session, lines)
    decisions: list[_Decision] = []
    seen: dict[int, int] = {}
    left_open = 0
    for line in lines:
        try:
            decision = _read_line(line, mentions, newest, seen, path)
        except RowRefused as problem:
            problems.append(problem)
            continue
        if decision is None:
            left_open += 1
        else:
            decisions.append(decision)
    done = replace(_decide_all(session, decisions, problems, path), left_open=left_open)
    if problems:
        problems.sort(key=lambda one: one.line or 0)
        raise SheetRefused(
            f"{path}: {len(problems)} of {len(lines)} rows cannot be used; nothing was applied",
            tuple(str(problem) for problem in problems),
        )
    return done


def _read_mentions(session: Session, lines: Sequence[Line]) -> tuple[dict[str, Any], set[str]]:
    """Return the mentions that the rows name, by id, and the ids of those in a newest text."""
    ids = sorted(filter(None, {read_number("mention", line.cells.get("id", "")) for line in lines}))
    mentions: dict[str, Any] = {}
    newest: set[str] = set()
    for start in range(0, len(ids), AT_ONCE):
        wanted = Mention.id.in_(ids[start : start + AT_ONCE])
        rows = session.execute(select_mentions().add_columns(Article.revisions).where(wanted)).all()
        qualifiers = read_qualifiers(session, {row.slot_id for row in rows if row.slot_id is not None})
        described = [(row, describe(row, qualifiers.get(row.slot_id, {}))) for row in rows]
        mentions |= {one["id"]: one for _, one in described}
        newest |= {one["id"] for row, one in described if row.revision == row.revisions}
    return mentions, newest


def _read_line(
    line: Line, mentions: dict[str, Any], newest: set[str], seen: dict[int, int], path: str
) -> _Decision | None:
    """Return what a row decides, None where it is left open."""

    def refuse(column: str, reason: str) -> RowRefused:
        return RowRefused(reason, path=path, line=line.number, column=column)

    number = read_number("mention", line.cells.get("id", ""))
    mention = mentions.get(f"m{number}")
    if number is None or mention is None:
        raise refuse("id", f"no mention {line.cells.get('id', '')!r}")
    if number in seen:
        raise refuse("id", f"m{number} stands in line {seen[number]} already")
    seen[number] = line.number
    word = line.cells.get("decision", "").casefold()
    if word and word not in _WORDS:
        raise refuse("decision", f"{word!r} is no decision; write y or n, or leave it empty")
    changed = {
        name: line.cells[name] for name in FIELDS if _is_change(name, line.cells.get(name, ""), mention)
    }
    note = line.cells.get("note") or None
    if not word:
        if changed or note:
            raise refuse(
                "decision", f"there is a {next(iter(changed), 'note')} but no decision; write y or n"
            )
        return None
    state = _WORDS[word]
    if mention["id"] not in newest:
        raise refuse(
            "id", f"m{number} stands in a text that was replaced since (revision {mention['revision']})"
        )
    if changed and state == "rejected":
        raise refuse(
            "decision", f"{next(iter(changed))} was changed, and the row is rejected; which one is it?"
        )
    was, by_then = line.cells.get("state", ""), mention["state"]
    if was not in {"", by_then} and by_then != state:
        raise refuse("state", f"m{number} was {was} when the sheet was written and is {by_then} by now")
    if line.cells.get("claim_id", mention["claim"]) not in {"", mention["claim"]}:
        raise refuse("claim_id", f"m{number} makes claim {mention['claim']} by now; write the sheet anew")
    try:
        return _Decision(number, state, build_edit(changed), note, line.number)
    except ClaimsError as error:
        raise refuse(next(iter(changed)), str(error)) from None


def _is_change(name: str, cell: str, mention: dict[str, Any]) -> bool:
    """Tell whether a cell says something else than the ledger: an empty one never does."""
    if not cell:
        return False
    shown = {_flat(cell), _flat(cell.removeprefix("'")) if cell[1:2] in _FORMULA else _flat(cell)}
    return not shown & {_flat(one) for one in _list_forms(name, mention)}


def _list_forms(name: str, mention: dict[str, Any]) -> list[str]:
    """Return how a list may print what a mention says now."""
    now = mention.get(name)
    match now:
        case None:
            return []
        case bool():
            return ["true", "yes", "ja", "wahr", "1"] if now else ["false", "no", "nein", "falsch", "0"]
        case {"label": label, "id": number}:
            return [str(label), str(number)]
        case {"type": "date", "text": text, "edtf": edtf}:
            return [str(text), str(edtf)]
        case {"text": text}:
            return [str(text)]
        case {"value": value}:
            return ["true", "yes", "ja"] if value else ["false", "no", "nein"]
        case dict():
            pairs = [f"{key}={value}" for key, value in now.items()]
            return ["; ".join(pairs), ", ".join(pairs)]
    return [str(now)]


def _flat(text: str) -> str:
    return safe(" ".join(text.split())).casefold()


def _decide_all(
    session: Session, decisions: Sequence[_Decision], problems: list[RowRefused], path: str
) -> Applied:
    """Apply the decisions; what is refused is added to the problems."""
    edited = 0
    plain: dict[tuple[str, str | None], list[int]] = {}
    for one in decisions:
        if not one.edit:
            plain.setdefault((one.state, one.note), []).append(one.mention_id)
            continue
        with savepoint(session) as undo:
            try:
                edit_mention(session, one.mention_id, one.edit, note=one.note)
                edited += 1
            except ClaimsError as error:
                undo()
                column = next(name for name in FIELDS if getattr(one.edit, name) is not None)
                problems.append(RowRefused(str(error), path=path, line=one.line, column=column))
    changed = {"accepted": 0, "rejected": 0}
    if not problems:
        for (state, note), numbers in plain.items():
            act = accept_mentions if state == "accepted" else reject_mentions
            for start in range(0, len(numbers), AT_ONCE):
                changed[state] += act(session, numbers[start : start + AT_ONCE], note=note)
    asked = sum(len(numbers) for numbers in plain.values())
    return Applied(
        changed["accepted"] + edited, changed["rejected"], edited, unchanged=asked - sum(changed.values())
    )
