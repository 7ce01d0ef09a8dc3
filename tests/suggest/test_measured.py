import pytest

from claims.suggest import suggest
from claims.values.value import Quantity
from tests.suggest.reading import find_claims, get_claim, label, plain


@pytest.mark.parametrize(
    ("text", "language", "predicate", "subject", "amount"),
    [
        ("Das Start-up Kelvora beschäftigt 64 Mitarbeiter.", "de", "staff", "Kelvora", "64"),
        ("Qwen 3 hat 235 Milliarden Parameter.", "de", "parameters", "Qwen 3", "235000000000"),
        (
            "Der Umsatz von Google lag 2023 bei 307 Milliarden Dollar.",
            "de",
            "revenue",
            "Google",
            "307000000000",
        ),
        ("Die Stadt Norden hat 25.000 Einwohner.", "de", "population", "Norden", "25000"),
        ("Die Hansebrücke kostete 30 Millionen Euro.", "de", "development_cost", "Hansebrücke", "30000000"),
        ("Bei dem Erdbeben in Marokko starben 2900 Menschen.", "de", "deaths", "Erdbeben in Marokko", "2900"),
        ("OpenAI raised $6.6 billion.", "en", "funding", "OpenAI", "6600000000"),
        ("Das Kontextfenster von Qwen 3 umfasst 128.000 Token.", "de", "context_window", "Qwen 3", "128000"),
        ("Qwen 3 has a context window of 256,000 tokens.", "en", "context_window", "Qwen 3", "256000"),
        ("TikTok was fined 350 million euros by the EU Commission.", "en", "fine", "TikTok", "350000000"),
        (
            "Die EU-Kommission verhängte gegen TikTok eine Strafe von 530 Millionen Euro.",
            "de",
            "fine",
            "TikTok",
            "530000000",
        ),
        ("The Port Ellery ferry fire killed nine people.", "en", "deaths", "Port Ellery ferry fire", "9"),
    ],
)
def test_a_figure_takes_the_predicate_of_its_dimension_and_trigger(
    text: str, language: str, predicate: str, subject: str, amount: str
) -> None:
    claim = get_claim(text, predicate, language)
    assert (label(claim), plain(claim)) == (subject, amount)


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("57 Prozent der Bayern nutzen laut einer Umfrage Bioeier.", "Bayern"),
        ("57 Prozent der Bayern nutzen Bioeier.", "Bayern"),
    ],
)
def test_who_is_cited_for_a_share_is_no_part_of_what_it_is_in(text: str, of: str) -> None:
    claim = get_claim(text, "share")
    assert (label(claim), claim.qualifiers) == ("Bioeier", {"of": of})


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Cologne Cathedral is 157 metres tall.", "Cologne Cathedral"),
        ("London Bridge is 269 metres long.", "London Bridge"),
    ],
)
def test_a_building_named_after_its_town_is_not_the_town(text: str, subject: str) -> None:
    assert label(get_claim(text, "measure", "en")) == subject


def test_a_company_with_the_word_for_one_behind_its_name_is_that_company() -> None:
    assert label(get_claim("BYD Company has 900,000 employees.", "staff", "en")) == "BYD"


def test_who_fines_somebody_is_not_fined() -> None:
    assert find_claims("The bank was fined 350 million euros by the EU Commission.", "fine", "en") == []


def test_the_price_of_a_product_is_no_building_cost() -> None:
    text = "Der Roboter Lumo 3 kostet 24.900 Euro."
    assert [s.predicate for s in suggest(text, "de")] == ["price"]


def test_a_counted_noun_must_stand_beside_its_figure() -> None:
    assert (
        find_claims(
            "Kelvora GmbH mit ihren Mitarbeitern lieferte nach langem Streit im Hafen 64 Kisten.", "staff"
        )
        == []
    )


@pytest.mark.parametrize("name", ["Qwen 2.5", "GPT-4", "Spark 4.0 Turbo", "QwQ-32B", "Kestrel 7B", "Lumo-2"])
def test_a_version_number_is_no_quantity(name: str) -> None:
    text = f"Das Sprachmodell {name} kostete viel und ist schnell."
    assert not [s for s in suggest(text, "de") if isinstance(s.value, Quantity)]


def test_a_state_keeps_the_time_that_it_is_stated_for() -> None:
    claim = get_claim("Im Oktober 2024 hatte das Start-up Kelvora noch 64 Mitarbeiter.", "staff")
    assert claim.as_of == "2024-10"


def test_a_flow_keeps_its_period_as_a_separator() -> None:
    claim = get_claim("Der Umsatz von Google lag 2023 bei 307 Milliarden Dollar.", "revenue")
    assert claim.qualifiers == {"period": "2023"}


def test_daily_and_monthly_users_are_told_apart() -> None:
    claim = get_claim("OpenAI has 300 million monthly active users.", "users", "en")
    assert claim.qualifiers == {"metric": "monthly"}


def test_a_share_names_its_base() -> None:
    claim = get_claim("31 percent of smokers reported headaches at night.", "share", "en")
    assert (label(claim), claim.qualifiers) == ("headaches at night", {"of": "smokers"})


def test_among_the_three_largest_is_a_rank_of_at_most_three() -> None:
    claim = get_claim("Qwen zählt zu den drei größten Anbietern.", "rank")
    assert isinstance(claim.value, Quantity)
    assert (claim.value.amount, claim.value.comparator) == ("3", "<=")


def test_a_fall_is_a_negative_change() -> None:
    assert plain(get_claim("Der Absatz von Kelvora sank um 12 Prozent.", "change")) == "-12"


def test_a_figure_that_no_predicate_fits_is_kept_untyped() -> None:
    (claim,) = suggest("OpenAI verbrannte 800 Millionen Dollar.", "de")
    assert (claim.snak, claim.predicate, label(claim)) == ("untyped", None, "OpenAI")


@pytest.mark.parametrize(
    ("text", "language", "shares"),
    [
        ("44 percent would vote for Ellen Straub and 38 percent for Labour.", "en", {"Ellen Straub": "44", "Labour Party": "38"}),
        ("44 percent would vote for Ellen Straub and 38 percent for Qorbin Lindqvist.", "en", {"Ellen Straub": "44"}),
        ("With 40 percent of ballots counted, Labour leads with 51 percent.", "en", {"Labour Party": "51"}),
        ("Nach 40 Prozent ausgezählten Stimmen führt die SPD mit 51 Prozent.", "de", {"SPD": "51"}),
    ],
)  # fmt: skip
def test_a_share_of_votes_is_for_who_is_named_behind_it_and_no_progress(
    text: str, language: str, shares: dict[str, str]
) -> None:
    assert {label(one): plain(one) for one in find_claims(text, "vote_share", language)} == shares


def test_the_rounds_of_a_vote_are_told_apart_wherever_the_sentence_names_them() -> None:
    text = "In the first round, 44 percent would vote for Ellen Straub. In a runoff, Ellen Straub would win with 55 percent."
    assert [one.qualifiers["ballot"] for one in find_claims(text, "vote_share", "en")] == [
        "first round",
        "runoff",
    ]
