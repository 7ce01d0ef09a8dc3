"""What there is to compare: articles, claims, and claims that share a question with another."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from claims.store.tables import Article, CheckRow, Claim, Mention, Revision


@dataclass(frozen=True, slots=True)
class Tally:
    """Live articles and claims; `compared` claims have another one that answers the same question."""

    articles: int
    claims: int
    compared: int

    def describe(self, severities: Iterable[str]) -> str:
        """Return the closing line of a cross-check over all that it counts, with findings by their severity."""
        what = f"{_count(self.articles, 'article')}, {_count(self.claims, 'claim')}"
        return f"{what}, {_count_found(severities)} ({self._describe_compared()})"

    def describe_changed(self, severities: Iterable[str]) -> str:
        """Return the closing line of a cross-check that counts what changed; what is open may be older."""
        found = _count_found(severities)
        if not self.claims:
            return f"Nothing to compare changed since the last run; open: {found}"
        what = f"{_count(self.articles, 'article')}, {_count(self.claims, 'claim')}"
        return f"Changed since the last run: {what} ({self._describe_compared()}); open: {found}"

    def _describe_compared(self) -> str:
        alone = self.claims - self.compared
        return (
            f"{_count(self.compared, 'claim')} compared, {alone} {'has' if alone == 1 else 'have'}"
            " nothing to compare with yet"
        )


def read_tally(session: Session, article_ids: Sequence[int] | None = None) -> Tally:
    """Count what the last cross-check left, in all live articles or in those named."""
    live = (
        select(Mention.claim_id)
        .join(Revision, Revision.id == Mention.revision_id)
        .join(Article, (Article.id == Revision.article_id) & (Article.revisions == Revision.number))
        .where(Mention.state != "rejected", Article.withdrawn_at.is_(None))
    )
    articles = select(func.count()).select_from(Article).where(Article.withdrawn_at.is_(None))
    if article_ids is not None:
        live = live.where(Article.id.in_(article_ids))
        articles = articles.where(Article.id.in_(article_ids))
    own, other = aliased(CheckRow), aliased(CheckRow)
    beside = select(other.id).where(other.key == own.key, other.claim != own.claim)
    # A probe per row: of some articles' claims no more than their own keys are looked at.
    compared = select(func.count(own.claim.distinct())).where(own.claim.in_(live), beside.exists())
    claims = select(func.count()).select_from(Claim).where(Claim.id.in_(live))
    return Tally(session.scalar(articles) or 0, session.scalar(claims) or 0, session.scalar(compared) or 0)


def _count_found(severities: Iterable[str]) -> str:
    counted = Counter(severities)
    further = [(counted["warning"], "warning"), (counted["info"], "note")]
    found = [_count(counted["violation"], "contradiction"), *(_count(*one) for one in further if one[0])]
    return ", ".join(found)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
