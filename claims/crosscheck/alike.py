"""What the rules find that compare wordings: in sentences that are alike, typed or not.

They look at all pairs that are alike, whatever changed: there are few beside the sentences, and what
makes a finding may be undone anywhere (a mention rejected, an article withdrawn).
"""

import hashlib
from collections.abc import Iterator

from sqlalchemy.orm import Session

from claims.crosscheck.copies.index import index_new_sentences
from claims.crosscheck.copies.pairs import AlikeFound, AlikeLook
from claims.crosscheck.finding.problem import Problem
from claims.crosscheck.finding.settle import Settled, settle_alike
from claims.crosscheck.rules.rule import Rule
from claims.crosscheck.setting import read_rules
from claims.store.record import canonical


def look_alike(session: Session, settled: Settled) -> None:
    """Index the sentences that are new, apply the rules that compare wordings, and settle what they find."""
    index_new_sentences(session)
    found = {problem.natural: problem for problem in _find(session)}
    settle_alike(session, found.values(), settled)


def _find(session: Session) -> Iterator[Problem]:
    for rule in read_rules(session):
        if rule.alike is not None and rule.enabled:
            for found in rule.alike(AlikeLook(session, rule.options)):
                yield _make(rule, found)


def _make(rule: Rule, found: AlikeFound) -> Problem:
    members = tuple((claim, side, (side,)) for side, claims in enumerate(found.sides) for claim in claims)
    return Problem(
        slot=None,
        rule=rule.name,
        severity=rule.severity,
        question=None,
        content_hash=_hash([found.message, [list(member[:2]) for member in members]]),
        message=found.message,
        members=members,
        natural=_hash([rule.name, *found.key]),
    )


def _hash(parts: object) -> str:
    return hashlib.sha256(canonical(parts)).hexdigest()
