"""A title that its own text contradicts is reported as that, and as nothing else where that is all."""

import pytest

from tests.crosscheck.texts import Press

RULE = "headline-against-body"

TEXT = "Der Hersteller Quellhain hat Grosses vor. Brakwin-9 wurde im November 2024 veröffentlicht. Das freut viele."
RIGHT, WRONG = "Brakwin-9 im November 2024 veröffentlicht", "Brakwin-9 im Oktober 2024 veröffentlicht"


def list_open(press: Press) -> list[str]:
    return sorted(one["rule"] for one in press.desk("finding", "list", "--json").json["findings"])


def test_a_title_with_another_month_than_the_text_is_found_and_nothing_else(press: Press) -> None:
    press.print("a", TEXT, title=WRONG)
    press.print("b", TEXT, title=RIGHT)
    (finding,) = press.check(RULE)
    assert finding["message"] == "Brakwin-9 · released: 2024-10 (headline) against 2024-11 (body)"
    assert list_open(press) == [RULE]


def test_an_english_title_with_another_figure_is_found(press: Press) -> None:
    text = "Last year was good. The app Chirrupo has 40 million users. It grows."
    press.print("a", text, title="The app Chirrupo has 90 million users", language="en")
    assert len(press.check(RULE)) == 1
    assert list_open(press) == [RULE]


def test_a_title_that_says_what_the_text_denies_is_found(press: Press) -> None:
    press.print("a", TEXT.replace("wurde im", "wurde nicht im"), title=RIGHT)
    assert len(press.check(RULE)) == 1
    assert list_open(press) == [RULE]


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (RIGHT, TEXT),
        ("Brakwin-9 wurde 2024 veröffentlicht", TEXT),
        ("Velinor-3 im Oktober 2024 veröffentlicht", TEXT),
        (WRONG, TEXT.replace("November", "Oktober") + " Zuvor hiess es anderes."),
        (WRONG, "Der Hersteller Quellhain hat Grosses vor. Das freut viele."),
    ],
    ids=["same", "less precise", "another subject", "same in other words", "nothing below"],
)
def test_a_title_that_the_text_bears_out_is_none(press: Press, title: str, text: str) -> None:
    press.print("a", text, title=title)
    assert press.check(RULE) == []


def test_a_title_against_another_article_is_a_contradiction_between_articles(press: Press) -> None:
    press.print("a", "Der Hersteller Quellhain hat Grosses vor.", title=WRONG)
    press.print("b", TEXT)
    assert press.check(RULE) == []
    assert list_open(press) == ["value-contradiction"]


def test_what_stands_against_each_other_besides_is_still_reported(press: Press) -> None:
    press.print("a", TEXT, title=WRONG)
    press.print("b", TEXT.replace("November", "Juli"))
    assert len(press.check(RULE)) == 1
    assert list_open(press) == [RULE, "value-contradiction"]


def test_a_text_that_contradicts_itself_does_not_accuse_its_title(press: Press) -> None:
    press.print("a", TEXT + " Brakwin-9 wurde im Oktober 2024 veröffentlicht.", title=WRONG)
    assert press.check(RULE) == []
    assert list_open(press) == ["value-contradiction"]


def test_a_title_with_a_figure_that_no_predicate_fits_warns_where_the_text_has_another(press: Press) -> None:
    text = "Das Stahlwerk Bous baut bis Ende 2026 insgesamt {} Stellen ab. Das teilte es mit."
    press.print("a", text.format("1.200"), title="Stahlwerk Bous streicht 1.200 Stellen")
    assert press.check(RULE) == []
    press.print("a", text.format("1.020"), title="Stahlwerk Bous streicht 1.200 Stellen")
    (finding,) = press.check(RULE)
    assert finding["severity"] == "warning"
    assert finding["message"] == (
        "Stahlwerk Bous streicht 1.200 Stellen · figure: 1.020 (body) against 1.200 (headline)"
    )
