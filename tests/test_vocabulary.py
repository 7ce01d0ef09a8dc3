"""The vocabulary that ships: complete, consistent, and refused with a plain message where it is broken."""

import shutil
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from claims.errors import InvalidVocabulary
from claims.settings import get_folder
from claims.vocabulary import (
    ENTITY_KINDS,
    LANGUAGES,
    KnownEntity,
    OrderingPair,
    Predicate,
    RatingScale,
    Vocabulary,
    get_seed_vocabulary,
    load_vocabulary,
)

FILES = ("predicates.toml", "units.toml", "entities.toml", "rating_scales.toml", "orderings.toml")

FIRST_FIFTY = """
released announced presented available_since founded took_office left_office in_force held_on target_date
developer initiator founder owner licence headquarters location office_holder former_office successor partner
member_of part_of used_by competes_with available_in restricted_in refuses_topic requires parameters price
development_cost funding valuation revenue profit staff users population deaths participants share change rank
benchmark_score duration said demanded criticised predicted
""".split()

SHARED_NAMES: dict[str, set[str]] = {}
"""Names that two entities bear on purpose, as name: keys; none so far."""

NAMED_IN_ARTICLES = {
    "deepseek-r1": "DeepSeek-R1", "qwen-3": "Qwen 3", "qwen-2-5": "Qwen 2.5", "qwen": "Qwen",
    "gpt-4-turbo": "GPT-4 Turbo", "ernie": "ERNIE", "ernie-bot": "ERNIE Bot", "hunyuan": "Hunyuan",
    "spark-4-0-turbo": "Spark 4.0 Turbo", "kling": "Kling-Video-Generator", "01-ai": "01.AI",
    "llama": "Llama-Modelle", "qwq-32b": "QwQ-32B", "deepseek": "DeepSeek", "alibaba": "Alibaba",
    "baidu": "Baidu", "tencent": "Tencent", "iflytek": "iFlytek", "kuaishou": "Kuaishou",
    "meta-platforms": "Meta", "openai": "OpenAI", "hugging-face": "Hugging Face", "wang-yi": "Wang Yi",
    "fu-ying": "Fu Ying", "clement-delangue": "Clement Delangue", "china": "China", "usa": "Vereinigten Staaten",
    "zambia": "Sambia", "united-nations": "Vereinten Nationen", "ai-action-summit": "AI Action Summit",
    "paris": "Paris", "china-ai-capacity-plan": "Plan zur Kapazitätssteigerung und Inklusivität von KI",
    "tiananmen-massacre": "Tiananmen-Massaker", "white-house": "Weißen Haus", "global-south": "Globalen Südens",
}  # fmt: skip


@pytest.fixture(scope="module")
def seeds() -> Vocabulary:
    return get_seed_vocabulary()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in FILES:
        shutil.copy(get_folder("seeds") / name, tmp_path / name)
    return tmp_path


def get_entity(seeds: Vocabulary, key: str) -> KnownEntity:
    return next(entity for entity in seeds.entities if entity.key == key)


def list_names(entity: KnownEntity) -> list[str]:
    return [*entity.label.values(), *(alias for group in entity.aliases.values() for alias in group)]


def list_wholes(seeds: Vocabulary, key: str) -> list[str]:
    wholes, entity = [], get_entity(seeds, key)
    while entity.part_of is not None:
        assert entity.part_of not in wholes, f"{key} contains itself"
        wholes.append(entity.part_of)
        entity = get_entity(seeds, entity.part_of)
    return wholes


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert text.count(old) >= 1
    path.write_text(text.replace(old, new, 1), "utf-8")


# Predicates


def test_the_seeds_hold_seventy_one_predicates(seeds: Vocabulary) -> None:
    assert len(seeds.predicates) == 71


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
    assert [(p.key, code) for p, code, triggers in iterate_triggers(seeds) if len(triggers) < 6] == []


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


@pytest.mark.parametrize("word", ["in", "von", "from", "at", "by", "muss", "must", "up", "then", "lang"])
def test_a_word_of_every_sentence_is_no_trigger(seeds: Vocabulary, word: str) -> None:
    assert [p.key for p, _, triggers in iterate_triggers(seeds) if word in triggers] == []


def test_an_entity_predicate_says_what_its_value_can_be_unless_anything_can(seeds: Vocabulary) -> None:
    anything = [p.key for p in seeds.predicates.values() if p.value_type == "entity" and not p.value_kinds]
    assert anything == ["competes_with", "criticised"]


def test_only_figures_have_a_dimension_and_few_have_none(seeds: Vocabulary) -> None:
    quantities = {p.key for p in seeds.predicates.values() if p.value_type == "quantity"}
    with_dimension = {p.key for p in seeds.predicates.values() if p.dimension is not None}
    assert quantities - with_dimension == {"benchmark_score", "capacity", "measure"}
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


def test_the_examples_of_the_readme_load(folder: Path) -> None:
    blocks = (get_folder("seeds") / "README.md").read_text("utf-8").split("```toml\n")[1:]
    examples = [block.split("```")[0] for block in blocks]
    for name, example in zip(FILES, examples, strict=False):
        with (folder / name).open("a", encoding="utf-8") as file:
            file.write("\n" + example)
    vocabulary = load_vocabulary(folder)
    assert vocabulary.predicates["prize_money"].dimension == "money"
    assert vocabulary.units["nmi"].factor == "1852"
    assert vocabulary.entities[-1].key == "port-ellery-council"


# Entities


def test_the_seeds_know_hundreds_of_entities(seeds: Vocabulary) -> None:
    assert len(seeds.entities) >= 600


def test_keys_of_entities_are_slugs(seeds: Vocabulary) -> None:
    odd = [
        e.key
        for e in seeds.entities
        if not e.key.replace("-", "").isalnum() or e.key != e.key.lower() or not e.key.isascii()
    ]
    assert odd == []


def test_every_entity_has_a_label_in_both_languages(seeds: Vocabulary) -> None:
    assert [
        e.key for e in seeds.entities if set(e.label) != set(LANGUAGES) or not all(e.label.values())
    ] == []


def test_no_name_belongs_to_two_entities_unless_meant(seeds: Vocabulary) -> None:
    bearers: dict[str, set[str]] = defaultdict(set)
    for entity in seeds.entities:
        for name in list_names(entity):
            bearers[name.casefold()].add(entity.key)
    assert {name: keys for name, keys in bearers.items() if len(keys) > 1} == SHARED_NAMES


def test_no_alias_repeats_a_name_of_its_language(seeds: Vocabulary) -> None:
    for entity in seeds.entities:
        for language in LANGUAGES:
            names = [
                entity.label[language],
                *entity.aliases.get(language, ()),
                *entity.aliases.get("mul", ()),
            ]
            assert len(set(names)) == len(names), (entity.key, names)


def test_a_name_is_longer_than_a_letter_and_has_no_stray_blanks(seeds: Vocabulary) -> None:
    odd = [
        name
        for e in seeds.entities
        for name in list_names(e)
        if len(name) < 2 or name != " ".join(name.split())
    ]
    assert odd == []


def test_aliases_and_adjectives_are_given_for_known_languages(seeds: Vocabulary) -> None:
    codes = {code for entity in seeds.entities for code in (*entity.aliases, *entity.adjectives)}
    assert codes <= {*LANGUAGES, "mul"}


def test_only_places_have_adjectives(seeds: Vocabulary) -> None:
    assert {entity.kind for entity in seeds.entities if entity.adjectives} == {"place"}


def test_no_adjective_belongs_to_two_places(seeds: Vocabulary) -> None:
    bearers: dict[tuple[str, str], set[str]] = defaultdict(set)
    for entity in seeds.entities:
        for language, adjectives in entity.adjectives.items():
            for adjective in adjectives:
                bearers[language, adjective].add(entity.key)
    assert {adjective: keys for adjective, keys in bearers.items() if len(keys) > 1} == {}


def test_no_entity_contains_itself(seeds: Vocabulary) -> None:
    for entity in seeds.entities:
        list_wholes(seeds, entity.key)


@pytest.mark.parametrize(("key", "name"), NAMED_IN_ARTICLES.items())
def test_an_entity_that_the_articles_name_is_known_by_that_name(
    seeds: Vocabulary, key: str, name: str
) -> None:
    assert name in list_names(get_entity(seeds, key))


@pytest.mark.parametrize(
    ("part", "whole"),
    [
        ("qwen-3", "qwen"), ("qwen-2-5", "qwen"), ("qwq-32b", "qwen"), ("ernie-bot", "ernie"),
        ("spark-4-0-turbo", "iflytek-spark"), ("gpt-4-turbo", "gpt-4"), ("alibaba-cloud", "alibaba"),
        ("wang-yi", "china"), ("hangzhou", "china"), ("paris", "france"), ("paris", "european-union"),
        ("lusaka", "zambia"), ("mit-licence", "open-source"), ("apache-2-0", "open-source"),
        ("european-commission", "european-union"), ("un-security-council", "united-nations"),
    ],
)  # fmt: skip
def test_a_part_leads_to_its_whole(seeds: Vocabulary, part: str, whole: str) -> None:
    assert whole in list_wholes(seeds, part)


@pytest.mark.parametrize(
    "pair",
    [
        ("qwen-3", "qwen-2-5"),
        ("mit-licence", "apache-2-0"),
        ("graz", "rotterdam"),
        ("qwq-32b", "qwq-32b-preview"),
    ],
)
def test_siblings_do_not_contain_each_other(seeds: Vocabulary, pair: tuple[str, str]) -> None:
    assert pair[0] not in list_wholes(seeds, pair[1])
    assert pair[1] not in list_wholes(seeds, pair[0])


@pytest.mark.parametrize(
    "word",
    ["Claude", "Gemini", "Spark", "Yi", "Gemma", "Kimi", "Bard", "Phi", "Manus", "Modi", "Zeit", "Welt"],
)
def test_an_everyday_word_or_first_name_alone_is_no_name(seeds: Vocabulary, word: str) -> None:
    assert [entity.key for entity in seeds.entities if word in list_names(entity)] == []


def test_the_plan_of_2024_bears_its_german_name_and_two_english_ones(seeds: Vocabulary) -> None:
    plan = get_entity(seeds, "china-ai-capacity-plan")
    assert {
        "AI Capacity-Building Action Plan for Good and for All",
        "AI Capacity-Building and Inclusiveness Plan",
    } <= set(list_names(plan))


def test_the_group_of_twenty_is_known_with_adjectives(seeds: Vocabulary) -> None:
    states = """argentina australia brazil canada china france germany india indonesia italy japan mexico russia
        saudi-arabia south-africa south-korea turkey united-kingdom usa""".split()
    assert [key for key in states if set(get_entity(seeds, key).adjectives) != set(LANGUAGES)] == []


# Rating scales


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


# Orderings


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


# Broken files


def test_the_vocabulary_of_a_copied_folder_is_the_same(seeds: Vocabulary, folder: Path) -> None:
    assert load_vocabulary(folder) == seeds


@pytest.mark.parametrize("name", FILES)
def test_a_missing_file_is_named(folder: Path, name: str) -> None:
    (folder / name).unlink()
    with pytest.raises(InvalidVocabulary, match=rf"{name}: vocabulary file missing"):
        load_vocabulary(folder)


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("content", [b"[released\n", b"\xff\xfe", b"[a]\n[a]\n"])
def test_a_file_that_is_no_toml_is_named(folder: Path, name: str, content: bytes) -> None:
    (folder / name).write_bytes(content)
    with pytest.raises(InvalidVocabulary, match=rf"{name}: not readable as TOML"):
        load_vocabulary(folder)


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        ("predicates.toml", 'value_type = "date"', 'value_type = "day"', r"\[released\] value_type: 'day' is not one of date, quantity"),
        ("predicates.toml", 'temporal = "instant"', 'temporal = "once"', r"\[released\] temporal: 'once' is not one of none, instant"),
        ("predicates.toml", 'cardinality = "set"', 'cardinality = "some"', r"\[developer\] cardinality: 'some' is not one of single, set"),
        ("predicates.toml", 'subject_kinds = ["product", "work"]', 'subject_kinds = ["gadget"]', r"\[released\] kind: 'gadget' is not one of person"),
        ("predicates.toml", 'dimension = "money"', 'dimension = "cash"', r"\[price\] dimension: 'cash' is not one of"),
        ("predicates.toml", 'value_type = "date"', 'valuetype = "date"', r"\[released\]: .*unexpected keyword argument 'valuetype'"),
        ("predicates.toml", 'value_type = "date"\n', "", r"\[released\]: missing 1 required .*'value_type'"),
        ("units.toml", "dimension", "dimensions", r"units.toml: \[%\]: .*unexpected keyword argument 'dimensions'"),
        ("entities.toml", 'kind = "organisation"', 'kind = "company"', r"\[deepseek\] kind: 'company' is not one of person"),
        ("entities.toml", 'part_of = "alibaba"', 'part_of = "alibabba"', r"\[alibaba-cloud\] part_of: no entity 'alibabba'"),
        ("entities.toml", 'kind = "organisation"', 'kind = "organisation"\ncolour = "red"', r"\[deepseek\]: .*unexpected keyword argument 'colour'"),
        ("rating_scales.toml", 'truth_class = "true"', 'truth_class = "yes"', r"\[desk5-1\] true: 'yes' is not one of true, mixed"),
        ("rating_scales.toml", "worst = 0\n", "", r"\[desk5-1\]: missing 1 required .*'worst'"),
        ("rating_scales.toml", 'truth_class = "true"\n', "", r"\[desk5-1\] true: missing 1 required .*'truth_class'"),
        ("orderings.toml", '"announced"', '"rumoured"', r"orderings.toml: 'rumoured' is not one of released, announced"),
    ],
)  # fmt: skip
def test_a_broken_entry_is_refused_with_its_file_its_key_and_what_is_possible(
    folder: Path, name: str, old: str, new: str, message: str
) -> None:
    replace(folder / name, old, new)
    with pytest.raises(InvalidVocabulary, match=message) as caught:
        load_vocabulary(folder)
    assert str(folder / name) in str(caught.value)


def test_a_predicate_is_added_by_lines_of_data_alone(folder: Path) -> None:
    with (folder / "predicates.toml").open("a", encoding="utf-8") as file:
        file.write(
            '[wheels]\nvalue_type = "quantity"\ndimension = "count"\nlabel = {de = "Räder", en = "wheels"}\n'
        )
    assert load_vocabulary(folder).predicates["wheels"].dimension == "count"


def test_seed_files_are_read_in_the_order_in_which_they_are_written(seeds: Vocabulary) -> None:
    written = tomllib.loads((get_folder("seeds") / "predicates.toml").read_text("utf-8"))
    assert list(seeds.predicates) == list(written)


def test_kinds_of_entities_in_use_are_known(seeds: Vocabulary) -> None:
    used = {entity.kind for entity in seeds.entities}
    assert {
        "person",
        "organisation",
        "place",
        "product",
        "plan",
        "event",
        "law",
        "licence",
        "building",
    } <= used
    assert used <= set(ENTITY_KINDS)
