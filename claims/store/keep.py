"""From what somebody says to the ledger's claim: its entities, its question, its answer, each kept once."""

import hashlib
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.store.opening import make_opening
from claims.store.queries.claim import Answer, columns_of, find_claim, text_of
from claims.store.queries.name import follow, list_aliases, list_standing
from claims.store.queries.slot import get_or_add_slot
from claims.store.tables import Alias, Claim, Entity, Predicate, Unit
from claims.store.write import allocate_ids, insert, insert_rows
from claims.values.value import Date, EntityValue, Value
from claims.vocabulary import KnownEntity, Vocabulary


@dataclass(frozen=True, slots=True)
class Statement:
    """What is said about what, before the ledger knows it; `predicate` None: not yet typed.

    `as_of` is the EDTF of the time that a state is stated for.
    """

    subject: EntityValue | None
    predicate: str | None
    value: Value | None
    qualifiers: Mapping[str, str] = field(default_factory=dict)
    snak: str = "value"
    polarity: str = "asserted"
    modality: str = "happened"
    as_of: str | None = None


class ClaimKeeper:
    """Finds or adds entities, slots and claims, remembering them for the length of a run."""

    def __init__(self, session: Session, vocabulary: Vocabulary) -> None:
        self._session = session
        self._vocabulary = vocabulary
        self._predicates = dict(session.execute(select(Predicate.key, Predicate.id)).all())
        self._units = dict(session.execute(select(Unit.code, Unit.id)).all())
        self._names = Names(session, self._propose)
        self._slots: dict[tuple[int, int, tuple[tuple[str, str], ...]], int] = {}
        self._claims: dict[tuple[int | None, Answer], int] = {}
        self._touched: set[int] = set()
        self._fresh: list[KnownEntity] = []
        self.proposed = 0

    def take_proposed(self) -> list[KnownEntity]:
        """Return the entities proposed since the last call, as those who read texts know them."""
        fresh, self._fresh = self._fresh, []
        return fresh

    def take_touched(self) -> set[int]:
        """Return the slots of the claims kept since the last call."""
        touched, self._touched = self._touched, set()
        return touched

    def keep(self, found: Statement, quote: str) -> int:
        """Return the claim of a statement made in the words of `quote`, adding what the ledger lacks of it."""
        slot_id = self._keep_slot(found)
        answer = self._read_answer(found, quote)
        if slot_id is not None:
            self._touched.add(slot_id)
        key = (slot_id, answer)
        if key not in self._claims:
            known = find_claim(self._session, slot_id, answer)
            self._claims[key] = self._add_claim(slot_id, answer) if known is None else known
        return self._claims[key]

    def find_entity(self, named: EntityValue) -> int | None:
        """Return the entity that a name stands for, proposing it if it is new; None for "an unnamed source"."""
        return self._names.find(named)

    def read_place(self, name: str) -> Mapping[str, str]:
        """Return what the place of a name is called, by language; nothing where the ledger knows none."""
        number = self._names.look_up("place", name)
        place = self._session.get(Entity, number) if number is not None else None
        if place is None:
            return {}
        labels = {"de": place.label_de, "en": place.label_en}
        return {language: label for language, label in labels.items() if label is not None}

    def know_as(self, named: EntityValue, other: str) -> None:
        """Let an entity be known by another name than its own, unless something is known by that already."""
        number = self._names.find(named)
        if number is None or self._names.is_taken(other):
            return
        self._add_alias(number, other)
        self._names.learn(number, named.kind or "topic", other)
        label = " ".join(named.label.split())
        self._fresh.append(
            KnownEntity(f"e{number}", named.kind or "topic", {"mul": label}, {"mul": (label, other)})
        )

    def _add_alias(self, entity_id: int, name: str) -> None:
        alias = allocate_ids(self._session, Alias)
        columns = ("id", "entity_id", "language", "name", "kind", "opening")
        row = (alias, entity_id, "mul", name, "name", make_opening(name))
        insert_rows(self._session, Alias, columns, [row])

    def _propose(self, kind: str, name: str) -> int:
        number = insert(self._session, Entity, kind=kind, label=name, state="proposed")
        self._add_alias(number, name)
        self.proposed += 1
        self._fresh.append(KnownEntity(f"e{number}", kind, {"mul": name}, {"mul": (name,)}))
        return number

    def _keep_slot(self, found: Statement) -> int | None:
        if found.predicate is None or found.subject is None:
            return None
        subject_id = self.find_entity(found.subject)
        if subject_id is None:
            return None
        separators = self._vocabulary.predicates[found.predicate].separators
        kept = tuple(sorted((key, value) for key, value in found.qualifiers.items() if key in separators))
        key = (subject_id, self._predicates[found.predicate], kept)
        if key not in self._slots:
            self._slots[key] = get_or_add_slot(self._session, key[0], key[1], dict(kept))
        return self._slots[key]

    def _read_answer(self, found: Statement, quote: str) -> Answer:
        if found.predicate is None or found.subject is None:
            # The same sentence in forty articles is one thing to check.
            digest = hashlib.sha256(" ".join(quote.split()).casefold().encode()).hexdigest()
            return Answer("untyped", (), f"untyped:{digest}", quote, found.polarity, found.modality)
        snak, value = found.snak, found.value
        text = text_of(value)
        if isinstance(value, Date) and value.edtf is None:
            snak, value = "somevalue", None
        if snak != "value":
            return Answer(
                snak, (), f"{snak}:{text.casefold()}", text, found.polarity, found.modality, found.as_of or ""
            )
        entity_id = self.find_entity(value) if isinstance(value, EntityValue) else None
        key, columns = columns_of(value, self._units, entity_id)
        return Answer(
            "value", tuple(columns.items()), key, text, found.polarity, found.modality, found.as_of or ""
        )

    def _add_claim(self, slot_id: int | None, answer: Answer) -> int:
        return insert(
            self._session,
            Claim,
            slot_id=slot_id,
            snak=answer.snak,
            value_key=answer.value_key,
            value_text=answer.value_text,
            polarity=answer.polarity,
            modality=answer.modality,
            as_of=answer.as_of,
            **dict(answer.columns),
        )


class Names:
    """Which entity a name stands for; `propose` is given kind and name where there is none, and returns one.

    Of the ledger's names those are read that begin as one that is asked for.
    """

    def __init__(self, session: Session, propose: Callable[[str, str], int]) -> None:
        self._session = session
        self._propose = propose
        self._known: dict[tuple[str, str | None], int] = {}
        self._read: set[str] = set()

    def read(self, names: Iterable[str]) -> None:
        """Read what the ledger knows of names, together what `find` would read one by one."""
        openings = {make_opening(name) for name in names} - self._read
        if openings:
            self._read |= openings
            self._known |= _read_names(self._session, openings)

    def find(self, named: EntityValue) -> int | None:
        """Return the entity that a name stands for; None for "an unnamed source"."""
        if named.id is not None:
            return int(named.id.removeprefix("e"))
        if not named.label:
            return None
        name = " ".join(named.label.split())
        kind = named.kind or "topic"
        known = self.look_up(kind, name)
        if known is None:
            known = self._propose(kind, name)
            self.learn(known, kind, name)
        return known

    def look_up(self, kind: str, name: str) -> int | None:
        """Return the entity of a name, of this kind if there are several; None where nothing is known by it."""
        self.read([name])
        return self._known.get((name.casefold(), kind)) or self._known.get((name.casefold(), None))

    def is_taken(self, name: str) -> bool:
        """Tell whether anything is known by a name."""
        self.read([name])
        return (name.casefold(), None) in self._known

    def learn(self, entity_id: int, kind: str, name: str) -> None:
        """Remember what a name that was just added stands for."""
        self._known[name.casefold(), kind] = entity_id
        self._known.setdefault((name.casefold(), None), entity_id)


def _read_names(session: Session, openings: Collection[str]) -> dict[tuple[str, str | None], int]:
    """Return the entity of each name that begins in one of these ways, folded, by kind and whatever the kind."""
    aliases = [row for row in list_aliases(session, openings) if row.kind == "name"]
    entities = list_standing(session, {row.entity_id for row in aliases})
    parent = {row.id: row.merged_into_id for row in entities}
    kinds = {row.id: row.kind for row in entities}
    names: dict[tuple[str, str | None], int] = {}
    for row in aliases:
        standing = follow(parent, row.entity_id)
        names.setdefault((row.name.casefold(), kinds[standing]), standing)
        names.setdefault((row.name.casefold(), None), standing)
    return names
