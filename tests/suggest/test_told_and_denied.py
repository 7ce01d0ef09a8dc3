"""What a text only tells in order to deny it is not what it says."""

import pytest

from claims.suggest import suggest
from tests.suggest.reading import find_claims, plain


@pytest.mark.parametrize(
    ("text", "language", "predicate", "said"),
    [
        (
            "Bloggers wrote that OpenAI was founded in 1890. OpenAI was not founded in 1890, but in 2015.",
            "en",
            "founded",
            [("1890", "negated"), ("2015", "asserted")],
        ),
        (
            "In Foren hieß es, das Modell Tono 4 sei im Januar 2025 erschienen. Das Modell Tono 4 ist nicht im Januar 2025 erschienen.",
            "de",
            "released",
            [("2025-01", "negated")],
        ),
        (
            "OpenAI was not founded in 1890. OpenAI was founded in 2015.",
            "en",
            "founded",
            [("1890", "negated"), ("2015", "asserted")],
        ),
        (
            "OpenAI was not founded in 1890. Later the text says: OpenAI was founded in 1890.",
            "en",
            "founded",
            [("1890", "negated"), ("1890", "asserted")],
        ),
    ],
)  # fmt: skip
def test_only_the_denial_of_a_rumour_is_said(
    text: str, language: str, predicate: str, said: list[tuple[str, str]]
) -> None:
    assert [(plain(one), one.polarity) for one in find_claims(text, predicate, language)] == said


def test_a_title_that_its_text_denies_still_says_it() -> None:
    text = "OpenAI was founded in 1890\n\nOpenAI was not founded in 1890."
    assert {one.polarity for one in suggest(text, "en") if one.predicate == "founded"} == {
        "asserted",
        "negated",
    }
