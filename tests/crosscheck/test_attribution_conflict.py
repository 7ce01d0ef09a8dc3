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
