"""How one side of a finding looks on the screen: what is claimed, by whom, where, and what was judged."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from claims.cli.finding_words import WORDS
from claims.cli.layout import shorten, wrap
from claims.quotation import quote
from claims.values.clash import write_answer
from claims.values.say_date import write_day, write_edtf

_LONGEST_CONTEXT = 500

Finding = Mapping[str, Any]


def list_sides(members: Iterable[Mapping[str, Any]]) -> list[tuple[str, list[Mapping[str, Any]]]]:
    """Return (letter, members) of each side, those that fit several last, as "?AB"."""
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


def write_side(
    side: str, members: Sequence[Mapping[str, Any]], finding: Finding, language: str, width: int
) -> Iterator[str]:
    """Yield the lines of one side: each claim, the places that make it, its verdicts and evidence."""
    """Yield the lines of one side: each claim, the places that make it, its verdicts and evidence."""
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
