"""What one text divides must fit into its whole: shares, counts, sums, votes."""

import pytest

from tests.crosscheck.texts import Press
from tests.suggest.test_overfull import FITS

RULE = "sum-and-share"


def test_whom_one_poll_asked_are_not_those_of_another(press: Press) -> None:
    press.print("a", "In a survey, 66 percent of respondents support higher taxes.", language="en")
    press.print("b", "In a survey, 71 percent of respondents prefer dogs.", language="en")
    assert press.check(RULE) == []
    both = "In a survey, 66 percent of respondents drink tea. It says that 71 percent of respondents drink coffee."
    press.print("c", both, language="en")
    assert len(press.check(RULE)) == 1


@pytest.mark.parametrize(
    ("text", "language", "told"),
    [
        ("Wind lieferte 45 Prozent des Stroms, Kohle 38 Prozent und Gas {} Prozent.", "de", (17, 27)),
        ("In the referendum in Bremen, 54 percent voted yes and {} percent voted no.", "en", (46, 56)),
        ("51 Prozent der Befragten sind dafür. {} Prozent lehnen den Bau ab, 8 Prozent haben keine Meinung.", "de", (41, 51)),
        ("The Tarrant family holds 55 percent of the shares in Tarrant Foods. The remaining {} percent belong to funds.", "en", (45, 52)),
    ],
    ids=["supply", "referendum", "poll", "company"],
)  # fmt: skip
def test_shares_that_divide_one_whole_must_fit_into_it(
    press: Press, text: str, language: str, told: tuple[int, int]
) -> None:
    fits, exceeds = told
    press.print("a", text.format(fits), language=language)
    assert press.check(RULE) == []
    press.print("a", text.format(exceeds), language=language)
    assert len(press.check(RULE)) == 1


CRASH = "Beim Busunglück bei Bremen wurden 20 Menschen verletzt, davon {} schwer und {} leicht."


def test_the_parts_of_a_count_must_fit_into_it(press: Press) -> None:
    press.print("a", CRASH.format("drei", "17"))
    press.print("b", "Die Firma Kolb hat 900 Mitarbeiter. 500 arbeiten in Bremen, 400 in Hamburg.")
    assert press.check(RULE) == []
    press.print("a", CRASH.format("acht", "17"))
    press.print("b", "Die Firma Kolb hat 900 Mitarbeiter. 500 arbeiten in Bremen, 450 in Hamburg.")
    found = press.check(RULE)
    assert {one["severity"] for one in found} == {"warning"}
    assert [one["message"].rpartition(": ")[2] for one in found] == ["the parts come to at least 25", "the parts come to at least 936"]  # fmt: skip


@pytest.mark.parametrize(("text", "language", "total", "part"), FITS)
def test_the_parts_of_any_total_must_fit_into_it(
    press: Press, text: str, language: str, total: str, part: tuple[str, str]
) -> None:
    press.print("a", text.replace(*part), language=language)
    assert press.check(RULE) == []
    press.print("a", text, language=language)
    (finding,) = press.check(RULE)
    assert (finding["severity"], f": {total} against " in finding["message"]) == ("warning", True)


def test_votes_of_an_election_add_up_from_sentence_to_sentence(press: Press) -> None:
    told = "Bei der Landtagswahl in Bremen wurde die SPD mit 38,4 Prozent stärkste Kraft. Die CDU erreichte 31,2 Prozent, die Grünen kamen auf {} Prozent."
    press.print("a", told.format("22,7"))
    assert press.check(RULE) == []
    press.print("a", told.format("42,7"))
    (finding,) = press.check(RULE)
    assert "election: Landtagswahl in Bremen" in finding["message"]


def test_a_poll_behind_an_election_is_none_of_its_votes(press: Press) -> None:
    told = "Bei der Landtagswahl in Bremen wurde die SPD mit 58,4 Prozent stärkste Kraft. In einer neuen Umfrage kommt die CDU auf 48 Prozent."
    press.print("a", told)
    assert press.check(RULE) == []


def test_parts_that_two_sentences_or_articles_give_are_not_added(press: Press) -> None:
    press.print("a", "Die Firma Kolb hat 900 Mitarbeiter, davon 500 in Bremen. Der Betrieb wächst.")
    press.print("b", "Die Firma Kolb hat 950 Mitarbeiter, davon 450 in Hamburg.")
    press.print("c", "Die Firma Kolb hat 950 Mitarbeiter. Das Werk in Hamburg von Kolb hat 600 Mitarbeiter.")
    assert press.check(RULE) == []
