"""`claims finding show`: both sides, why they clash, what would settle it, what became of it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claims.cli.finding_words import WORDS, get_language

Run = Callable[..., Any]

GERMAN = "Seit Montag gilt: DeepSeek-R1 erschien im November 2024, wie viele schrieben."
ENGLISH = "Nobody was surprised. DeepSeek-R1 was released on 20 January 2025, at last."


@pytest.fixture
def contested(desk: Run, tmp_path: Path) -> Run:
    """Return the command line where a German and an English article date one release differently."""
    for name, text, language, outlet in (("a", GERMAN, "de", "Blatt"), ("b", ENGLISH, "en", "Paper")):
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
        desk("import", f"{name}.txt", "--language", language, "--outlet", outlet, "--published", "2025-02-03")
    desk("suggest")
    assert desk("cross-check").code == 1
    return desk


def show(run: Run, *options: str) -> str:
    return str(run("finding", "show", "f1", *options).out)


def test_it_says_why_the_values_cannot_both_hold(contested: Run) -> None:
    assert "Why      November 2024 ends on 30 November 2024; 20 January 2025 is 51 days" in show(contested)


def test_quotes_stand_in_their_sentence_between_the_marks_of_their_language(contested: Run) -> None:
    shown = " ".join(show(contested).split())
    assert "Seit Montag gilt: „DeepSeek-R1 erschien im November 2024“, wie viele schrieben." in shown
    assert "“DeepSeek-R1 was released on 20 January 2025”, at last." in shown
    assert "surprised" not in shown


def test_cross_check_quotes_in_the_marks_of_the_language_too(contested: Run) -> None:
    out = contested("cross-check").out
    assert "„DeepSeek-R1 erschien im November 2024“" in out
    assert "“DeepSeek-R1 was released on 20 January 2025”" in out


def test_it_says_who_when_and_whether_reviewed(contested: Run) -> None:
    assert "Blatt [a1], 3 February 2025 (m1, not reviewed)" in show(contested)
    contested("mention", "accept", "m1")
    assert "(m1, accepted by mk on" in show(contested)
    assert "Nobody has reviewed 1 of the 2 mentions yet." in show(contested)


def test_it_names_the_rule_in_the_readers_language(contested: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "Values exclude each other" in show(contested)
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    shown = show(contested)
    assert "Angaben schließen einander aus" in shown
    assert "der 20. Januar 2025 liegt 51 Tage danach" in " ".join(shown.split())
    assert "gefunden vom Abgleich" in shown
    assert "Values exclude each other" in show(contested, "--language", "en")


def test_what_is_missing_goes_away_once_it_is_there(contested: Run, tmp_path: Path) -> None:
    missing = "No primary or official source says yet what is right"
    assert missing in show(contested)
    (tmp_path / "note.txt").write_text("Released on 20 January 2025.", "utf-8")
    contested("source", "add", "--title", "Their note", "--kind", "official", "--file", "note.txt")
    contested("evidence", "add", "c2", "--source", "q1", "--stance", "supports", "--quote", "20 January 2025")
    assert "evidence v1: Their note (official) supports: “20 January 2025”" in show(contested)
    assert missing not in show(contested)
    assert "No verdict stands" in show(contested)
    contested("verdict", "add", "c2", "--rating", "true", "--rationale", "Says the note.", "--evidence", "v1")
    shown = show(contested)
    assert "No verdict stands" not in shown
    assert "by mk, as of" in shown
    assert "Says the note." in shown


def test_the_commands_that_it_proposes_exist(contested: Run) -> None:
    steps = [
        line.split("#")[0].split()
        for line in show(contested).splitlines()
        if line.strip().startswith("claims ")
    ]
    assert len(steps) >= 5
    for step in steps:
        words = [word for word in step[1:3] if word.isalpha()]
        known = contested(*words, "--help").out
        assert all(word in known for word in step if word.startswith("--"))


def test_its_life_is_told_step_by_step(contested: Run) -> None:
    contested("finding", "waive", "f1", "--reason", "Two editions.", "--until", "2099-12-31")
    shown = show(contested)
    assert "found by the cross-check" in shown
    assert "waived by mk, until 31 December 2099: Two editions." in " ".join(shown.split())
    assert shown.startswith("f1  violation · value-contradiction · waived\n")


def test_dates_are_drawn_on_one_line(contested: Run) -> None:
    lines = show(contested).splitlines()
    [november] = [line for line in lines if line.startswith("  A ") and line.endswith("November 2024")]
    [january] = [line for line in lines if line.startswith("  B ") and line.endswith("20 January 2025")]
    assert november.index("┤") < january.index("●")
    [ends] = [line for line in lines if line.strip().startswith("1 November 2024")]
    assert ends.endswith("20 January 2025")


def test_json_keeps_the_contract_and_adds_the_reasons(contested: Run) -> None:
    [listed] = contested("finding", "list", "--json").json["findings"]
    shown = contested("finding", "show", "f1", "--json").json
    assert {key: shown[key] for key in listed if key != "members"} == {
        key: listed[key] for key in listed if key != "members"
    }
    for one, other in zip(listed["members"], shown["members"], strict=True):
        assert one.items() <= other.items()
        context = other["context"]
        assert context["text"][context["start"] : context["end"]] == one["quote"]
    assert shown["why"] == ["November 2024 ends on 30 November 2024; 20 January 2025 is 51 days after that."]
    assert shown["acts"][0]["action"] == "open"


def test_a_state_says_of_which_time_both_speak(desk: Run, tmp_path: Path) -> None:
    for name, figure, day in (("a", "12", "2025-05-20"), ("b", "21", "2025-06-03")):
        text = f"Chirrupo has {figure} million monthly users.\n"
        (tmp_path / f"{name}.txt").write_text(f"The app Chirrupo is growing. {text}", "utf-8")
        desk("import", f"{name}.txt", "--language", "en", "--published", day)
    desk("suggest")
    desk("cross-check")
    shown = " ".join(show(desk).split())
    assert "21 million is 75% more than 12 million; a difference of 5% is tolerated." in shown
    assert "Both speak of the same time: 5 March 2025 – 20 May 2025." in shown


def test_hostile_text_is_shown_escaped(desk: Run, tmp_path: Path) -> None:
    for name, text in (("a", "im Mai\u202e 2024"), ("b", "[red]im Juni 2024\x1b[31m")):
        (tmp_path / f"{name}.txt").write_text(f"DeepSeek-R1 erschien {text} überraschend.", "utf-8")
        desk("import", f"{name}.txt", "--language", "de", "--outlet", "Evil\x1b]0;x\x07[bold]")
    for place in ("DeepSeek-R1 erschien im Mai\u202e 2024", "DeepSeek-R1 erschien [red]im Juni 2024\x1b[31m"):
        article = "a1" if "Mai" in place else "a2"
        desk(
            "mention",
            "add",
            article,
            "--quote",
            place,
            "--subject",
            "DeepSeek-R1",
            "--predicate",
            "released",
            "--value",
            "2024-05" if "Mai" in place else "2024-06",
        )
    desk("cross-check")
    shown = show(desk)
    assert "\\u202e" in shown
    assert "\\x1b" in shown
    assert "[red]" in shown
    assert not {"\u202e", "\x1b", "\x07"} & set(shown)


def test_a_finding_made_by_hand_has_its_own_words_and_no_rule(contested: Run) -> None:
    contested("finding", "add", "c1", "c2", "--reason", "In tension.", "--severity", "info")
    shown = contested("finding", "show", "f2").out
    assert "In tension." in shown
    assert "Rule " not in shown


def test_both_languages_have_the_same_words() -> None:
    assert WORDS["de"].keys() == WORDS["en"].keys()
    assert all(WORDS["de"][key].count("{}") == said.count("{}") for key, said in WORDS["en"].items())


@pytest.mark.parametrize(
    ("locale", "language"), [("de_AT.UTF-8", "de"), ("en_GB.UTF-8", "en"), ("C", "en"), ("", "en")]
)
def test_the_language_is_the_systems(locale: str, language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LC_MESSAGES", raising=False)
    monkeypatch.delenv("LANG", raising=False)
    monkeypatch.setenv("LC_ALL", locale)
    assert get_language() == language


def test_what_a_text_said_until_it_was_replaced_is_shown_with_its_place(desk: Run, tmp_path: Path) -> None:
    for text in (GERMAN, GERMAN.replace("November", "Dezember")):
        (tmp_path / "a.txt").write_text(text, "utf-8")
        desk("import", "a.txt", "--language", "de", "--outlet", "Blatt", "--published", "2025-02-03")
        desk("suggest")
    desk("cross-check")
    shown = " ".join(show(desk).split())
    assert "In no article any more; until revision 1 it stood here: Blatt [a1], 3 February 2025" in shown
    assert "Seit Montag gilt: „DeepSeek-R1 erschien im November 2024“, wie viele schrieben." in shown
    assert "Seit Montag gilt: „DeepSeek-R1 erschien im Dezember 2024“, wie viele schrieben." in shown
