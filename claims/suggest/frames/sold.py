"""How many of a thing somebody sold: "BYD verkaufte 2024 4,27 Millionen Autos", "Xiaomi shipped 43 million smartphones".

Of the counted noun follows what was sold; goods of other kinds make questions of their own.
"""

from collections.abc import Iterator, Sequence

from claims.suggest.sentence.anaphora import Memory
from claims.suggest.sentence.draft import Draft
from claims.suggest.sentence.goods import find_goods
from claims.suggest.sentence.reading import Reading
from claims.suggest.sentence.subjects import choose_subject
from claims.suggest.sentence.triggers import Hit, quote_hit
from claims.values.value import Quantity

PREDICATE = "sold"
_SCORE = 0.72
_REACH = 3
_TO_SOMEBODY = frozenset({"an", "to"})


def propose_sold(reading: Reading, hits: Sequence[Hit], memory: Memory) -> Iterator[Draft]:
    """Yield the goods that are counted in the clause of a verb or noun of selling, with who sold them."""
    for hit in hits:
        if hit.trigger.predicate.key != PREDICATE:
            continue
        clauses = {reading.items[hit.first].clause, reading.items[hit.last].clause}
        for place, item in enumerate(reading.items):
            value = item.value.value if item.value is not None else None
            if item.clause not in clauses or not isinstance(value, Quantity) or value.unit is not None:
                continue
            goods = find_goods(reading, place)
            if goods is None or _goes_to_somebody(reading, goods[0]):
                continue
            choice = choose_subject(reading, hit.trigger.predicate.subject_kinds, hit.last, place, memory)
            if choice is None:
                continue
            seller = choice.mentions[0]
            covers = {hit.first, hit.last, place, goods[0]} | ({choice.item} if choice.item >= 0 else set())
            yield Draft(PREDICATE, seller, value, place, covers, _SCORE - choice.doubt,
                        [f"trigger “{quote_hit(reading, hit)}”", *([choice.reason] if choice.reason else [])],
                        value_item=place, value_at=(item.start, item.end),
                        subject_at=(seller.start, seller.end) if choice.item >= 0 else None)  # fmt: skip
            break


def _goes_to_somebody(reading: Reading, noun: int) -> bool:
    """Tell whether only those are counted that one customer got ("sold 5,000 cars to Brazil")."""
    following = reading.items[noun + 1 : noun + 1 + _REACH]
    return any(
        item.low in _TO_SOMEBODY and any(other.mention is not None for other in following)
        for item in following
    )
