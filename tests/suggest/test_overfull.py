"""Parts that come to more than their total are suggested with it, whatever is counted."""

import pytest

from claims.suggest import suggest

FITS = [
    ("Harrow College has 9,000 students this term. Of these, 5,200 study engineering and 4,900 are in business courses.", "en", "9,000", ("4,900", "3,100")),
    ("Die Schule hat 900 Schüler. Davon kommen 520 aus der Stadt und 430 vom Land.", "de", "900", ("430", "380")),
    ("Der Stadtrat hat 40 Sitze. Die SPD kommt auf 19 Sitze, die CDU auf 14 Sitze, die Grünen erhalten elf.", "de", "40", ("elf", "sieben")),
    ("36 Stadträte waren anwesend. 21 stimmten dafür, 17 dagegen, zwei enthielten sich.", "de", "36", ("17", "13")),
    ("The council, which has 31 members, approved the bypass by 18 votes to 16.", "en", "31", ("16", "12")),
    ("The museum has a fund of 12 million dollars. Of that, 8 million dollars go to salaries and 6 million dollars to art.", "en", "12 million dollars", ("6 million", "4 million")),
    ("Twelve people were hurt when a coach overturned. The injured are five adults and nine children.", "en", "Twelve", ("nine", "seven")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "language", "total", "part"), FITS)
def test_a_total_is_suggested_with_the_parts_that_exceed_it(
    text: str, language: str, total: str, part: tuple[str, str]
) -> None:
    told = [one for one in suggest(text, language, "2025-03-01") if one.predicate == "figure"]
    whole = [one for one in told if not one.qualifiers]
    assert [getattr(one.value, "text", "") for one in whole] == [total]
    assert len(told) > 2
    assert {one.subject for one in told} == {whole[0].subject}
    assert len({one.qualifiers.get("part") for one in told}) == len(told)
    for one in told:
        assert text[one.value_start : one.value_end] == getattr(one.value, "text", "")


@pytest.mark.parametrize(("text", "language", "total", "part"), FITS)
def test_parts_that_fit_are_not_suggested(
    text: str, language: str, total: str, part: tuple[str, str]
) -> None:
    fitting = text.replace(*part)
    assert fitting != text
    assert [one for one in suggest(fitting, language, "2025-03-01") if one.predicate == "figure"] == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("20 people were hurt, including 14 children and 9 tourists.", "en"),
        ("Die Schule hat 900 Schüler. Im Ort leben 5.000 Menschen, im Kreis 90.000.", "de"),
        ("Der Stadtrat hat 40 Sitze. Im Stadion gibt es 9.000 Sitze und 4.000 Sitze unter dem Dach.", "de"),
        ("The club sold 900 tickets. The hall holds 1,200 people and the bar 300.", "en"),
        ("The firm has 800 staff, of whom 500 work in Bavaria, 430 of them in Munich.", "en"),
        ("The team has 11 players. They won by 24 points to 19.", "en"),
    ],
    ids=["may overlap", "others", "other seats", "other people", "a part of a part", "a result"],
)
def test_figures_that_are_not_told_to_be_parts_are_left_alone(text: str, language: str) -> None:
    assert [one for one in suggest(text, language, "2025-03-01") if one.predicate == "figure"] == []
