"""How many of a thing somebody sold, with what it was: the counted noun makes the question."""

import pytest

from tests.suggest.reading import find_claims, get_claim, label, plain


@pytest.mark.parametrize(
    ("text", "language", "seller", "amount", "separators"),
    [
        (
            "BYD verkaufte 2024 4,27 Millionen Autos.",
            "de",
            "BYD",
            "4270000",
            {"item": "cars", "period": "2024"},
        ),
        ("BYD sold 3.27 million cars in 2024.", "en", "BYD", "3270000", {"item": "cars", "period": "2024"}),
        ("BYD lieferte 380.000 Fahrzeuge aus.", "de", "BYD", "380000", {"item": "cars"}),
        ("BYD delivered 380,000 electric vehicles.", "en", "BYD", "380000", {"item": "electric cars"}),
        (
            "BYD hat in Europa 57.000 Autos verkauft.",
            "de",
            "BYD",
            "57000",
            {"item": "cars", "place": "Europe"},
        ),
        ("Xiaomi shipped 34 million smartphones.", "en", "Xiaomi", "34000000", {"item": "smartphones"}),
    ],
)
def test_goods_are_counted_by_kind(
    text: str, language: str, seller: str, amount: str, separators: dict[str, str]
) -> None:
    claim = get_claim(text, "sold", language)
    assert (label(claim), plain(claim), claim.qualifiers) == (seller, amount, separators)


def test_what_is_to_be_sold_is_planned() -> None:
    assert get_claim("BYD will 5,5 Millionen Autos verkaufen.", "sold").modality == "planned"


@pytest.mark.parametrize(
    "text",
    [
        "BYD sold 5,000 cars to Brazil.",
        "Nvidia sold $5 billion worth of chips.",
        "4 million cars were sold by BYD's rivals.",
        "BYD sold the plant with 300 workers.",
    ],
)
def test_what_went_to_one_customer_or_counts_something_else_is_no_sales_figure(text: str) -> None:
    assert find_claims(text, "sold", "en") == []
