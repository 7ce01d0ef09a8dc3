"""A time that the text counts from the day it told of last is that day and what lies between."""

import pytest

from claims.values import find

PUBLISHED = "2025-02-10"


def read(text: str, language: str, reference: str | None = PUBLISHED) -> list[str | None]:
    return [one.value.edtf for one in find(text, language, reference) if one.value.type == "date"]


@pytest.mark.parametrize(
    ("text", "language", "edtf"),
    [
        ("Am 3. Mai 2024 brach das Feuer aus. Am Tag darauf war es gelöscht.", "de", "2024-05-04"),
        ("Am 3. Mai 2024 brach das Feuer aus, tags darauf war es gelöscht.", "de", "2024-05-04"),
        ("Am 31. Mai 2024 brach das Feuer aus. Am nächsten Tag war es gelöscht.", "de", "2024-06-01"),
        ("Am 3. Mai 2024 brach das Feuer aus. Am Tag zuvor war geprüft worden.", "de", "2024-05-02"),
        ("Am 3. Mai 2024 brach das Feuer aus. Zwei Tage zuvor war geprüft worden.", "de", "2024-05-01"),
        ("Am 3. Mai 2024 brach das Feuer aus. Drei Wochen später begann der Abriss.", "de", "2024-05-20/2024-05-26"),
        ("2019 lag der Umsatz bei 5 Millionen Euro. Im Jahr darauf stieg er.", "de", "2020"),
        ("Am Montag brannte es. Am Tag darauf kam der Bagger.", "de", "2025-02-11"),
        ("The fire broke out on 3 May 2024. The next day it was out.", "en", "2024-05-04"),
        ("The fire broke out on 3 May 2024. The day after, it was out.", "en", "2024-05-04"),
        ("The fire broke out on 3 May 2024. Three weeks later work began.", "en", "2024-05-20/2024-05-26"),
        ("The fire broke out on 3 May 2024. Two days earlier all was well.", "en", "2024-05-01"),
        ("The fire broke out in May 2022. A year later the hall reopened.", "en", "2023"),
        ("The fire broke out in May 2022. The following year the hall reopened.", "en", "2023"),
    ],
)  # fmt: skip
def test_it_is_counted_from_the_day_told_of(text: str, language: str, edtf: str) -> None:
    assert read(text, language)[-1] == edtf


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Am Tag darauf war es gelöscht.", "de"),
        ("Im Mai 2024 brannte es. Am Tag darauf war es gelöscht.", "de"),
        ("Die Bahn will 2028 fertig sein, also sechs Jahre später als geplant.", "de"),
        ("Am 3. Mai 2024 brannte es.\n\nAm Tag darauf war es gelöscht.", "de"),
        ("The fire broke out in May 2024. The next day it was out.", "en"),
        ("The fire broke out on 3 May 2024, the day after the fair.", "en"),
    ],
)
def test_without_such_a_day_in_its_paragraph_it_is_no_day(text: str, language: str) -> None:
    assert len(read(text, language)) == (0 if text.startswith("Am Tag") else 1)
