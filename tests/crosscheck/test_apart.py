"""Figures that differ in sentences about other things are no slip; in one report told twice they are."""

import pytest

from claims.crosscheck.copies.apart import say_it_of_other_things

OTHER = [
    ("de", "Die Bürgermeisterin Anke Fels wurde 2019 gewählt.", "Die Bürgermeisterin Anke Fels wurde 2024 wiedergewählt."),
    ("de", "Laut Umfrage sind 61 Prozent für das Tempolimit.", "Laut Umfrage sind 39 Prozent gegen das Tempolimit."),
    ("de", "Der Akku des Radar X2 hält zwölf Stunden.", "Der Akku des Radar X2 Pro hält 20 Stunden."),
    ("de", "Der Fonds Rivera verwaltet 3 Milliarden Euro.", "Der Fonds Rivera verwaltete 2015 erst 400 Millionen Euro."),
    ("en", "The council approved the budget on 3 March 2025.", "The council will vote on the budget on 12 March 2026."),
    ("en", "The film earned 12 million dollars in its first week.", "The film earned 58 million dollars worldwide."),
    ("en", "The Pike River rose to 4.2 metres on Tuesday.", "The Pike River rose to 5.1 metres on Thursday."),
    ("en", "In the first quarter the port handled 21,000 boxes.", "In the second quarter the port handled 23,000 boxes."),
    ("de", "Die Quote lag bei 7,1 Prozent.", "Die Quote lag bei 6,9 Prozent."),
    ("de", "Der TSV Rodenkirchen hat 900 weibliche Mitglieder und eine Halle.", "Der TSV Rodenkirchen hat 2.100 Mitglieder und eine Halle."),
    ("de", "Eine Wohnung im Kranhaus Süd kostet 9.000 Euro pro Quadratmeter.", "Eine Wohnung im Kranhaus Süd kostet 900.000 Euro."),
    ("de", "An der Demonstration für den Stadtwald nahmen nach Angaben der Polizei 2.300 Menschen teil.",
     "An der Demonstration für den Stadtwald nahmen nach Angaben der Veranstalter 5.000 Menschen teil."),
    ("de", "Bei dem Zusammenstoß zweier Züge sind nach ersten Angaben der Polizei elf Menschen verletzt worden.",
     "Bei dem Zusammenstoß zweier Züge sind nach neuen Angaben der Polizei 17 Menschen verletzt worden."),
    ("en", "The firm reported a net profit of 31 million pounds for the year.", "The firm reported a profit of 84 million pounds for the year."),
]  # fmt: skip
ONE = [
    ("de", "Am Lauf nahmen 12.000 Menschen aus ganz Hessen teil.", "Am Lauf nahmen 1.200 Menschen aus ganz Hessen teil."),
    ("de", "Beim Brand in der Lagerhalle am Hafen wurden 17 Menschen leicht verletzt, teilte die Feuerwehr mit.",
     "Beim Brand in der Lagerhalle am Hafen wurden 71 Menschen leicht verletzt, hieß es bei der Feuerwehr."),
    ("en", "The bridge cost 640 million pounds and took nine years to build.", "The bridge cost 460 million pounds and took nine years to build."),
    ("en", "A violin stolen in 1998 was returned on Monday.", "A violin stolen in 1989 was returned on Monday."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "first", "other"), OTHER)
def test_sentences_that_go_on_differently_are_about_other_things(
    language: str, first: str, other: str
) -> None:
    assert say_it_of_other_things(first, other, language)
    assert say_it_of_other_things(other, first, language)


@pytest.mark.parametrize(("language", "first", "other"), ONE)
def test_one_report_told_twice_is_about_one_thing(language: str, first: str, other: str) -> None:
    assert not say_it_of_other_things(first, other, language)
    assert not say_it_of_other_things(other, first, language)
