"""A desk that does in a ledger of its own what a planted case says, through the program's entry points."""

import json
import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from bench.planted_claims import list_claims
from claims.annotate.addition import Place, Said, add_mention
from claims.annotate.adjudication import adjudicate
from claims.annotate.correction import add_correction
from claims.annotate.decide import reject_mentions
from claims.annotate.evidence import add_evidence
from claims.annotate.ruling import add_ruling, retract_ruling
from claims.annotate.source import add_snapshot, add_source
from claims.annotate.verdict import add_verdict, retract_verdict
from claims.crosscheck.copies.link import link_copies
from claims.crosscheck.run import cross_check
from claims.desk.reference_list import import_list
from claims.ingest.metadata import ReadOptions
from claims.ingest.run import import_paths
from claims.store import tables as t
from claims.store.queries.reference import read_number
from claims.store.queries.reviewer import add_reviewer
from claims.store.transaction import writing
from claims.suggest.run import suggest_for
from tests.crosscheck.planted.case import Case, Deed, read_passage

AGENCIES = ("dpa", "AFP", "APA", "AP", "Reuters")
SPEAKS_FOR = {"true": "supports", "mostly_true": "supports", "partly_false": "qualifies"}
"""How the document speaks on which a verdict rests, unless the case says; of other ratings it refutes."""


class NotAtThisDesk(Exception):
    """The case asks for an act that the program does not have."""


@dataclass
class Desk:
    """A ledger at work: articles, sources and verdicts by the names that the case uses for them."""

    path: str
    case: Case
    articles: dict[int, int] = field(default_factory=dict)
    sources: dict[str, int] = field(default_factory=dict)
    verdicts: dict[tuple[str, int, str], int] = field(default_factory=dict)
    minutes: int = 0
    by_hand: int = 0

    def sit(self, command: str, by: str = "mk") -> AbstractContextManager[Session]:
        """Open the ledger for one command, a minute after the one before."""
        self.minutes += 1
        at = datetime.fromisoformat(f"{self.case.day}T08:00:00") + timedelta(minutes=self.minutes)
        stamp = at.isoformat(timespec="microseconds") + "Z"
        return writing(self.path, actor=by, command=command, clock=lambda: stamp)


def play(path: str, case: Case) -> Desk:
    """Let a desk do what the case says and check after each part of it."""
    desk = Desk(path, case)
    for handle in sorted({deed.by for deed in case.act} - {"mk"}):
        with desk.sit("reviewer add") as session:
            add_reviewer(session, handle, None)
    for later in (False, True):
        for number, article in enumerate(case.article, 1):
            if article.later is later:
                _bring(desk, number)
        with desk.sit("article link") as session:
            link_copies(session)
        _check(desk)
        if not later:
            for deed in case.act:
                with desk.sit(deed.do, deed.by) as session:
                    ACTS[deed.do](desk, session, deed)
            _check(desk)
    return desk


def _bring(desk: Desk, number: int) -> None:
    """Import one article and have it read: they come in one by one, as they do at a desk."""
    file = Path(desk.path).with_name("article.jsonl")
    file.write_text(json.dumps(_record(desk.case, number), ensure_ascii=False) + "\n", "utf-8")
    with desk.sit("import") as session:
        done = import_paths(session, [file], ReadOptions())
        desk.articles[number] = read_number("article", done.articles[0]["id"]) or 0
        suggest_for(session)


def _record(case: Case, number: int) -> dict[str, str]:
    article = case.article[number - 1]
    return {
        "id": f"article-{article.revises or number}",
        "url": write_address(case, number),
        "outlet": article.outlet,
        "language": article.language,
        "published": article.published,
        "title": article.title,
        "text": article.text,
    }


def write_address(case: Case, number: int) -> str:
    """Return the web address of an article, the same for all its texts."""
    return f"https://example.org/{case.id}/article-{case.article[number - 1].revises or number}"


def _check(desk: Desk) -> None:
    with desk.sit("cross-check") as session:
        cross_check(session)


def _get_claim(desk: Desk, session: Session, deed: Deed) -> int:
    """Return the claim of the case's predicate at the deed's passage; without one a desk types it by hand."""
    case, passage = desk.case, deed.on or ""
    found = [
        claim
        for claim, key in list_claims(session, case, desk.articles, passage).items()
        if key == case.predicate
    ]
    return found[0] if found else _type_by_hand(desk, session, deed)


def _type_by_hand(desk: Desk, session: Session, deed: Deed) -> int:
    number, words = read_passage(deed.on or "")
    said = Said(
        subject=desk.case.subject,
        predicate=desk.case.predicate,
        value=deed.value or _find_year(words) or words,
        polarity="negated" if deed.negated else "asserted",
        modality="planned" if deed.planned else "happened",
    )
    mention = add_mention(session, desk.articles[number], Place(quote=words), said)
    desk.by_hand += 1
    return session.scalars(select(t.Mention.claim_id).where(t.Mention.id == mention)).one() or 0


def _find_year(words: str) -> str | None:
    """Return the year if it is all the figures that a passage has: a desk would type just that."""
    figures: list[str] = re.findall(r"[0-9]+", words)
    return figures[0] if len(figures) == 1 and len(figures[0]) == 4 else None


def _rule(desk: Desk, session: Session, deed: Deed) -> None:
    add_ruling(session, _get_claim(desk, session, deed), reason="Asked them.", valid_until=deed.valid_until)


def _unrule(desk: Desk, session: Session, deed: Deed) -> None:
    claim = _get_claim(desk, session, deed)
    retract_ruling(
        session, session.scalars(select(t.Ruling.id).where(t.Ruling.claim_id == claim)).one(), reason="Wrong."
    )


def _reject(desk: Desk, session: Session, deed: Deed) -> None:
    claim = _get_claim(desk, session, deed)
    reject_mentions(session, session.scalars(select(t.Mention.id).where(t.Mention.claim_id == claim)).all())


def _source(desk: Desk, session: Session, deed: Deed) -> None:
    if deed.article is not None:
        _cite_article(desk, session, deed.article)
        return
    assert deed.title is not None
    desk.sources[deed.title] = add_source(
        session,
        title=deed.title,
        kind=deed.kind or "official",
        text=deed.text,
        origin_id=desk.sources[deed.repeats] if deed.repeats else None,
    )


def _cite_article(desk: Desk, session: Session, number: int) -> str:
    article = desk.case.article[number - 1]
    if article.title not in desk.sources:
        from_agency = any(f"({agency})" in article.text for agency in AGENCIES)
        desk.sources[article.title] = add_source(
            session,
            title=article.title,
            kind="agency" if from_agency else "reporting",
            url=write_address(desk.case, number),
            publisher=article.outlet,
            published=article.published,
            text=article.text,
        )
    return article.title


def _archive(desk: Desk, session: Session, deed: Deed) -> None:
    add_snapshot(session, desk.sources[deed.source or ""], deed.text or "")


def _evidence(desk: Desk, session: Session, deed: Deed) -> None:
    claim = _get_claim(desk, session, deed)
    add_evidence(session, claim, source_id=desk.sources[deed.source or ""], stance=deed.stance or "supports")


def _verdict(desk: Desk, session: Session, deed: Deed) -> None:
    claim, rating = _get_claim(desk, session, deed), deed.rating or ""
    titles = [*deed.evidence, *(_cite_article(desk, session, number) for number in deed.articles)]
    if not titles and not deed.none_found:
        titles = ["Document"]
        if "Document" not in desk.sources:
            desk.sources["Document"] = add_source(
                session, title="Document", kind="official", text="What is known of it."
            )
    stance = deed.stance or SPEAKS_FOR.get(rating, "refutes")
    evidence = [
        add_evidence(session, claim, source_id=desk.sources[title], stance=stance) for title in titles
    ]
    mention = session.scalars(select(t.Mention.id).where(t.Mention.claim_id == claim)).first()
    desk.verdicts[deed.by, claim, deed.about or "content"] = add_verdict(
        session,
        claim,
        rating=rating,
        rationale="Looked it up.",
        evidence_ids=evidence,
        none_found=not evidence,
        about=deed.about,
        mention_id=mention if deed.about else None,
        as_of=deed.as_of,
    )


def _unverdict(desk: Desk, session: Session, deed: Deed) -> None:
    claim = _get_claim(desk, session, deed)
    retract_verdict(session, desk.verdicts.pop((deed.by, claim, "content")), reason="A slip.")


def _adjudicate(desk: Desk, session: Session, deed: Deed) -> None:
    claim = _get_claim(desk, session, deed)
    considered = [
        number for (_, about, kind), number in desk.verdicts.items() if about == claim and kind == "content"
    ]
    adjudicate(session, claim, rating=deed.rating or "", rationale="Weighed both.", considered_ids=considered)


def _correct(desk: Desk, session: Session, deed: Deed) -> None:
    add_correction(
        session,
        article_id=desk.articles[deed.article or 1],
        kind="correction",
        reason="A reader wrote.",
        before=deed.before,
        after=deed.after,
    )


def _reference(desk: Desk, session: Session, deed: Deed) -> None:
    if any(row.qualifiers for row in deed.rows):
        raise NotAtThisDesk("the rows of a reference list take no qualifiers")
    file = Path(desk.path).with_name("list.jsonl")
    lines = [json.dumps({"subject": row.subject, row.predicate: row.value}) + "\n" for row in deed.rows]
    file.write_text("".join(lines), "utf-8")
    keys = dict.fromkeys(row.predicate for row in deed.rows)
    published = next((row.as_of for row in deed.rows if row.as_of), None)
    import_list(
        session,
        file,
        ["subject=subject", *(f"{key}={key}" for key in keys)],
        describe={"title": deed.title, "kind": "reference", "published": published},
    )


ACTS: dict[str, Callable[[Desk, Session, Deed], Any]] = {
    "rule": _rule,
    "unrule": _unrule,
    "reject": _reject,
    "source": _source,
    "archive": _archive,
    "evidence": _evidence,
    "verdict": _verdict,
    "unverdict": _unverdict,
    "adjudicate": _adjudicate,
    "correct": _correct,
    "reference": _reference,
}
