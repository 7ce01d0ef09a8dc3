"""An office that several people hold at once is no contradiction between two of them; one that one holds is."""

from pathlib import Path

import pytest

from claims.crosscheck import make_statement, relate
from claims.values import EntityValue, Relation
from tests.crosscheck.texts import Press

RULE = "value-contradiction"


@pytest.mark.parametrize(
    ("one", "other", "language", "found"),
    [
        ("Der Sprecher", "Die Sprecherin", "de", 0),
        ("Der Sprecher", "Der Sprecher", "de", 0),
        ("Der Chef", "Der Chef", "de", 1),
        ("Der Chef", "Die Chefin", "de", 1),
        ("Die Vorstandsvorsitzende", "Der CEO", "de", 1),
        ("The spokesman", "The spokesman", "en", 0),
        ("The chairman", "The chairman", "en", 1),
    ],
)
def test_who_speaks_for_a_house_may_be_several_and_who_presides_over_it_one(
    press: Press, one: str, other: str, language: str, found: int
) -> None:
    house, is_there = ("von Siemens", "war da") if language == "de" else ("of Siemens", "was there")
    press.print("a", f"{one} {house}, Michael Kelm, {is_there}.", language=language)
    press.print("b", f"{other} {house}, Peter Harte, {is_there}.", language=language)
    assert len(press.check(RULE)) == found


def test_a_draft_with_another_spokesperson_is_no_clash(press: Press, tmp_path: Path) -> None:
    press.print(
        "a", "Der Sprecher von Siemens, Michael Kelm, war da. Der Chef von Siemens, Peter Harte, war da."
    )
    draft = "Der Sprecher von Siemens, Thomas Dorn, war da.\nDer Chef von Siemens, Andreas Holt, war da."
    (tmp_path / "draft.txt").write_text(draft, "utf-8")
    findings = press.desk("lint", "draft.txt", "--language", "de", "--json").json["findings"]
    assert [one["quote"] for one in findings] == ["Der Chef von Siemens, Andreas Holt"]


@pytest.mark.parametrize(
    ("office", "relation"),
    [("Pressesprecherin", Relation.COMPATIBLE), ("Präsidentin", Relation.CONTRADICTION)],
)
def test_two_holders_relate_as_their_office_allows(office: str, relation: Relation) -> None:
    held = [
        make_statement("WHO", "office_holder", EntityValue(name), qualifiers={"office": office})
        for name in ("Ada Kelm", "Eva Holt")
    ]
    assert relate(*held) is relation
