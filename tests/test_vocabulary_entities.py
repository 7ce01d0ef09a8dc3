"""The entities that ship: known by the names that texts use, each name one entity's."""

from collections import defaultdict

import pytest

from claims.vocabulary import ENTITY_KINDS, LANGUAGES, KnownEntity, Vocabulary, get_seed_vocabulary

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
    states = (
        "argentina", "australia", "brazil", "canada", "china",
        "france", "germany", "india", "indonesia", "italy",
        "japan", "mexico", "russia", "saudi-arabia", "south-africa",
        "south-korea", "turkey", "united-kingdom", "usa",
    )  # fmt: skip
    assert [key for key in states if set(get_entity(seeds, key).adjectives) != set(LANGUAGES)] == []


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
