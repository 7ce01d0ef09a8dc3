"""A finding as the report shows it: the question, and the answers that cannot all be right side by side."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from claims.reports.html_article import Accusation
from claims.reports.html_claim import Labels, name_entity, write_predicate, write_qualifiers, write_value
from claims.values.say_date import write_day

BEFORE = 110
AFTER = 70
LONGEST_QUOTE = 420


@dataclass(frozen=True, slots=True)
class Passage:
    """Where a claim is made: the quote around its value, with a few words of what surrounds it."""

    before: str
    lead: str
    value: str
    tail: str
    after: str
    mention: str
    article: str
    title: str
    outlet: str
    published: str
    speaker: str
    state: str


@dataclass(frozen=True, slots=True)
class Answer:
    """One claim of a finding with its passages; `more` mentions are not listed."""

    value: str
    passages: tuple[Passage, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Side:
    """The claims that agree with each other against the rest; `label` is A, B … or what they fit."""

    label: str
    answers: tuple[Answer, ...]

    @property
    def values(self) -> list[str]:
        """The distinct values in words."""
        return list(dict.fromkeys(answer.value for answer in self.answers))

    @property
    def articles(self) -> int:
        """How many articles are listed."""
        return len({passage.article for answer in self.answers for passage in answer.passages})

    @property
    def more(self) -> int:
        """How many mentions are not listed."""
        return sum(answer.more for answer in self.answers)


@dataclass(frozen=True, slots=True)
class Contest:
    """One finding; `both` are the claims that fit several sides, or take no side."""

    id: str
    severity: str
    state: str
    rule: str
    subject: str
    predicate: str
    qualifiers: str
    message: str
    reasons: tuple[str, ...]
    sides: tuple[Side, ...]
    both: tuple[Side, ...]


def make_contest(
    finding: Mapping[str, Any],
    texts: Mapping[tuple[str, str], str],
    places: Mapping[str, tuple[int | None, int | None]],
    labels: Labels,
    reasons: tuple[str, ...] = (),
) -> Contest:
    """Return a finding of the JSON contract in words, with the reasons why its sides exclude each other.

    `texts` are the texts by article and field, `places` where the value of each mention stands.
    """
    grouped: dict[tuple[int | None, tuple[int, ...]], list[Mapping[str, Any]]] = {}
    for member in finding["members"]:
        alternative = member["alternative"]
        fits = tuple(member["fits"]) if alternative is None else ()
        grouped.setdefault((alternative, fits), []).append(member)
    sides, both = [], []
    for (alternative, fits), members in grouped.items():
        answers = _list_answers(members, texts, places, labels)
        if alternative is None:
            both.append(Side(_name_fits(fits, labels), answers))
        else:
            sides.append((alternative, Side(name_side(alternative), answers)))
    slot = finding["slot"]
    ordered = tuple(side for _, side in sorted(sides, key=lambda numbered: numbered[0]))
    return Contest(
        id=finding["id"],
        severity=finding["severity"],
        state=finding["state"],
        rule=finding["rule"],
        subject="" if slot is None else name_entity(labels, slot["subject"]),
        predicate="" if slot is None else write_predicate(labels, slot["predicate"]),
        qualifiers="" if slot is None else write_qualifiers(labels, slot["qualifiers"]),
        message=finding["message"] if slot is None else _write_message(finding["message"], ordered, labels),
        reasons=reasons,
        sides=ordered,
        both=tuple(both),
    )


def list_accusations(findings: Iterable[Mapping[str, Any]]) -> dict[str, list[Accusation]]:
    """Return which claims take part in which findings; one that fits several sides is accused of nothing."""
    accused: dict[str, list[Accusation]] = {}
    for finding in findings:
        for claim, sided in {m["claim"]: m["alternative"] is not None for m in finding["members"]}.items():
            accused.setdefault(claim, []).append(
                Accusation(finding["id"], finding["severity"] if sided else "")
            )
    return accused


def name_side(alternative: int) -> str:
    """Return A for 0, B for 1, … Z, AA, AB, …"""
    name = ""
    alternative += 1
    while alternative:
        alternative, letter = divmod(alternative - 1, 26)
        name = chr(ord("A") + letter) + name
    return name


def _write_message(message: str, sides: Sequence[Side], labels: Labels) -> str:
    """Return what a rule says, which is English, in the report's language."""
    if labels.language == "en" or len(sides) < 2:
        return message
    words = labels.words
    return f" {words['against']} ".join(
        f"{', '.join(side.values)} ({side.articles}{'+' if side.more else ''} {words['articles_n']})"
        for side in sides
    )


def _name_fits(fits: Sequence[int], labels: Labels) -> str:
    if not fits:
        return labels.words["concerned"]
    names = [name_side(one) for one in fits]
    listed = f"{', '.join(names[:-1])} {labels.words['and']} {names[-1]}" if len(names) > 1 else names[0]
    return labels.words["both"].format(listed)


def _list_answers(
    members: Sequence[Mapping[str, Any]],
    texts: Mapping[tuple[str, str], str],
    places: Mapping[str, tuple[int | None, int | None]],
    labels: Labels,
) -> tuple[Answer, ...]:
    by_claim: dict[str, list[Mapping[str, Any]]] = {}
    for member in members:
        by_claim.setdefault(member["claim"], []).append(member)
    return tuple(
        Answer(
            value=write_value(labels, told[0]) or labels.words["worth_checking"],
            passages=tuple(
                _make_passage(member, texts, places, labels)
                for member in told
                if member["article"] is not None
            ),
            more=sum(member.get("more", 0) for member in told),
        )
        for told in by_claim.values()
    )


def _make_passage(
    member: Mapping[str, Any],
    texts: Mapping[tuple[str, str], str],
    places: Mapping[str, tuple[int | None, int | None]],
    labels: Labels,
) -> Passage:
    start, end, quote = member["start"], member["end"], member["quote"]
    text = texts.get((member["article"], member["field"]), "")
    if text[start:end] != quote:
        text, start, end = quote, 0, len(quote)
        value_start, value_end = None, None
    else:
        value_start, value_end = places.get(member["mention"], (None, None))
    if value_start is None or value_end is None or not start <= value_start < value_end <= end:
        value_start = value_end = end
    lead, tail = text[start:value_start], text[value_end:end]
    room = max(LONGEST_QUOTE - (value_end - value_start), 80) // 2
    cropped = end - start > LONGEST_QUOTE
    return Passage(
        before=""
        if cropped and len(lead) > room
        else _keep_end(_after_break(text[max(0, start - 4 * BEFORE) : start]), BEFORE),
        lead=_keep_end(lead, room) if cropped else lead,
        value=text[value_start:value_end],
        tail=_keep_start(tail, room) if cropped else tail,
        after=""
        if cropped and len(tail) > room
        else _keep_start(text[end : end + 4 * AFTER].partition("\n")[0], AFTER),
        mention=member["mention"] or "",
        article=member["article"],
        title=member["title"] or labels.words["untitled"],
        outlet=member["outlet"] or "",
        published=write_day(member["published"], labels.language) or labels.words["undated"],
        speaker=name_entity(labels, member["speaker"]),
        state=member["mention_state"],
    )


def _after_break(text: str) -> str:
    return text.rpartition("\n")[2]


def _keep_end(text: str, limit: int) -> str:
    """Return the last words of a text, at most `limit` characters."""
    return text if len(text) <= limit else "… " + text[-limit:].partition(" ")[2]


def _keep_start(text: str, limit: int) -> str:
    return text if len(text) <= limit else text[:limit].rpartition(" ")[0] + " …"
