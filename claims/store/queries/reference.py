"""How people and programs name a row: a letter for the noun and its number, such as m12."""

import re
from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.errors import NotFound, ReferenceAmbiguous
from claims.store.tables import Article, Claim, Mention, Table

LETTERS = {
    "article": "a",
    "claim": "c",
    "entity": "e",
    "evidence": "v",
    "finding": "f",
    "mention": "m",
    "slot": "s",
    "source": "q",
    "verdict": "j",
    "ruling": "h",
    "snapshot": "n",
    "correction": "k",
    "inquiry": "i",
}
"""The letter of each noun's ids; `12` and `m12` are both understood where a mention is meant."""


def write_id(noun: str, number: int) -> str:
    """Return the id that is shown and read, such as m12."""
    return f"{LETTERS[noun]}{number}"


def read_number(noun: str, reference: str) -> int | None:
    """Return the row number that a reference spells, or None where it is no id of that noun."""
    match = re.fullmatch(f"{LETTERS[noun]}?([0-9]{{1,18}})", reference.strip())
    return int(match[1]) if match else None


def get_number(session: Session, table: type[Table], reference: str) -> int:
    """Return the id of an existing row.

    Raises:
        NotFound: No such row.
    """
    noun = table.__tablename__
    number = read_number(noun, reference)
    if number is None:
        raise NotFound(f"{reference!r} is no {noun} id; ids look like {write_id(noun, 12)}")
    key = Table.metadata.tables[noun].columns["id"]
    if session.scalar(select(key).where(key == number)) is None:
        raise NotFound(f"no {noun} {write_id(noun, number)}; list them with: claims {noun} list")
    return number


def get_claim_meant(session: Session, reference: str) -> tuple[int, int | None]:
    """Return the claim that a reference means, and the mention where it names one: c4, or m12 for what m12 claims.

    Raises:
        NotFound: No such claim or mention.
    """
    if reference.strip().startswith(LETTERS["mention"]):
        mention_id = get_number(session, Mention, reference)
        return session.scalars(select(Mention.claim_id).where(Mention.id == mention_id)).one(), mention_id
    return get_number(session, Claim, reference), None


def get_article_id(session: Session, reference: str) -> int:
    """Return the article that a reference names: its id, its external id, or how its file name begins.

    Raises:
        NotFound, ReferenceAmbiguous: None, or several.
    """
    exact = session.scalars(
        select(Article.id).where((Article.external_id == reference) | (Article.path == reference))
    ).all()
    found: Iterable[int] = exact or _by_start(session, reference)
    numbers = sorted(set(found))
    if len(numbers) == 1:
        return numbers[0]
    if numbers:
        shown = ", ".join(write_id("article", number) for number in numbers[:5])
        raise ReferenceAmbiguous(f"{reference!r} fits several articles ({shown} …); give one of these ids")
    number = read_number("article", reference)
    if number is not None and session.scalar(select(Article.id).where(Article.id == number)):
        return number
    raise NotFound(f"no article {reference!r}; list them with: claims article list")


def _by_start(session: Session, reference: str) -> list[int]:
    if len(reference) < 2:
        return []
    rows = session.execute(
        select(Article.id, Article.external_id, Article.path).where(
            Article.external_id.startswith(reference, autoescape=True)
            | Article.path.startswith(reference, autoescape=True)
            | Article.path.contains(f"/{reference}", autoescape=True)
        )
    )
    return [row.id for row in rows]
