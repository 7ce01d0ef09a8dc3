"""A sentence that nothing types says another fact in a later text of its article."""

import pytest

from tests.crosscheck.texts import Press

RULE = "revision-changed-fact"

COURT = (
    "Das Landgericht Lauen hat den 34 Jahre alten Angeklagten zu vier Jahren Haft verurteilt. "
    "Er hatte Scheunen angezündet."
)
LAKE = "Tankers had been sent. The reservoir was safe to drink from after the flood, the company said."
MATCH = "Barnsby United beat Colne City 2-1 on Saturday to return to the top of the league. Fans sang."


def test_another_figure_in_a_sentence_that_nothing_types_is_a_stealth_edit(press: Press) -> None:
    press.print("a", COURT)
    press.print("a", COURT.replace("vier Jahren", "sieben Jahren"))
    (finding,) = press.check(RULE)
    assert finding["severity"] == "warning"
    assert finding["message"] == (
        "value vier Jahren against sieben Jahren: „Das Landgericht Lauen hat den 34 Jahre alten Angeklagten zu vier"
        " Jahren Haft verurteilt.“ until revision 1 · „Das Landgericht Lauen hat den 34 Jahre alten Angeklagten zu"
        " sieben Jahren Haft verurteilt.“: changed, and no correction is on record"
    )
    assert [member["alternative"] for member in finding["members"]] == [0, 1]


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (LAKE, LAKE.replace("was safe", "was not safe"), "negation asserted against denied"),
        (MATCH, MATCH.replace("2-1", "3-1"), "value 2-1 against 3-1"),
        (
            "Police have arrested Marcus Field, the treasurer of the harbour trust. They searched his house.",
            "Police have arrested Henry Dunmore, the treasurer of the harbour trust. They searched his house.",
            "name Marcus Field against Henry Dunmore",
        ),
        (
            "Charity director Alan Pryce was convicted of fraud on Tuesday. He declined to comment.",
            "Charity director Alan Pryce was cleared of fraud on Tuesday. He declined to comment.",
            "opposite convicted against cleared",
        ),
        (
            "Thermometers in Bremen showed 41.2 degrees on Thursday, the highest value ever. It was hot.",
            "Thermometers in Bremen showed 42.1 degrees on Thursday, the highest value ever. It was hot.",
            "value 41.2 degrees against 42.1 degrees",
        ),
        (
            "“We will close the old line,” said Petra Lohse on Monday. Passengers protest.",
            "“We will not close the old line,” said Petra Lohse on Monday. Passengers protest.",
            "negation asserted against denied",
        ),
    ],
    ids=["negation", "score", "name", "opposite", "within the tolerance of its question", "statement"],
)
def test_a_denial_a_result_and_a_name_are_found_as_well(
    press: Press, before: str, after: str, told: str
) -> None:
    press.print("a", before, language="en")
    press.print("a", after, language="en")
    (finding,) = press.check(RULE)
    assert finding["message"].startswith(told)


@pytest.mark.parametrize(
    "after",
    [
        COURT.replace("hat den", "hat am Dienstag den"),
        "Die Verteidigung schwieg. " + COURT,
        COURT + " Das Landgericht Lauen hat den 29 Jahre alten Bruder zu einem Jahr Haft verurteilt.",
        COURT.replace(
            "Das Landgericht Lauen hat den 34 Jahre alten Angeklagten zu vier Jahren Haft verurteilt. ", ""
        ),
        COURT.replace("34 Jahre", "43 Jahre").replace("vier Jahren", "sieben Jahren"),
    ],
    ids=["a word", "moved", "another sentence", "taken out", "two figures at once"],
)
def test_a_sentence_that_says_the_same_or_is_not_in_its_stead_is_none(press: Press, after: str) -> None:
    press.print("a", COURT)
    press.print("a", after)
    assert press.check(RULE) == []


def test_two_sentences_that_both_stood_there_are_in_nobodys_stead(press: Press) -> None:
    both = COURT + " Das Landgericht Lauen hat den 34 Jahre alten Angeklagten zu neun Jahren Haft verurteilt."
    press.print("a", both)
    press.print("a", both.removeprefix(COURT).strip())
    assert press.check(RULE) == []


def test_another_article_with_another_figure_is_no_change_of_this_one(press: Press) -> None:
    press.print("a", COURT)
    press.print("b", COURT.replace("vier Jahren", "sieben Jahren"))
    assert press.check(RULE) == []


def test_what_rose_in_one_article_may_fall_in_another(press: Press) -> None:
    press.print("a", "Die Aktie der Firma Brehm stieg am Dienstag an der Börse in Frankfurt deutlich.")
    press.print("b", "Die Aktie der Firma Brehm sank am Dienstag an der Börse in Frankfurt deutlich.")
    assert press.check("changed-fact-in-near-duplicate") == []


def test_a_toll_that_grows_is_no_stealth_edit(press: Press) -> None:
    toll = "Beim Busunglück bei Bremen starben nach Angaben der Polizei {} Menschen. Die Suche dauert an."
    press.print("a", toll.format("mindestens drei"))
    press.print("a", toll.format("mindestens fünf"))
    assert press.check(RULE) == []


def test_a_correction_closes_it_and_an_old_text_that_is_back_as_well(press: Press) -> None:
    press.print("a", COURT)
    press.print("a", COURT.replace("vier Jahren", "sieben Jahren"))
    assert len(press.check(RULE)) == 1
    between = ("--article", "a", "--reason", "Typo.", "--from-revision", "1", "--to-revision", "2")
    press.desk("correction", "add", *between, "--kind", "correction")
    assert press.check(RULE) == []
    press.print("a", COURT)
    (again,) = press.check(RULE)
    assert again["message"].startswith("value sieben Jahren against vier Jahren")
