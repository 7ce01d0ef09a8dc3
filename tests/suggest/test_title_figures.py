"""A figure of a title that its text nowhere repeats, with the one that stands there instead."""

import pytest

from tests.suggest.test_titles import read


@pytest.mark.parametrize(
    ("title", "text", "language", "figures"),
    [
        ("Stahlwerk Bous streicht 1.200 Stellen", "Das Stahlwerk Bous baut bis Ende 2026 insgesamt 1.020 Stellen ab. Das teilte es mit.", "de", ("1.200", "1.020")),
        ("Former banker jailed for nine years", "Former banker Philip Arden was sentenced to six years in prison on Friday.", "en", ("nine years", "six years")),
        ("Calder Group buys Lumen Foods for $4.5bn", "Calder Group is buying Lumen Foods for $5.4 billion, they said.", "en", ("$4.5bn", "$5.4 billion")),
        ("Stadt baut 300 Wohnungen am Hafen", "Am Hafen entstehen 130 Wohnungen für Familien. Die Stadt beginnt im Mai.", "de", ("300", "130")),
        ("Ferry fire leaves 23 injured", "A fire on a ferry off Harwick injured 32 passengers on Sunday. The ferry was towed.", "en", ("23", "32")),
        ("Landkreis will 17 Schulen schließen", "Der Landkreis Lohfelden will bis 2030 sieben Schulen schließen. Eltern klagen.", "de", ("17", "sieben")),
        ("Bank fined $3 million over data leak", "Regulators have ordered Pellham Bank to pay $13 million over a data leak that hit its customers last year.", "en", ("$3 million", "$13 million")),
    ],
)  # fmt: skip
def test_another_figure_of_its_kind_in_the_first_sentences_is_suggested_beside_it(
    title: str, text: str, language: str, figures: tuple[str, str]
) -> None:
    found = read(title, text, language)
    (above,) = [one for one in found["title"] if one.predicate == "figure"]
    (below,) = [one for one in found["text"] if one.predicate == "figure"]
    assert (getattr(above.value, "text", ""), getattr(below.value, "text", "")) == figures
    assert above.subject == below.subject
    assert (above.voice, below.voice) == ("headline", "article")
    assert title[above.value_start : above.value_end] == figures[0]
    assert text[below.value_start : below.value_end] == figures[1]


@pytest.mark.parametrize(
    ("title", "text", "language"),
    [
        ("Stahlwerk Bous streicht 1.200 Stellen", "Das Stahlwerk Bous baut 1200 Stellen ab, davon 300 Stellen in der Verwaltung.", "de"),
        ("Werk Merz streicht 500 Stellen", "Das Werk Merz baut 487 Stellen ab.", "de"),
        ("Werk Merz streicht fast 500 Stellen", "Das Werk Merz baut 487 Stellen ab.", "de"),
        ("Werk Merz streicht 500 Stellen", "Das Werk Merz baut in Köln 300 Stellen ab. In Bonn fallen 200 Stellen weg.", "de"),
        ("Werk Merz streicht 500 Stellen", "Das Werk Merz spart. Seit dem Jahr 2020 fielen dort schon 800 Stellen weg, sagte der Betriebsrat.", "de"),
        ("Werk Merz streicht 500 Stellen", "Der Konzern Alba hat 900 Stellen ausgeschrieben.", "de"),
        ("Werk Merz streicht 500 weitere Stellen", "Das Werk Merz hat schon 300 Stellen gestrichen.", "de"),
        ("„500 Stellen in Gefahr“: Werk Merz warnt", "Das Werk Merz baut 300 Stellen ab.", "de"),
        ("Banker jailed for nine years", "The 34-year-old banker was sentenced on Friday. The banker had denied it.", "en"),
        ("Five dead after fire in Harwick", "A fire in Harwick injured 12 people. Several died.", "en"),
        ("Shares in Calder fall 4.5%", "Calder reported sales of 5.4 billion dollars. Its shares fell sharply.", "en"),
        ("40 boats join regatta", "The regatta begins on Sunday. In its first race, in 1921, there were six boats.", "en"),
        ("10 tips for the garden", "Spring is near. Buy 3 spades.", "en"),
    ],
    ids=["repeated", "rounded", "hedged", "in parts", "of another time", "another company", "further ones", "quoted", "an age",
         "another fate", "another unit", "long ago", "nothing counted"],
)  # fmt: skip
def test_a_title_that_does_not_stand_against_its_text_is_left_alone(
    title: str, text: str, language: str
) -> None:
    found = read(title, text, language)
    assert [one for part in found.values() for one in part if one.predicate == "figure"] == []
