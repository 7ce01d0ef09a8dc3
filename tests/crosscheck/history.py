"""What hypothesis draws of all that may happen in a small ledger."""

from fractions import Fraction

from hypothesis import strategies as st

from claims.values import EntityValue, StringValue, parse_edtf
from claims.values.quantity import make_quantity
from tests.crosscheck.factory import accept, reject
from tests.crosscheck.world import (
    ARTICLES,
    DATES,
    PLACES,
    archive_anew,
    bring_revision,
    check,
    cite_later,
    decide_on_slots,
    judge_one,
    merge_products,
    move_maker,
    on_mention,
    redate,
    retype,
    rule_on,
    split_product,
    tell,
    waive,
    withdraw,
)

polarities = st.sampled_from(["asserted", "asserted", "asserted", "negated"])
told = st.one_of(
    st.builds(
        lambda edtf, qualifiers, polarity: tell(
            "released", lambda _: parse_edtf(edtf), qualifiers=qualifiers, polarity=polarity
        ),
        st.sampled_from(DATES),
        st.sampled_from(PLACES),
        polarities,
    ),
    st.builds(
        lambda qualifiers, as_of: tell("released", lambda _: None, qualifiers=qualifiers, as_of=as_of),
        st.sampled_from(PLACES),
        st.sampled_from(["", "", "2024-06"]),
    ),
    st.builds(
        lambda predicate, maker, sentence, polarity: tell(
            predicate,
            lambda world: EntityValue("", f"e{world.makers[maker]}"),
            sentence=sentence,
            polarity=polarity,
        ),
        st.sampled_from(["developer", "developer", "owner", "headquarters", "partner"]),
        st.integers(0, 2),
        st.integers(1, 2),
        polarities,
    ),
    st.builds(
        lambda predicate, amount, as_of, modality: tell(
            predicate, lambda _: make_quantity(amount), as_of=as_of, modality=modality
        ),
        st.sampled_from(["users", "deaths"]),
        st.sampled_from([900, 901, 5000, 900_000]),  # type: ignore[arg-type]
        st.sampled_from(["", "", "2024-06"]),
        st.sampled_from(["happened", "happened", "planned"]),
    ),
    st.builds(
        lambda edtf: tell("held_on", lambda _: parse_edtf(edtf)),
        st.sampled_from(["2024-05-01/2024-05-03", "2024-05-01/2024-05-04", "2024-05"]),
    ),
    st.builds(
        lambda edtf, rest: tell("released", lambda _: parse_edtf(edtf), **rest),
        st.sampled_from(DATES),
        st.sampled_from([{"modality": "planned"}, {"field": "title"}, {"voice": "quote", "speaker": 1}]),
    ),
    st.builds(
        lambda words: tell("said", lambda _: StringValue(words), voice="quote"),
        st.sampled_from(
            [
                "The harbour railway is not for sale at all.",
                "The harbour railway is not for sale at any price.",
            ]
        ),
    ),
    st.builds(
        lambda amount, qualifiers: tell(
            "vote_share",
            lambda _: make_quantity(amount, unit="%"),
            qualifiers=qualifiers,
        ),
        st.sampled_from([Fraction(40), Fraction(70), Fraction(80)]),
        st.sampled_from([{"election": "2024"}, {"election": "2019"}, {}, {}]),
    ),
    st.builds(
        lambda office, holder: tell(
            "office_holder",
            lambda world: EntityValue("", f"e{world.makers[holder]}"),
            qualifiers={"office": office},
        ),
        st.sampled_from(["Sprecher", "Chef"]),
        st.integers(0, 2),
    ),
    st.builds(
        lambda amount: tell("benchmark_score", lambda _: make_quantity(amount)),
        st.sampled_from([Fraction(71), Fraction(88)]),
    ),
    st.builds(
        lambda predicate, edtf, qualifiers: tell(
            predicate, lambda _: parse_edtf(edtf), qualifiers=qualifiers
        ),
        st.sampled_from(["announced", "presented"]),
        st.sampled_from(DATES),
        st.sampled_from([{}, {"stage": "beta"}, {"stage": "final"}]),
    ),
)
articles = st.integers(0, len(ARTICLES) - 1)
products = st.sampled_from([0, 0, 1, 2])
tellings = st.builds(lambda make, article, product: make(article, product), told, articles, products)
steps = st.one_of(
    tellings,
    tellings,
    tellings,
    tellings,
    st.builds(on_mention(reject), st.integers(0, 9)),
    st.builds(on_mention(accept), st.integers(0, 9)),
    st.builds(retype, st.integers(0, 9), st.integers(0, 9)),
    st.builds(bring_revision, articles),
    st.builds(withdraw, articles),
    st.builds(redate, articles, st.sampled_from([None, "2024-06-02", "2025-01-13"])),
    st.builds(merge_products, st.integers(0, 2), st.integers(0, 2)),
    st.builds(split_product, st.integers(0, 2)),
    st.just(move_maker),
    st.just(waive),
    st.just(check),
    st.just(check),
    st.builds(
        rule_on,
        st.integers(0, 9),
        st.sampled_from([None, None, "2025-01-01"]),
        st.sampled_from([False, False, True]),
    ),
    st.builds(
        judge_one,
        st.integers(0, 9),
        st.integers(0, 1),
        st.sampled_from(["true", "false", "unproven"]),
        st.booleans(),
        st.sampled_from([False, False, True]),
    ),
    st.just(archive_anew),
    st.builds(cite_later, st.integers(0, 9), st.sampled_from(["supports", "refutes"])),
    st.builds(decide_on_slots, st.integers(0, 30), st.booleans()),
)
