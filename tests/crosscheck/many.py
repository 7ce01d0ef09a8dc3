"""A ledger in which every kind of claim meets every other, and check rows of every kind: from a seed."""

import random
from collections.abc import Callable
from fractions import Fraction
from itertools import product
from typing import Any

from sqlalchemy.orm import Session

from claims.crosscheck.rows.row import KEYS_PER_SLOT, Row
from claims.store.tables import CheckRow
from claims.store.write import insert_rows
from claims.values import EntityValue, StringValue, Value, parse_edtf
from claims.values.quantity import make_quantity
from tests.crosscheck.factory import add_article, add_entity, say
from tests.crosscheck.judging import get_claim, rule

Draw = Callable[[random.Random], Value]


def fill_many(session: Session, seed: int, subjects: int = 12) -> None:
    """Write claims with each predicate of `_list_answers` about each of many subjects, and some house facts."""
    rng = random.Random(seed)
    articles = [
        add_article(session, f"a{n}", rng.choice([None, "2024-01-10", "2024-11-20", "2026-01-10"]))
        for n in range(12)
    ]
    answers = _list_answers(session)
    for number, predicate in product(range(subjects), answers):
        if not number or predicate == "released":
            subject = add_entity(session, f"Thing {number} {predicate}")
        for _ in range(rng.randint(2, 5)):
            kind = rng.choice(["value", "value", "value", "value", "negated", "novalue"])
            mention = say(
                session,
                rng.choice(articles),
                subject,
                predicate,
                None if kind == "novalue" else answers[predicate](rng),
                polarity="negated" if kind == "negated" else "asserted",
                qualifiers=rng.choice([{}, {}, {"place": "China"}]),
                modality=rng.choice(["happened", "happened", "alleged", "planned"]),
                as_of=rng.choice(["", "", "2023", "2024-11"]),
                sentence=rng.randint(1, 4),
            )
        if kind == "value" and rng.random() < 0.3:
            rule(session, get_claim(session, mention))


def _list_answers(session: Session) -> dict[str, Draw]:
    whole = add_entity(session, "whole", "organisation")
    named = [
        EntityValue(label, f"e{number}")
        for label, number in (
            ("whole", whole),
            ("part", add_entity(session, "part", "organisation", part_of_id=whole)),
            ("other", add_entity(session, "other", "organisation")),
            ("third", add_entity(session, "third", "organisation")),
        )
    ]
    dates = ["2024", "2024-11", "2024-11-10", "2025-01", "[2024-11-09,2024-11-11]", "2024-10/2025-02"]
    return {
        "released": lambda rng: parse_edtf(rng.choice(dates)),
        "held_on": lambda rng: parse_edtf(rng.choice(dates)),
        "staff": lambda rng: make_quantity(Fraction(rng.choice([400, 412, 500, 412_000]))),
        "headquarters": lambda rng: rng.choice(named),
        "developer": lambda rng: rng.choice(named),
        "requires": lambda rng: StringValue(rng.choice(["a licence", "a label"])),
    }


def fill_rows(session: Session, seed: int, keys: int = 2_000) -> None:
    """Write check rows of all kinds, with bounds and without, some keys hot and most with a row or two."""
    rng = random.Random(seed)
    rows: list[Row] = []
    for key in range(KEYS_PER_SLOT, KEYS_PER_SLOT + keys):
        rows += [_make_row(rng, key) for _ in range(500 if key % 500 == 0 else rng.randint(1, 4))]
    rng.shuffle(rows)
    insert_rows(session, CheckRow, Row._fields, rows)


def _make_row(rng: random.Random, key: int) -> Row:
    lo = rng.choice([None, *(rng.randint(-5, 12) + rng.choice([0.0, 0.5, 1e-9]) for _ in range(6))])
    width = rng.choice([1e-9, 0.5, 1, 3, 10])
    hi: Any = None if rng.random() < 0.1 else (lo if lo is not None else 3.0) + width
    named = rng.random() < 0.3
    return Row(
        key=key,
        lo=None if named else lo,
        hi=None if named else hi,
        entity=rng.choice([1, 2, 2**47 + 1]) if named else None,
        dimension=rng.choice([None, "money:EUR"]),
        claim=rng.randint(1, 10_000),
        kind=rng.choice(["asserted"] * 6 + ["listed", "negated", "novalue"]),
        as_of_lo=None,
        as_of_hi=None,
        member_of=None,
        unscoped=rng.choice([0, 1]),
    )
