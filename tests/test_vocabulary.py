"""The predicates, rating scales and orderings that ship: complete, and true to each other."""

import tomllib
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

import pytest

from claims.settings import get_folder
from claims.vocabulary import LANGUAGES, OrderingPair, Predicate, RatingScale, Vocabulary, get_seed_vocabulary

FIRST_FIFTY = (
    "released", "announced", "presented", "available_since", "founded", "took_office",
    "left_office", "in_force", "held_on", "target_date", "developer", "initiator",
    "founder", "owner", "licence", "headquarters", "location", "office_holder",
    "former_office", "successor", "partner", "member_of", "part_of", "used_by",
    "competes_with", "available_in", "restricted_in", "refuses_topic", "requires", "parameters",
    "price", "development_cost", "funding", "valuation", "revenue", "profit",
    "staff", "users", "population", "deaths", "participants", "share",
    "change", "rank", "benchmark_score", "duration", "said", "demanded",
    "criticised", "predicted",
)  # fmt: skip


@pytest.fixture(scope="module")
def seeds() -> Vocabulary:
    return get_seed_vocabulary()


def test_the_seeds_hold_seventy_four_predicates(seeds: Vocabulary) -> None:
    assert len(seeds.predicates) == 74


@pytest.mark.parametrize("key", FIRST_FIFTY)
def test_a_predicate_of_the_first_fifty_is_there(seeds: Vocabulary, key: str) -> None:
    assert key in seeds.predicates


def test_the_first_fifty_are_fifty() -> None:
    assert len(set(FIRST_FIFTY)) == 50


def test_every_predicate_has_a_label_in_both_languages(seeds: Vocabulary) -> None:
    assert [
        p.key for p in seeds.predicates.values() if not all(p.label.get(code) for code in LANGUAGES)
    ] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_of_predicates_are_unique(seeds: Vocabulary, language: str) -> None:
    counted = Counter(predicate.label[language] for predicate in seeds.predicates.values())
    assert [label for label, count in counted.items() if count > 1] == []


def iterate_triggers(seeds: Vocabulary) -> Iterator[tuple[Predicate, str, tuple[str, ...]]]:
    for predicate in seeds.predicates.values():
        for language in LANGUAGES:
            yield predicate, language, predicate.triggers.get(language, ())


def test_every_predicate_has_triggers_in_both_languages(seeds: Vocabulary) -> None:
    assert [(p.key, code) for p, code, triggers in iterate_triggers(seeds) if len(triggers) < 6] == [
        ("figure", "de"),
        ("figure", "en"),
    ]


def test_a_trigger_is_words_divided_by_single_blanks(seeds: Vocabulary) -> None:
    odd = [
        (p.key, trigger)
        for p, _, triggers in iterate_triggers(seeds)
        for trigger in triggers
        if not trigger or trigger != " ".join(trigger.split())
    ]
    assert odd == []


def test_a_gap_stands_between_words(seeds: Vocabulary) -> None:
    odd = [
        (p.key, trigger)
        for p, _, triggers in iterate_triggers(seeds)
        for trigger in triggers
        if "..." in trigger or any("…" in word and word != "…" for word in trigger.split())
        or trigger.startswith("…") or trigger.endswith("…")
    ]  # fmt: skip
    assert odd == []


def test_no_trigger_is_listed_twice(seeds: Vocabulary) -> None:
    twice = [
        (p.key, trigger)
        for p, _, triggers in iterate_triggers(seeds)
        for trigger, count in Counter(triggers).items()
        if count > 1
    ]
    assert twice == []


@pytest.mark.parametrize(
    "word", ["in", "von", "from", "at", "by", "muss", "must", "up", "then", "lang", "könnte", "could"]
)
def test_a_word_of_every_sentence_is_no_trigger(seeds: Vocabulary, word: str) -> None:
    assert [p.key for p, _, triggers in iterate_triggers(seeds) if word in triggers] == []


def test_an_entity_predicate_says_what_its_value_can_be_unless_anything_can(seeds: Vocabulary) -> None:
    anything = [p.key for p in seeds.predicates.values() if p.value_type == "entity" and not p.value_kinds]
    assert anything == ["competes_with", "criticised"]


def test_only_figures_have_a_dimension_and_few_have_none(seeds: Vocabulary) -> None:
    quantities = {p.key for p in seeds.predicates.values() if p.value_type == "quantity"}
    with_dimension = {p.key for p in seeds.predicates.values() if p.dimension is not None}
    assert quantities - with_dimension == {"benchmark_score", "capacity", "measure", "figure"}
    assert with_dimension <= quantities


def test_only_states_have_a_validity(seeds: Vocabulary) -> None:
    assert {p.temporal for p in seeds.predicates.values() if p.validity_days is not None} == {"state"}


def test_a_tolerance_is_relative_or_absolute_and_belongs_to_a_figure(seeds: Vocabulary) -> None:
    for predicate in seeds.predicates.values():
        given = [t for t in (predicate.tolerance_relative, predicate.tolerance_absolute) if t is not None]
        assert len(given) <= 1, predicate.key
        assert not given or (predicate.value_type == "quantity" and given[0] > 0), predicate.key
        assert predicate.tolerance_relative is None or predicate.tolerance_relative < 1, predicate.key


def test_every_set_lets_part_and_whole_agree(seeds: Vocabulary) -> None:
    sets = [p for p in seeds.predicates.values() if p.cardinality == "set"]
    assert {p.key for p in sets} == {"developer", "initiator", "founder", "owner", "based_on"}
    assert all(predicate.contains for predicate in sets)


def test_statements_and_rivalry_are_never_compared(seeds: Vocabulary) -> None:
    never = {predicate.key for predicate in seeds.predicates.values() if not predicate.compared}
    assert never == {"said", "demanded", "criticised", "predicted", "denied", "competes_with"}


def test_deadlines_are_target_and_expiry_and_only_targets_compare_plans(seeds: Vocabulary) -> None:
    assert {p.key for p in seeds.predicates.values() if p.temporal == "deadline"} == {
        "expires",
        "target_date",
    }
    assert {p.key for p in seeds.predicates.values() if p.plans_compare} == {"target_date"}


def test_profit_and_change_may_be_negative(seeds: Vocabulary) -> None:
    assert {p.key for p in seeds.predicates.values() if p.signed} == {"profit", "change"}


def test_the_readme_lists_exactly_the_qualifiers_in_use(seeds: Vocabulary) -> None:
    readme = (get_folder("seeds") / "README.md").read_text("utf-8")
    listed = readme.split("Qualifiers in use: ")[1].split(". ")[0].replace("\n", " ").split(", ")
    used = {separator for predicate in seeds.predicates.values() for separator in predicate.separators}
    assert listed == sorted(used)


def test_seed_files_are_read_in_the_order_in_which_they_are_written(seeds: Vocabulary) -> None:
    written = tomllib.loads((get_folder("seeds") / "predicates.toml").read_text("utf-8"))
    assert list(seeds.predicates) == list(written)


def get_scale(seeds: Vocabulary, key: str) -> RatingScale:
    return next(scale for scale in seeds.scales if scale.key == key)


def test_one_scale_is_the_default(seeds: Vocabulary) -> None:
    assert [scale.key for scale in seeds.scales if scale.default] == ["desk5-1"]


@pytest.mark.parametrize(
    ("key", "ordered", "beside"),
    [
        ("desk5-1", ["true", "mostly_true", "partly_false", "mostly_false", "false"],
         ["missing_context", "manipulated", "outdated", "unproven", "opinion"]),
        ("sentence-1", ["holds", "mostly_holds", "mostly_not", "not"], ["unclear", "opinion"]),
    ],
)  # fmt: skip
def test_a_scale_has_its_ratings_from_best_to_worst(
    seeds: Vocabulary, key: str, ordered: list[str], beside: list[str]
) -> None:
    scale = get_scale(seeds, key)
    steps = [rating for rating in scale.ratings if rating.ordinal is not None]
    assert [rating.code for rating in steps] == ordered
    assert [rating.ordinal for rating in steps] == list(range(scale.best, scale.worst - 1, -1))
    assert [rating.code for rating in scale.ratings if rating.ordinal is None] == beside


def test_truth_never_rises_as_a_scale_falls(seeds: Vocabulary) -> None:
    order = ("true", "mixed", "false")
    for scale in seeds.scales:
        steps = [order.index(rating.truth_class) for rating in scale.ratings if rating.ordinal is not None]
        assert all(better <= worse for better, worse in pairwise(steps)), scale.key


def test_missing_context_and_manipulation_are_about_a_mention(seeds: Vocabulary) -> None:
    about = {rating.code for scale in seeds.scales for rating in scale.ratings if rating.about_mention}
    assert about == {"missing_context", "manipulated"}


@pytest.mark.parametrize(("key", "owners"), [("desk5-1", ["CORRECTIV", "Snopes"]), ("sentence-1", ["dpa"])])
def test_a_scale_says_whose_wording_it_resembles_and_that_it_is_not_theirs(
    seeds: Vocabulary, key: str, owners: list[str]
) -> None:
    note = get_scale(seeds, key).note
    assert all(owner in note for owner in owners)
    assert "Resembles" in note
    assert "it is n" in note


def test_every_rating_is_labelled_explained_and_unique_in_its_scale(seeds: Vocabulary) -> None:
    for scale in seeds.scales:
        assert len({rating.code for rating in scale.ratings}) == len(scale.ratings)
        for rating in scale.ratings:
            assert all(rating.label.get(code) for code in LANGUAGES), rating.code
            assert rating.use, rating.code


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("announced", "released"), ("presented", "available_since"), ("founded", "dissolved"), ("born", "died"),
        ("born", "left_office"), ("signed", "expires"), ("adopted", "in_force"), ("started", "completed"),
    ],
)  # fmt: skip
def test_an_earlier_predicate_is_paired_with_every_later_one(
    seeds: Vocabulary, earlier: str, later: str
) -> None:
    assert OrderingPair(earlier, later) in seeds.orderings
    assert OrderingPair(later, earlier) not in seeds.orderings


def test_a_pair_is_ordered_once(seeds: Vocabulary) -> None:
    assert len(set(seeds.orderings)) == len(seeds.orderings)


def test_only_dates_are_ordered(seeds: Vocabulary) -> None:
    ordered = {key for pair in seeds.orderings for key in (pair.earlier, pair.later)}
    assert {seeds.predicates[key].value_type for key in ordered} == {"date"}
