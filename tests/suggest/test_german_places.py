"""A town that nobody has listed is known by its ending behind a bare preposition."""

import pytest

from claims.suggest import suggest
from tests.suggest.reading import get_claim, label, plain


@pytest.mark.parametrize(
    ("text", "predicate", "subject", "value"),
    [
        ("Beim Busunglück bei Lautersee starben elf Menschen.", "deaths", "Busunglück bei Lautersee", "11"),
        ("14 Tote bei Busunglück bei Lautersee", "deaths", "Busunglück bei Lautersee", "14"),
        (
            "Das Start-up Fermento aus Grevenhorst hat 40 Mitarbeiter.",
            "headquarters",
            "Fermento",
            "Grevenhorst",
        ),
        (
            "Das Start-up Fermento aus Bad Rodach hat 40 Mitarbeiter.",
            "headquarters",
            "Fermento",
            "Bad Rodach",
        ),
    ],
)
def test_a_towns_ending_names_it(text: str, predicate: str, subject: str, value: str) -> None:
    claim = get_claim(text, predicate)
    assert (label(claim), plain(claim)) == (subject, value)


@pytest.mark.parametrize(
    "text",
    [
        "Das Start-up Fermento aus Privatbesitz hat 40 Mitarbeiter.",
        "Das Start-up Fermento baut Häuser aus Sandstein.",
        "Das Start-up Fermento sucht in Übersee nach Kunden.",
        "Das Start-up Fermento wurde mit viel Kapital gegründet, aus Kapital wurde nichts.",
    ],
)
def test_a_common_noun_with_such_an_ending_is_no_place(text: str) -> None:
    assert [one for one in suggest(text, "de") if one.predicate in {"headquarters", "location"}] == []
