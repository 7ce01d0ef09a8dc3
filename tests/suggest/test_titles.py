"""Titles are read with the text below them: the same thing in both is one question."""

import pytest

from claims.store.queries.article import ToRead
from claims.suggest.run import propose
from claims.suggest.suggesters import RULES
from claims.suggest.suggestion import Suggestion
from claims.vocabulary import get_seed_vocabulary
from tests.suggest.reading import label, plain


def read(title: str, text: str, language: str) -> dict[str, list[Suggestion]]:
    revision = ToRead(
        revision_id=1,
        article_id=1,
        number=1,
        title=title,
        language=language,
        published="2025-05-05",
        text=text,
    )
    return propose(revision, get_seed_vocabulary(), RULES).found


@pytest.mark.parametrize(
    ("title", "text", "language", "predicate", "values"),
    [
        ("Kramer AG erzielt Rekordumsatz von 120 Millionen Euro", "Die Kramer AG aus Hagen hat im vergangenen Jahr einen Umsatz von 112 Millionen Euro erzielt.", "de", "revenue", ("120000000", "112000000")),
        ("Zahl der Toten nach Erdbeben steigt auf 45", "Bei dem Erdbeben in Nepal sind mindestens 41 Menschen ums Leben gekommen.", "de", "deaths", ("45", "41")),
        ("Leitzins steigt auf 4,25 Prozent", "Die Europäische Zentralbank hat den Leitzins auf 4,0 Prozent angehoben.", "de", "rate", ("4.25", "4")),
        ("SPD bei 17 Prozent", "In einer Umfrage des Instituts Forsa kommt die SPD auf 16 Prozent.", "de", "vote_share", ("17", "16")),
        ("Maler Otto Frings mit 91 Jahren gestorben", "Der Maler Otto Frings starb im Alter von 90 Jahren.", "de", "age", ("91", "90")),
        ("Novalis übernimmt Konkurrenten Pharmix", "Der Arzneihersteller Pharmix wird von der Schweizer Firma Helvion übernommen.", "de", "acquired_by", ("Novalis", "Helvion")),
        ("Nepal earthquake kills 45", "The earthquake in Nepal has killed at least 41 people, officials said.", "en", "deaths", ("45", "41")),
        ("Labour at 27 percent in new poll", "Labour polled 26 percent in a survey by YouGov.", "en", "vote_share", ("27", "26")),
        ("Painter Otto Frings dies at 91", "The painter Otto Frings died on Sunday at the age of 90.", "en", "age", ("91", "90")),
        ("Novalis buys rival Pharmix", "The drugmaker Pharmix is being bought by the Swiss firm Helvion.", "en", "acquired_by", ("Novalis", "Helvion")),
        ("Lena Vogt named CEO of Nordkasse in March", "Lena Vogt was appointed chief executive of Nordkasse on April 1.", "en", "took_office", ("2025-03", "2025-04-01")),
    ],
)  # fmt: skip
def test_title_and_text_ask_one_question(
    title: str, text: str, language: str, predicate: str, values: tuple[str, str]
) -> None:
    found = read(title, text, language)
    above = [one for one in found["title"] if one.predicate == predicate]
    below = [one for one in found["text"] if one.predicate == predicate]
    assert [plain(one) for one in (*above, *below)] == list(values)
    assert label(above[0]) == label(below[0])


def test_what_a_title_says_is_anchored_in_the_title() -> None:
    title = "Kramer AG erzielt Umsatz von 120 Millionen Euro"
    (claim,) = read(title, "Die Kramer AG sitzt in Hagen.\n", "de")["title"]
    assert title[claim.value_start : claim.value_end] == "120 Millionen Euro"
    assert title[claim.start : claim.end] == title
