"""Words in quotation marks have one speaker, and a speaker does not say opposite things of one time."""

import pytest

from tests.crosscheck.texts import Press

RULE = "attribution-conflict"

QUOTE = "„Wir haben im Sommer keine einzige Beschwerde erhalten“, sagte {} am Montag."


def test_one_quotation_with_two_speakers_is_found(press: Press) -> None:
    press.print("a", QUOTE.format("Lena Velin"))
    press.print("b", "Der Tag war lang. " + QUOTE.format("Karl Osterby"))
    (finding,) = press.check(RULE)
    assert finding["message"] == (
        "Lena Velin · said: Wir haben im Sommer keine einzige Beschwerde erhalten against"
        " Karl Osterby Wir haben im Sommer keine einzige Beschwerde erhalten: one quotation, two speakers"
    )


def test_nearly_the_same_english_quotation_with_two_speakers_is_found(press: Press) -> None:
    quote = '"We have not received a single complaint over the whole {}summer", said {} on Monday.'
    press.print("a", quote.format("", "Lena Velin"), language="en")
    assert press.check(RULE) == []
    press.print("b", quote.format("long ", "Paul Novak"), language="en")
    assert len(press.check(RULE)) == 1


@pytest.mark.parametrize(
    "other",
    [
        QUOTE.format("Lena Velin"),
        QUOTE.format("Karl Osterby").replace("keine einzige Beschwerde", "drei Lieferungen aus Norwegen"),
        "Karl Osterby sagte, dass wir im Sommer keine einzige Beschwerde erhalten haben.",
        QUOTE.format("das Unternehmen Quellhain"),
    ],
    ids=["same speaker", "other words", "reported speech", "her company"],
)
def test_what_is_no_second_speaker_of_the_same_words_is_none(press: Press, other: str) -> None:
    press.print("a", QUOTE.format("Lena Velin"))
    press.print("b", other)
    assert press.check(RULE) == []


def test_one_quotation_with_three_speakers_is_one_finding(press: Press) -> None:
    for name, speaker in (("a", "Lena Velin"), ("b", "Karl Osterby"), ("c", "Paul Novak")):
        press.print(name, QUOTE.format(speaker))
    (finding,) = press.check(RULE)
    assert finding["message"].endswith("one quotation, 3 speakers")
    assert [one["alternative"] for one in finding["members"]] == [0, 1, 2]


def test_it_is_one_finding_still_when_the_first_of_three_speakers_is_gone(press: Press) -> None:
    for name, speaker in (("a", "Lena Velin"), ("b", "Karl Osterby"), ("c", "Paul Novak")):
        press.print(name, QUOTE.format(speaker))
    press.check(RULE)
    press.print("a", "Lena Velin sagte nichts dazu.")
    (finding,) = press.check(RULE)
    assert finding["message"].endswith("one quotation, two speakers")
    assert {one["speaker"]["label"] for one in finding["members"]} == {"Karl Osterby", "Paul Novak"}


@pytest.mark.parametrize(
    ("language", "formula"),
    [
        ("de", "„Wir sind sehr zufrieden“, sagte {}."),
        ("de", "„Das war heute ein sehr guter Tag für uns alle“, sagte {}."),
        ("de", "„Wir äußern uns nicht zu laufenden Verfahren“, sagte {}."),
        ("en", '"We are very happy with the result", said {}.'),
        ("en", '"I would like to thank everybody who helped us", said {}.'),
    ],
)
def test_a_formula_that_everybody_uses_may_have_two_speakers(
    press: Press, language: str, formula: str
) -> None:
    press.print("a", formula.format("Lena Velin"), language=language)
    press.print("b", formula.format("Paul Novak"), language=language)
    assert press.check(RULE) == []


def test_it_closes_when_the_words_are_no_longer_attributed_twice(press: Press) -> None:
    press.print("a", QUOTE.format("Lena Velin"))
    press.print("b", QUOTE.format("Karl Osterby"))
    assert len(press.check(RULE)) == 1
    press.print("b", "Karl Osterby sagte nichts dazu.")
    assert press.check(RULE) == []


def test_a_speaker_with_opposite_statements_is_found(press: Press) -> None:
    press.print("a", "„Brakwin-9 erschien im Januar 2025“, sagte Lena Velin am Montag.")
    press.print("b", "„Brakwin-9 erschien im November 2024“, sagte Lena Velin am Dienstag.")
    (finding,) = press.check(RULE)
    assert (
        finding["message"]
        == "Brakwin-9 · released: 2024-11 (says Lena Velin) against 2025-01 (says Lena Velin)"
    )


@pytest.mark.parametrize(
    "other",
    [
        "„Brakwin-9 erschien im November 2024“, sagte Karl Osterby am Dienstag.",
        "„Brakwin-9 erschien im Jahr 2025“, sagte Lena Velin am Dienstag.",
        "„Velinor-3 erschien im November 2024“, sagte Lena Velin am Dienstag.",
        "Brakwin-9 erschien im November 2024.",
    ],
    ids=["another speaker", "less precise", "of something else", "nobody's words"],
)
def test_a_speaker_who_does_not_contradict_herself_is_none(press: Press, other: str) -> None:
    press.print("a", "„Brakwin-9 erschien im Januar 2025“, sagte Lena Velin am Montag.")
    press.print("b", other)
    assert press.check(RULE) == []


CLOSING = "Die Gemeinde werde das Schwimmbad {}schließen, sagte {} am Mittwoch."


def test_a_speaker_who_is_said_to_announce_a_thing_and_its_opposite_is_found(press: Press) -> None:
    press.print("a", CLOSING.format("", "Lena Velin"))
    press.print("b", CLOSING.format("nicht ", "Lena Velin"))
    (finding,) = press.check(RULE)
    assert finding["message"] == (
        "Lena Velin · said: Die Gemeinde werde das Schwimmbad schließen against"
        " Die Gemeinde werde das Schwimmbad nicht schließen: one speaker, opposite statements"
    )


def test_another_form_of_the_verb_makes_it_no_other_statement(press: Press) -> None:
    press.print("a", "Lena Velin said she supported the toll on the old bridge.", language="en")
    press.print("b", "Lena Velin said she did not support the toll on the old bridge.", language="en")
    assert len(press.check(RULE)) == 1


@pytest.mark.parametrize(
    ("other", "published"),
    [
        (CLOSING.replace("Schwimmbad", "Rathaus").format("nicht ", "Lena Velin"), "2025-03-01"),
        (CLOSING.format("nicht ", "Karl Osterby"), "2025-03-01"),
        (CLOSING.format("nicht ", "Lena Velin"), "2025-09-01"),
        ("Die Gemeinde werde die Bücherei nicht verkaufen, sagte Lena Velin am Mittwoch.", "2025-03-01"),
        (CLOSING.format("im Herbst ", "Lena Velin"), "2025-03-01"),
    ],
    ids=["another building", "another speaker", "months later", "of something else", "no denial"],
)
def test_what_is_no_opposite_of_the_same_speaker_is_none(press: Press, other: str, published: str) -> None:
    press.print("a", CLOSING.format("", "Lena Velin"))
    press.print("b", other, published=published)
    assert press.check(RULE) == []


@pytest.mark.parametrize(
    ("one", "other", "published", "found"),
    [
        ("Paul Novak said he backed the plan for the bypass.", "Paul Novak said he opposed the plan for the bypass.", "2025-03-05", 1),
        ("Paul Novak said he backed the plan for the bypass.", "Paul Novak said he opposed the plan for the car park.", "2025-03-05", 0),
        ("Paul Novak said the repair of the pier would cost 12 million euros.", "Paul Novak said the repair of the pier would cost 21 million euros.", "2025-03-05", 1),
        ("Paul Novak said the repair of the pier would cost 12 million euros.", "Paul Novak said the repair of the pier would cost 21 million euros.", "2025-03-25", 0),
        ("Paul Novak said the fire in the pier had killed 12 people.", "Paul Novak said the fire in the pier had killed 14 people.", "2025-03-05", 0),
        ("Paul Novak said the town lacked 300 teachers.", "Paul Novak said the town lacked 800 teachers.", "2025-03-05", 1),
        ("Paul Novak said so far 300 teachers had signed.", "Paul Novak said so far 800 teachers had signed.", "2025-03-05", 0),
    ],
    ids=["stance", "stance on another thing", "figure", "figure of another time", "count that grows", "count", "count so far"],
)  # fmt: skip
def test_a_speaker_on_both_sides_or_with_two_figures_is_found(
    press: Press, one: str, other: str, published: str, found: int
) -> None:
    press.print("a", one, language="en", published="2025-03-04")
    press.print("b", other, language="en", published=published)
    assert len(press.check(RULE)) == found


def test_a_verb_in_two_pieces_opposes_as_one_in_one(press: Press) -> None:
    press.print("a", "Lena Velin sagte, sie begrüße den Bau der Umgehung bei Rehfelden.")
    press.print("b", "Lena Velin sagte, sie lehne den Bau der Umgehung bei Rehfelden ab.")
    assert len(press.check(RULE)) == 1
    press.print("b", "Lena Velin sagte, sie lehne den Bau der Turnhalle bei Rehfelden ab.")
    assert press.check(RULE) == []


@pytest.mark.parametrize(
    ("excerpt", "found"),
    [
        ("We have not received a single complaint over the whole summer", 1),
        ("We have not received", 0),
    ],
)
def test_a_part_of_a_quotation_is_the_quotation(press: Press, excerpt: str, found: int) -> None:
    whole = "We have not received a single complaint over the whole summer, and that for twenty years"
    press.print("a", f'"{whole}", said Lena Velin on Monday.', language="en")
    press.print("b", f'"{excerpt}", said Paul Novak on Monday.', language="en")
    assert len(press.check(RULE)) == found
