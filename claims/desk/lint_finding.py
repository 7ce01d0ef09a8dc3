"""What stands against a draft, in the fields that commands print and programs read."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.crosscheck.conflict.describe import Question, make_fingerprint
from claims.crosscheck.draft import Clash, Told
from claims.crosscheck.rules import list_rules
from claims.desk.draft import Draft
from claims.store.queries.finding import describe_ruling
from claims.store.queries.place import describe_claims
from claims.store.queries.reference import write_id
from claims.store.queries.source_claim import read_listings
from claims.store.tables import Entity, Ruling
from claims.store.tables.finding import SEVERITIES
from claims.suggest.suggestion import Suggestion
from claims.values.clash import explain_clash
from claims.vocabulary import Predicate

_MOST_AGAINST = 20
_OF_A_CLAIM = (
    *("id", "snak", "value", "polarity", "modality", "quote", "language"),
    *("article", "external_id", "url", "outlet", "published"),
)


@dataclass(frozen=True, slots=True)
class Said:
    """A suggestion with the field and the number of the sentence that it stands in."""

    field: str
    found: Suggestion
    sentence: int | None


class Describer:
    """Findings in the words that commands print; reads all that is named in them at once."""

    def __init__(
        self,
        session: Session,
        draft: Draft,
        told: Sequence[Told],
        said: Sequence[Said],
        clashes: Iterable[Clash],
        predicates: Mapping[str, Predicate],
    ) -> None:
        self._draft, self._told, self._said, self._predicates = draft, told, said, predicates
        self._order = [rule.name for rule in list_rules()]
        clashes = list(clashes)
        wanted = {number for clash in clashes for number in clash.rulings}
        rulings = session.scalars(select(Ruling).where(Ruling.id.in_(wanted))) if wanted else ()
        self._rulings = {ruling.id: ruling for ruling in rulings}
        named = {number for clash in clashes for number in clash.claims[:_MOST_AGAINST]}
        named |= {ruling.claim_id for ruling in self._rulings.values()}
        listed = {number for clash in clashes for number in clash.listed}
        named |= listed
        self._listings = read_listings(session, listed) if listed else {}
        self._claims = describe_claims(session, sorted(named)) if named else {}
        about = {told[clash.place].subject for clash in clashes}
        subjects = session.execute(select(Entity.id, Entity.label, Entity.kind).where(Entity.id.in_(about)))
        self._subjects = {row.id: (row.label, row.kind) for row in subjects} if about else {}

    def finding(self, place: int, clashes: Sequence[Clash]) -> dict[str, Any]:
        """Return all that stands against one claim of the draft, under the gravest rule that says so."""
        ordered = sorted(
            clashes, key=lambda one: (-SEVERITIES.index(one.severity), self._order.index(one.rule))
        )
        told, said = self._told[place], self._said[place]
        rulings = dict.fromkeys(number for one in ordered for number in one.rulings)
        claims = dict.fromkeys(number for one in ordered for number in one.claims)
        places = dict.fromkeys(number for one in ordered for number in one.told)
        listed = dict.fromkeys(number for one in ordered for number in one.listed)
        shown = [number for number in claims if number in self._claims][:_MOST_AGAINST]
        against = [
            *(self._describe_ruling(self._rulings[number]) for number in rulings),
            *(self._describe_listing(number) for number in listed),
            *(_describe_claim(self._claims[number]) for number in shown),
            *(self._describe_place(number) for number in places),
        ]
        subject = said.found.subject
        written = _describe_value(said.found)
        return {
            "draft": self._draft.name,
            "fingerprint": self._make_fingerprint(ordered[0].rule, told, said),
            "rule": ordered[0].rule,
            "rules": [one.rule for one in ordered],
            "severity": ordered[0].severity,
            **self._locate(said),
            "slot": {
                "subject": {
                    "id": write_id("entity", told.subject) if told.subject > 0 else None,
                    "label": "" if subject is None else subject.label,
                },
                "predicate": told.predicate,
                "qualifiers": dict(sorted(told.separators)),
            },
            "language": self._draft.language,
            **written,
            "why": self._explain(told, written, against),
            "against": against,
            "more": len(claims) - len(shown),
        }

    def _make_fingerprint(self, rule: str, told: Told, said: Said) -> str:
        """Return the fingerprint that the cross-check would give this finding about an article."""
        named = said.found.subject
        label, kind = self._subjects.get(
            told.subject, ("", "topic") if named is None else (named.label, named.kind or "topic")
        )
        return make_fingerprint(rule, Question(label, kind, told.predicate, dict(told.separators)))

    def _explain(
        self, told: Told, written: Mapping[str, Any], against: Iterable[Mapping[str, Any]]
    ) -> str | None:
        """Return why the draft's value and the first that it clashes with cannot both hold."""
        predicate = self._predicates[told.predicate]
        reasons = (
            explain_clash(
                written,
                other,
                "en",
                temporal=predicate.temporal,
                tolerance=(predicate.tolerance_relative, predicate.tolerance_absolute),
                denied_on=other["published"] if other["snak"] == "novalue" else self._draft.published,
            )
            for other in against
        )
        return next((reason for reason in reasons if reason is not None), None)

    def _locate(self, said: Said) -> dict[str, Any]:
        """Return where a claim stands: lines and columns count from 1, offsets are of the text."""
        found = said.found
        text = (self._draft.title or "") if said.field == "title" else self._draft.text
        line: int | None
        if said.field == "title":
            line = column = end_line = end_column = None
        else:
            line, column = self._draft.locate(found.start)
            end_line, end_column = self._draft.locate(found.end)
        return {
            "field": said.field,
            "line": line,
            "column": column,
            "end_line": end_line,
            "end_column": end_column,
            "start": found.start,
            "end": found.end,
            "quote": text[found.start : found.end],
        }

    def _describe_ruling(self, ruling: Ruling) -> dict[str, Any]:
        described = describe_ruling(ruling)
        claim = self._claims[ruling.claim_id]
        return _describe_claim(claim) | {"kind": "ruling", **described}

    def _describe_listing(self, claim: int) -> dict[str, Any]:
        """Return what a reference list says, whether articles say it as well or not."""
        nowhere = dict.fromkeys(("quote", "language", "article", "external_id", "outlet"))
        return _describe_claim(self._claims[claim]) | nowhere | {"kind": "reference"} | self._listings[claim]

    def _describe_place(self, place: int) -> dict[str, Any]:
        said = self._said[place]
        nowhere = dict.fromkeys(("id", "article", "external_id", "url", "outlet", "published", "reason"))
        return {
            "kind": "draft",
            "language": self._draft.language,
            **nowhere,
            **_describe_value(said.found),
            **self._locate(said),
        }


def _describe_value(found: Suggestion) -> dict[str, Any]:
    return {
        "snak": found.snak,
        "value": None if found.value is None else found.value.to_json(),
        "polarity": found.polarity,
        "modality": found.modality,
    }


def _describe_claim(claim: dict[str, Any]) -> dict[str, Any]:
    return {"kind": "claim", **{name: claim[name] for name in _OF_A_CLAIM}, "reason": None}
