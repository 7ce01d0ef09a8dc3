"""A reviewer's correction of what a tool understood: fields to change, read from a line, checked, applied.

A line is `value=20. Januar 2025 predicate=released place=China`: a field ends where the next begins, and
a name that is no field is a qualifier.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.annotate.decide import accept_mentions
from claims.annotate.pairs import split_pairs
from claims.annotate.retype import retype_mention
from claims.errors import DecisionRefused
from claims.store.keep import ClaimKeeper
from claims.store.queries.entity import find_entity_named
from claims.store.queries.mention import describe, read_qualifiers, select_mentions
from claims.store.queries.reference import get_number, read_number
from claims.store.queries.slot import mark_mentions
from claims.store.queries.vocabulary import read_predicates
from claims.store.record import record
from claims.store.tables import Article, Claim, Mention
from claims.store.write import update
from claims.values.value import EntityValue
from claims.vocabulary import Vocabulary

UNNAMED = "(unnamed)"
"""The speaker that the text leaves unnamed ("Tests zeigten")."""

ARTICLE = ""
"""The speaker where the article itself says it."""

_YES = {"yes": True, "ja": True, "true": True, "no": False, "nein": False, "false": False}


@dataclass(frozen=True, slots=True)
class Edit:
    """What to change about a mention; None leaves it as it is.

    `speaker` is a name or an id, `UNNAMED` or `ARTICLE`. The rest is read as `retype_mention` says.
    """

    subject: str | None = None
    predicate: str | None = None
    value: str | None = None
    qualifiers: Mapping[str, str] | None = None
    polarity: str | None = None
    modality: str | None = None
    speaker: str | None = None
    hedged: bool | None = None

    def __bool__(self) -> bool:
        return any(getattr(self, one.name) is not None for one in fields(self))


FIELDS = tuple(one.name for one in fields(Edit))


def read_pairs(line: str) -> Edit:
    """Return the edit that a line of field=value pairs spells.

    Raises:
        DecisionRefused: There is text outside the pairs, or a field twice, or a field without a value.
    """
    return build_edit(split_pairs(line, "value=2025-01-20 predicate=released"))


def build_edit(given: Mapping[str, str]) -> Edit:
    """Return the edit of some fields in words; what is no field is a qualifier.

    Raises:
        DecisionRefused: A field other than the speaker is empty, or hedged is neither yes nor no.
    """
    said: dict[str, Any] = {}
    qualifiers = {name: text for name, text in given.items() if name not in FIELDS}
    if "qualifiers" in given:
        qualifiers |= read_qualifier_list(given["qualifiers"])
    for name in (*FIELDS, *qualifiers):
        text = {**given, **qualifiers}.get(name)
        if text == "" and name not in {"speaker", "qualifiers"}:
            raise DecisionRefused(f"{name} has no value; write {name}=…")
    for name in set(FIELDS) - {"qualifiers", "hedged"}:
        said[name] = given.get(name)
    if qualifiers or "qualifiers" in given:
        said["qualifiers"] = qualifiers
    if "hedged" in given:
        if given["hedged"].casefold() not in _YES:
            raise DecisionRefused(f"hedged={given['hedged']} is neither yes nor no")
        said["hedged"] = _YES[given["hedged"].casefold()]
    return Edit(**said)


def write_qualifier_list(qualifiers: Mapping[str, str]) -> str:
    """Return qualifiers in one line: place=China; variant=Zero."""
    return "; ".join(f"{key}={value}" for key, value in qualifiers.items())


def read_qualifier_list(line: str) -> dict[str, str]:
    """Return the qualifiers of a line such as place=China; variant=Zero.

    Raises:
        DecisionRefused: A part is no KEY=VALUE.
    """
    read: dict[str, str] = {}
    for part in filter(None, (part.strip() for part in line.split(";"))):
        key, _, value = part.partition("=")
        if not key.strip() or not value.strip():
            raise DecisionRefused(f"{part!r} is no qualifier; write KEY=VALUE, several with ; between")
        read[key.strip()] = value.strip()
    return read


def get_mention(session: Session, reference: str) -> dict[str, Any]:
    """Return a mention, named by its id, as the JSON contract writes it.

    Raises:
        NotFound: No such mention.
    """
    number = get_number(session, Mention, reference)
    row = session.execute(select_mentions().where(Mention.id == number)).one()
    return describe(row, read_qualifiers(session, [row.slot_id]).get(row.slot_id, {}) if row.slot_id else {})


def get_to_edit(session: Session, reference: str) -> tuple[dict[str, Any], tuple[str, ...]]:
    """Return a mention as the JSON contract writes it, and the qualifiers that its predicate knows.

    Raises:
        NotFound: No such mention.
        DecisionRefused: It stands in a text that was replaced.
    """
    mention = get_mention(session, reference)
    newest = session.scalars(
        select(Article.revisions).where(Article.id == read_number("article", mention["article"]))
    ).one()
    if mention["revision"] != newest:
        raise DecisionRefused(
            f"{mention['id']} stands in revision {mention['revision']}, the article is at {newest};"
            " decide on the newest text"
        )
    known = {one.key: one.separators for one in read_predicates(session).values()}
    return mention, known.get(mention["predicate"], ())


def edit_mention(session: Session, mention_id: int, edit: Edit, *, note: str | None = None) -> int:
    """Correct what a mention is understood to say, accept it so, and return its claim.

    A new predicate reads the value's words anew unless a value is given too.

    Raises:
        DecisionRefused: Nothing is to be changed, or what is given does not fit; says what.
        NotFound: No such predicate.
    """
    if not edit:
        raise DecisionRefused("nothing to change; write field=value pairs, such as: value=2025-01-20")
    said = {name: getattr(edit, name) for name in FIELDS[:6]}
    if edit.predicate is not None and edit.value is None:
        said["value"] = _read_value_words(session, mention_id)
    if any(value is not None for value in said.values()):
        claim_id = retype_mention(session, mention_id, note=note, **said)
    else:
        accept_mentions(session, [mention_id], note=note)
        claim_id = session.scalars(select(Mention.claim_id).where(Mention.id == mention_id)).one()
    _edit_speech(session, mention_id, edit)
    return claim_id


def _read_value_words(session: Session, mention_id: int) -> str | None:
    query = select(Claim.value_text, Claim.snak).join(Mention, Mention.claim_id == Claim.id)
    row = session.execute(query.where(Mention.id == mention_id)).one()
    return None if row.snak == "untyped" else row.value_text


def _edit_speech(session: Session, mention_id: int, edit: Edit) -> None:
    """Set who says it, and whether they hedge: these belong to the mention, not to the claim."""
    changed: dict[str, Any] = {}
    if edit.hedged is not None:
        changed["hedged"] = int(edit.hedged)
    if edit.speaker is not None:
        changed |= read_speaker(session, edit.speaker)
    if not changed:
        return
    update(session, Mention, mention_id, **changed)
    claim_id = session.scalars(select(Mention.claim_id).where(Mention.id == mention_id)).one()
    mark_mentions(session, [(claim_id, mention_id)])
    record(session, "mention", mention_id, "edit")


def read_speaker(session: Session, given: str) -> dict[str, Any]:
    """Return the mention's columns for a speaker in words, proposing a name that the ledger does not know."""
    if given in {ARTICLE, UNNAMED}:
        return {"speaker_id": None, "speaker_snak": None if given == ARTICLE else "somevalue"}
    named = find_entity_named(session, given) or EntityValue(given, None, "person")
    keeper = ClaimKeeper(session, Vocabulary({}, {}, (), (), ()))
    return {"speaker_id": keeper.find_entity(named), "speaker_snak": "value"}
