"""How an article's facts and the difference of its texts look on the screen."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from claims.cli.layout import wrap
from claims.cli.output import describe_claim
from claims.cli.passage import TICKS, write_head

AROUND = 60
"""Characters of unchanged text that are shown beside a change."""


def write_facts(facts: Mapping[str, Any], width: int) -> Iterator[str]:
    """Yield the lines of an article's fact list: its standing, then each sentence with its claims, numbered."""
    article = facts["article"]
    yield write_head(article, width)
    for line in _list_standing(facts):
        yield wrap(line, width, first="    ")
    if not facts["sentences"]:
        yield wrap(f"Nobody has read it yet; run: claims suggest {article['id']}", width, first="    ")
    number = 0
    for heading, sentence, mentions in _list_blocks(facts):
        yield ""
        yield wrap(sentence["text"], width, first=f"{heading:>4}  ")
        if sentence["kind"] not in {"claims", "headline"} or sentence["decided_by"]:
            by = f", says {sentence['decided_by']}" if sentence["decided_by"] else ""
            yield f"       ({sentence['kind']}{by})"
        for mention in mentions:
            number += 1
            yield _write_fact(number, mention, width)


def _list_blocks(facts: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any], Sequence[Any]]]:
    if facts["title_mentions"]:
        headline = {"text": facts["article"]["title"], "kind": "headline", "decided_by": None}
        yield "head", headline, facts["title_mentions"]
    for sentence in facts["sentences"]:
        yield str(sentence["number"]), sentence, sentence["mentions"]
    for mention in facts["stray_mentions"]:
        yield "", {"text": mention["quote"], "kind": "claims", "decided_by": None}, [mention]


def _list_standing(facts: Mapping[str, Any]) -> Iterator[str]:
    article, waiting, signed = facts["article"], facts["open"], facts["sign_off"]
    if article["origin"]:
        yield f"repeats {article['origin']}, which had this text first; both count once"
    if article["withdrawn"]:
        yield f"withdrawn {article['withdrawn'][:16]}Z: {article['withdrawn_reason'] or 'no reason given'}"
    if signed is not None:
        void = f"; void since revision {article['revision']} has another text" if signed["void"] else ""
        note = f" ({signed['note']})" if signed["note"] else ""
        yield f"signed off by {signed['reviewer']} {signed['at'][:16]}Z, revision {signed['revision']}{note}{void}"
    if any(waiting.values()):
        yield f"open: {waiting['suggestions']} suggestions, {waiting['sentences']} sentences"


def _write_fact(number: int, mention: Mapping[str, Any], width: int) -> str:
    first = f"       {TICKS[mention['state']]} {number:>2}  {mention['id']}  "
    parts = [wrap(describe_claim(mention), width, first=first)]
    verdict, by = mention["verdict"], mention["decided_by"]
    standing = [f"{mention['state']} by {by}"] if by else []
    if verdict is not None:
        about = "" if verdict["about"] == "content" else f" on {verdict['about']}"
        standing.append(
            f"rated {verdict['rating']}{about} by {verdict['reviewer']} as of {verdict['as_of']} ({verdict['id']})"
        )
    elif mention["state"] == "accepted":
        standing.append(f"no verdict on {mention['claim']} yet")
    if standing:
        parts.append(wrap("; ".join(standing), width, first=" " * len(first)))
    return "\n".join(parts)


def write_difference(found: Mapping[str, Any], width: int) -> Iterator[str]:
    """Yield the lines of a difference: changes in their surroundings, then what became of the claims."""
    yield f"{found['article']}  revision {found['from']} → {found['to']}"
    titles = found["title"]
    if titles["from"] != titles["to"]:
        yield ""
        yield wrap(titles["from"] or "(no title)", width, first="  title was  ")
        yield wrap(titles["to"] or "(no title)", width, first="  title is   ")
    marked = mark_changes(found)
    for passage in marked:
        yield ""
        yield wrap(passage, width, first="  ")
    if not marked:
        yield "  the texts are the same"
    unread = [found[side] for side, read in found["read"].items() if not read]
    if unread:
        yield f"\nRevision {unread[-1]} was not read yet, so its claims are unknown: claims suggest {found['article']}"
        return
    for key, said in (("went", "gone"), ("came", "new"), ("stayed", "kept")):
        mentions = found["claims"][key]
        if mentions:
            yield f"\n{said}:"
        for mention in mentions:
            yield wrap(describe_claim(mention), width, first=f"  {mention['id']} {mention['claim']}  ")


def mark_changes(found: Mapping[str, Any]) -> list[str]:
    """Return the changed passages with [-what went-] and {+what came+}; a claim's first word has its id before it."""
    starts = {"gone": _starts(found, "from"), "came": _starts(found, "to"), "same": _starts(found, "to")}
    passages: list[str] = []
    text, parts = "", found["parts"]
    for place, part in enumerate(parts):
        at = part["old"] if part["change"] == "gone" else part["new"]
        said = _insert(part["text"], starts[part["change"]], at)
        if part["change"] != "same":
            opening, closing = ("[-", "-]") if part["change"] == "gone" else ("{+", "+}")
            text += f"{opening}{said}{closing}"
        elif len(part["text"]) <= 2 * AROUND and 0 < place < len(parts) - 1:
            text += said
        else:
            if text:
                passages.append(f"{text}{_insert(part['text'][: _cut(part['text'])], starts['same'], at)} …")
            begin = len(part["text"]) - _cut(part["text"][::-1])
            text = "… " * (begin > 0) + _insert(part["text"][begin:], starts["same"], at + begin)
            if place == len(parts) - 1:
                text = ""
    return [*passages, text] if text and any(part["change"] != "same" for part in parts) else passages


def _cut(text: str) -> int:
    """Return how many characters from the text's start to show: up to `AROUND`, by whole words."""
    if len(text) <= AROUND:
        return len(text)
    return max(text.rfind(" ", 0, AROUND), text.rfind("\n", 0, AROUND), AROUND // 2)


def _starts(found: Mapping[str, Any], side: str) -> dict[int, str]:
    starts: dict[int, str] = {}
    for one in (one for group in found["claims"].values() for one in group):
        if one["revision"] == found[side] and one["field"] == "text":
            starts[one["start"]] = " ".join(filter(None, (starts.get(one["start"]), one["id"])))
    return starts


def _insert(text: str, starts: Mapping[int, str], at: int) -> str:
    """Return the text with the id of each claim that begins in it."""
    marks = sorted((start - at, number) for start, number in starts.items() if at <= start < at + len(text))
    for start, number in reversed(marks):
        text = f"{text[:start]}⟨{number}⟩{text[start:]}"
    return text
