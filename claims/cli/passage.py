"""How a passage and its suggestions look on the screen, line by line."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from claims.cli.layout import wrap
from claims.cli.output import describe_claim
from claims.quotation import quote

if TYPE_CHECKING:
    from claims.annotate.review import Passage

TICKS = {"suggested": "[ ]", "accepted": "[x]", "rejected": "[-]"}


def write_head(article: Mapping[str, Any], width: int) -> str:
    """Return an article's heading: what it is called, who published it, when."""
    name = article["title"] or article["external_id"] or article["path"] or ""
    facts = (
        article["outlet"] or "no outlet",
        article["published"] or "undated",
        f"revision {article['revision']}",
    )
    return "\n".join(
        (wrap(name, width, first=f"{article['id']}  "), wrap(", ".join(facts), width, first="    "))
    )


def write_passage(passage: "Passage", width: int, *, left: int) -> str:
    """Return a sentence between its neighbours, and what it is understood to claim; `left` are to be decided."""
    where = "headline" if passage.number is None else f"sentence {passage.number}"
    parts = [
        wrap(
            f"{passage.article['external_id'] or passage.article['id']}, {where}, {left} to decide",
            width,
            first="── ",
        )
    ]
    if passage.before.strip():
        parts.append(wrap(passage.before, width, first=" " * 10))
    parts.append(wrap(passage.text, width, first="  "))
    if passage.after.strip():
        parts.append(wrap(passage.after, width, first=" " * 10))
    parts.append("")
    parts += [write_mention(one, width, sentence=passage.text) for one in passage.mentions]
    return "\n".join(parts)


def write_mention(mention: Mapping[str, Any], width: int, *, sentence: str) -> str:
    """Return a claim as it is understood, where it stands unless that is the sentence, and why."""
    first = f"  {TICKS[mention['state']]} {mention['id']}  "
    lines = [wrap(describe_claim(mention), width, first=first)]
    inner = " " * len(first)
    said = " ".join(mention["quote"].split())
    if mention["snak"] != "untyped" and said != " ".join(sentence.split()).rstrip(".!? "):
        lines.append(wrap(quote(said, mention["language"]), width, first=inner))
    if read := describe_reading(mention):
        lines.append(wrap(read, width, first=f"{inner}read as: ", rest=inner))
    if mention["state"] == "suggested":
        why = [*mention["reasons"], *([] if mention["score"] is None else [f"sure: {mention['score']:.2f}"])]
        lines.append(wrap("; ".join(why), width, first=f"{inner}why: ", rest=inner))
    return "\n".join(lines)


def describe_reading(mention: Mapping[str, Any]) -> str:
    """Return what a machine compares, where the words do not say it themselves: 2025-01; 5.1e6 to 6.1e6 USD."""
    value = mention["value"] or {}
    parts = []
    match value.get("type"):
        case "date" if value["edtf"] is None:
            parts.append("a time that the text leaves open")
        case "date" if value["edtf"] != value["text"] or value["modifier"]:
            parts.append(f"{value['modifier']} {value['edtf']}" if value["modifier"] else value["edtf"])
        case "quantity":
            parts.append(_describe_quantity(value))
    if mention["as_of"]:
        parts.append(f"as of {mention['as_of']}")
    if mention["hedged"]:
        parts.append("hedged")
    return ", ".join(parts)


def _describe_quantity(value: Mapping[str, Any]) -> str:
    unit = f" {value['unit']}" if value["unit"] else ""
    low, high = (None if value[end] is None else f"{value[end]:.12g}" for end in ("lo", "hi"))
    if low is None or high is None:
        return f"{f'below {high}' if low is None else f'{low} or more'}{unit}"
    return f"{low} to {high}{unit}"
