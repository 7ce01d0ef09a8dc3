"""The ledger as one HTML file: what contradicts what, and every article with its claims in place.

The file loads nothing and runs nothing, so that it can be mailed, archived and printed as it is.
"""

import os
import secrets
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from markupsafe import Markup
from sqlalchemy.orm import Session

from claims import __version__
from claims.errors import OptionRefused
from claims.reports.html_article import Page, make_page
from claims.reports.html_claim import Labels
from claims.reports.html_finding import Contest, list_accusations, make_contest
from claims.reports.html_words import WORDS
from claims.safe import safe
from claims.store.clock import get_now
from claims.store.queries.finding import list_findings
from claims.store.queries.finding_reason import explain_findings
from claims.store.queries.report import (
    FullArticle,
    count_compared,
    count_withdrawn,
    list_current_mentions,
    list_full_articles,
    read_entity_labels,
    read_predicate_labels,
)
from claims.values.say_date import write_day

_TEMPLATES = Path(__file__).parent / "templates"


@dataclass(frozen=True, slots=True)
class Report:
    """What was written where: live articles, their mentions that were not rejected, open findings."""

    path: Path
    articles: int
    mentions: int
    findings: int


@dataclass(frozen=True, slots=True)
class Counts:
    """The figures at the head: claims are counted once however many articles make them.

    `compared` and `alone` divide the typed claims; None before the first cross-check.
    """

    articles: int
    typed: int
    untyped: int
    violations: int
    warnings: int
    notes: int
    compared: int | None
    alone: int | None
    withdrawn: int


def write_report(
    session: Session, path: Path, *, title: str, language: str = "en", clock: Callable[[], str] = get_now
) -> Report:
    """Write the report of the whole ledger to `path`, replacing a file that is there at one stroke.

    Args:
        session: The ledger, open for reading.
        path: The file; its folder must exist.
        title: The heading.
        language: "de" or "en", the language of the report's own words.
        clock: Tells the time that the report names.

    Raises:
        OptionRefused: There is no report in that language.
        OSError: The file cannot be written.
    """
    if language not in WORDS:
        raise OptionRefused(f"no report in the language {language!r}; there are: {', '.join(WORDS)}")
    labels = Labels(language, read_predicate_labels(session, language), read_entity_labels(session, language))
    articles = list_full_articles(session)
    mentions = list_current_mentions(session)
    findings = list_findings(session)
    live = [mention for mention in mentions if mention["state"] != "rejected"]
    made = clock()
    content = {
        "title": title,
        "made": f"{write_day(made, language)}, {made[11:16]} UTC",
        "version": __version__,
        "language": language,
        "words": labels.words,
        "counts": _count(session, len(articles), live, findings),
        "contests": _make_contests(
            articles, mentions, findings, labels, explain_findings(session, findings, language)
        ),
        "pages": _make_pages(articles, mentions, findings, labels),
    }
    _write(path, _render(content))
    return Report(path, len(articles), len(live), len(findings))


def _count(
    session: Session, articles: int, live: Iterable[Mapping[str, Any]], findings: list[dict[str, Any]]
) -> Counts:
    typed = {mention["claim"]: mention["predicate"] is not None for mention in live}
    severities = [finding["severity"] for finding in findings]
    compared = count_compared(session)
    return Counts(
        articles=articles,
        typed=sum(typed.values()),
        untyped=len(typed) - sum(typed.values()),
        violations=severities.count("violation"),
        warnings=severities.count("warning"),
        notes=severities.count("info"),
        compared=compared,
        alone=None if compared is None else max(0, sum(typed.values()) - compared),
        withdrawn=count_withdrawn(session),
    )


def _make_contests(
    articles: Iterable[FullArticle],
    mentions: Iterable[Mapping[str, Any]],
    findings: Iterable[Mapping[str, Any]],
    labels: Labels,
    reasons: Mapping[str, tuple[str, ...]],
) -> list[Contest]:
    texts = {(article.id, "text"): article.text for article in articles}
    texts |= {(article.id, "title"): article.title or "" for article in articles}
    places = {mention["id"]: (mention["value_start"], mention["value_end"]) for mention in mentions}
    return [
        make_contest(finding, texts, places, labels, reasons.get(finding["id"], ())) for finding in findings
    ]


def _make_pages(
    articles: Iterable[FullArticle],
    mentions: Iterable[Mapping[str, Any]],
    findings: Iterable[Mapping[str, Any]],
    labels: Labels,
) -> list[Page]:
    accused = list_accusations(findings)
    by_article: dict[str, list[Mapping[str, Any]]] = {}
    for mention in mentions:
        by_article.setdefault(mention["article"], []).append(mention)
    return [make_page(article, by_article.get(article.id, []), accused, labels) for article in articles]


def _render(content: Mapping[str, Any]) -> Iterable[str]:
    """Return the file piece by piece; all that comes from outside is escaped and shown harmless."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_make_harmless,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("report.html").generate(content)


def _make_harmless(value: Any) -> Any:
    return safe(value, multiline=True) if isinstance(value, str) and not isinstance(value, Markup) else value


def _write(path: Path, pieces: Iterable[str]) -> None:
    """Write beside the target, then rename: nobody ever sees half a report."""
    beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        with beside.open("x", encoding="utf-8", newline="\n") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
