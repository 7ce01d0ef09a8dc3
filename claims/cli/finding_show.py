"""How one finding looks on the screen: both sides, why they clash, what would settle it, its life."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from claims.cli.axis import Bar, draw, draws_unicode, is_logarithmic
from claims.cli.finding_words import WORDS
from claims.cli.layout import shorten, wrap
from claims.quotation import quote
from claims.values.clash import read_bounds, write_answer
from claims.values.day import Day
from claims.values.say_date import write_day, write_edtf
from claims.values.say_figure import write_figure

_LONGEST_CONTEXT = 500
_MOST_BARS = 12
_MOST_STEPS = 4
_DECISIVE = frozenset({"primary", "official"})

Finding = Mapping[str, Any]


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
    for side, members in _list_groups(finding["members"]):
        yield from _write_side(side, members, finding, language, width)
        yield ""
    drawing = _draw(finding["members"], language, width)
    if drawing:
        yield from drawing
        yield ""
    if rule is not None:
        yield from _write_part(words["rule"], [rule["title"], rule["explanation"]], width)
    yield from _write_part(words["settle"], _list_lacks(finding, language), width)
    yield from _write_steps(_list_steps(finding, words), width)
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


def _list_groups(members: Iterable[Mapping[str, Any]]) -> list[tuple[str, list[Mapping[str, Any]]]]:
    """Return the members by the letter of their side, those that fit several last, as "?AB"."""
    groups: dict[tuple[bool, tuple[int, ...]], list[Mapping[str, Any]]] = {}
    for member in members:
        alternative = member["alternative"]
        fits = tuple(member["fits"]) if alternative is None else (alternative,)
        groups.setdefault((alternative is None, fits), []).append(member)
    return [
        (("?" if several else "") + "".join(name_side(place) for place in fits), groups[several, fits])
        for several, fits in sorted(groups)
    ]


def name_side(alternative: int) -> str:
    """Return A for 0, B for 1, … and after Z AA."""
    name, left = "", alternative + 1
    while left:
        left, letter = divmod(left - 1, 26)
        name = chr(ord("A") + letter) + name
    return name


def _write_side(
    side: str, members: Sequence[Mapping[str, Any]], finding: Finding, language: str, width: int
) -> Iterator[str]:
    words = WORDS[language]
    if side.startswith("?"):
        letters = list(side[1:])
        if len(letters) > 1:
            yield wrap(words["fits"].format(f" {words['and']} ".join(letters)), width, first="?  ")
        elif any(member["alternative"] is not None for member in finding["members"]):
            yield wrap(words["concerned"], width, first="?  ")
        side = " "
    by_claim: dict[str, list[Mapping[str, Any]]] = {}
    for member in members:
        by_claim.setdefault(member["claim"], []).append(member)
    for claim, told in by_claim.items():
        yield wrap(f"{write_claim(told[0], language)}  ({claim})", width, first=f"{side}  ")
        grounds = list(_list_grounds(finding, claim, language))
        for ground in grounds:
            yield wrap(ground, width, first="   ")
        for member in told:
            yield from _write_place(member, language, width, told=bool(grounds))
        verdicts = [one for one in finding["verdicts"] if one["claim"] == claim]
        said = [(f"{words['verdict']} {one['id']}", _write_verdict(one, language)) for one in verdicts]
        pieces = [one for one in finding["evidence"] if one["claim"] == claim]
        said += [(f"{words['evidence']} {one['id']}", _write_evidence(one, words)) for one in pieces]
        for label, text in said:
            yield wrap(text, width, first=f"   {label}: ")


def _list_grounds(finding: Finding, claim: str, language: str) -> Iterator[str]:
    """Yield where a claim stands that no article needs to make: as house fact, in a reference list."""
    words = WORDS[language]
    ruling = finding.get("ruling")
    if ruling is not None and ruling["claim"] == claim:
        yield words["ruled"].format(ruling["id"], write_day(ruling["created_at"], language), ruling["reason"])
    for one in finding.get("references", ()):
        if one["claim"] == claim:
            yield words["listed"].format(one["title"], one["source"], one["line"], one["as_written"])


def write_claim(member: Mapping[str, Any], language: str) -> str:
    """Return what a member says in words, with a denial, a plan and the time it is said of."""
    words = WORDS[language]
    said = words["no_value"] if member["snak"] == "novalue" else write_answer(member, language)
    if member["polarity"] == "negated":
        said = words["not"].format(said)
    if member["modality"] in words:
        said = words[member["modality"]].format(said)
    return words["as_of"].format(said, write_edtf(member["as_of"], language)) if member["as_of"] else said


def _write_place(member: Mapping[str, Any], language: str, width: int, *, told: bool) -> Iterator[str]:
    """Yield where a member stands; of one that no article makes nothing where that was `told` otherwise."""
    words = WORDS[language]
    if (earlier := member.get("earlier")) is not None:
        yield wrap(words["earlier"].format(earlier["revision"]), width, first="   ")
        yield from _write_place(earlier, language, width, told=told)
        return
    if member["article"] is None:
        yield from () if told else (wrap(words["nowhere"], width, first="   "),)
        return
    facts = [
        f"{member['outlet'] or words['no_outlet']} [{member['external_id'] or member['article']}]",
        write_day(member["published"], language) or words["undated"],
    ]
    if member["field"] == "title":
        facts.append(words["headline"])
    if speaker := member["speaker"]:
        facts.append(words["says"].format(words["unnamed"] if speaker["id"] is None else speaker["label"]))
    state = words[member["mention_state"]]
    if member["mention_state"] == "accepted" and member["decided_by"]:
        state = words["accepted_by"].format(member["decided_by"], write_day(member["decided_at"], language))
    yield wrap(f"{', '.join(facts)} ({member['mention']}, {state})", width, first="   ")
    yield wrap(_write_quote(member), width, first="     ")
    if more := member.get("more"):
        yield wrap(words["more"].format(more, member["claim"]), width, first="   ")


def _write_quote(member: Mapping[str, Any]) -> str:
    """Return the sentence with the quote in quotation marks of the article's language."""
    context = member["context"]
    if context is None:
        return quote(member["quote"], member["language"])
    text, start, end = context["text"], context["start"], context["end"]
    room = max(0, _LONGEST_CONTEXT - (end - start)) // 2
    before, after = " ".join(text[:start].split(" ")), text[end:]
    if len(before) > room:
        before = "… " + before[len(before) - room :].partition(" ")[2]
    if len(after) > room:
        after = after[:room].rpartition(" ")[0] + " …"
    return f"{before}{quote(shorten(text[start:end], _LONGEST_CONTEXT), member['language'])}{after}"


def _write_verdict(verdict: Mapping[str, Any], language: str) -> str:
    label = verdict.get(f"rating_{language}") or verdict["rating"]
    day = write_day(verdict["as_of"], language)
    return WORDS[language]["judged"].format(label, verdict["reviewer"], day, verdict["rationale"])


def _write_evidence(evidence: Mapping[str, Any], words: Mapping[str, str]) -> str:
    said = f": {quote(evidence['quote'])}" if evidence["quote"] else ""
    return f"{evidence['title']} ({evidence['kind']}) {words['stance_' + evidence['stance']]}{said}"


def _draw(members: Iterable[Mapping[str, Any]], language: str, width: int) -> list[str]:
    """Return a time line or number line of the values that lie on one, none where fewer than two do."""
    told: dict[str, tuple[Mapping[str, Any], tuple[str, float, float]]] = {}
    for member in members:
        bounds = None if member["value"] is None else read_bounds(member["value"])
        if bounds is not None and member["claim"] not in told:
            told[member["claim"]] = (member, bounds)
    kinds = {bounds[0] for _, bounds in told.values()}
    if len(told) < 2 or len(kinds) != 1:
        return []
    shown = sorted(
        told.values(), key=lambda one: (one[0]["alternative"] is None, one[0]["alternative"] or 0, one[1])
    )
    bars = [
        Bar(
            "?" if member["alternative"] is None else name_side(member["alternative"]),
            lo,
            hi,
            " ".join(write_claim(member, language).split()),
        )
        for member, (_, lo, hi) in shown[:_MOST_BARS]
    ]
    known = [
        (end, member["value"])
        for member, bounds in shown[:_MOST_BARS]
        for end in bounds[1:]
        if abs(end) < 1e300
    ]
    if not known:
        return []
    ends = (
        _write_end(*min(known, key=_first), last=False, language=language),
        _write_end(*max(known, key=_first), last=True, language=language),
    )
    drawn = draw(bars, ends, width - 2, unicode=draws_unicode())
    if is_logarithmic(bars) and kinds != {"date"}:
        drawn[-1] += f"  {WORDS[language]['logarithmic']}"
    return [f"  {line}" for line in drawn]


def _first(pair: tuple[float, Any]) -> float:
    return pair[0]


def _write_end(end: float, value: Mapping[str, Any], *, last: bool, language: str) -> str:
    if value["type"] == "date":
        return write_day(str(Day.from_number(int(end) - last)), language)
    amount = value["amount_max"] if last and value["amount_max"] else value["amount"]
    return " ".join(write_figure({"amount": amount, "unit": value["unit"]}, language).split())


def _list_lacks(finding: Finding, language: str) -> Iterator[str]:
    """Yield what is missing for a decision."""
    words, slot = WORDS[language], finding["slot"]
    if not any(one["kind"] in _DECISIVE and one["stance"] != "no answer" for one in finding["evidence"]):
        label = (finding["predicate"] or {}).get(f"label_{language}")
        yield words["missing"].format(label, slot["subject"]["label"]) if label else words["missing_here"]
    places = [member for member in finding["members"] if member["mention"]]
    unread = [member for member in places if member["mention_state"] == "suggested"]
    if unread:
        some = len(unread) < len(places)
        yield words["unread"].format(len(unread), len(places)) if some else words["unread_all"]
    if not finding["verdicts"]:
        yield words["unjudged"]


def _list_steps(finding: Finding, words: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return commands to type next, with what each is for."""
    claims = list(dict.fromkeys(m["claim"] for m in finding["members"] if m["alternative"] is not None))
    claims = claims or [member["claim"] for member in finding["members"][:1]]
    unread = [m["mention"] for m in finding["members"] if m["mention_state"] == "suggested"]
    steps: list[tuple[str, str]] = []
    if unread:
        steps.append((f"claims mention accept {' '.join(unread[:_MOST_STEPS])}", words["accept"]))
    values = {m["claim"]: m["value"] for m in finding["members"] if m["value"]}
    named = [values[claim]["id"] for claim in claims if values.get(claim, {}).get("type") == "entity"]
    if len(named) > 1 and all(named):
        steps.append((f"claims entity merge {named[1]} {named[0]}", words["merge"]))
    for claim in claims[:1]:
        steps += [
            ("claims source add --title … --kind primary --file …", words["add_source"]),
            (f"claims evidence add {claim} --source … --stance supports", words["add_evidence"]),
            (f"claims verdict add {claim} --rating … --rationale …", words["judge"]),
            (f"claims ruling add {claim} --reason …", words["rule_it"]),
        ]
    return [*steps, (f"claims finding waive {finding['id']} --reason …", words["waive"])]


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
