"""Editing a mention in an editor: the form, what is refused, and that nothing typed is lost."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.annotate.edit import Edit, build_edit, read_pairs, read_qualifier_list, write_qualifier_list
from claims.annotate.form import put_problems, read_form, write_form
from claims.errors import DecisionRefused
from tests.annotate.review_sample import get, list_states, set_up

MENTION = {
    "id": "m1",
    "article": "a1",
    "language": "de",
    "quote": "im Januar 2025",
    "subject": {"id": "e1", "label": "R1"},
    "predicate": "released",
    "value": {"type": "date", "edtf": "2025-01", "text": "Januar 2025"},
    "qualifiers": {"place": "China"},
    "polarity": "asserted",
    "modality": "happened",
    "speaker": None,
    "hedged": False,
}


@pytest.fixture
def edit(desk: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Any]:
    """Return a function that edits m1 with an editor that replaces words, the second time others."""
    set_up(desk, tmp_path)

    def run(*steps: tuple[str, str], fails: bool = False) -> Any:
        script = tmp_path / "editor.py"
        script.write_text(
            "import pathlib, sys\n"
            f"steps = {list(steps)!r}\n"
            "seen = pathlib.Path('seen.txt'); form = pathlib.Path(sys.argv[1])\n"
            "number = len(seen.read_text('utf-8').split('=====')) - 1 if seen.exists() else 0\n"
            "text = form.read_text('utf-8')\n"
            "with seen.open('a', encoding='utf-8') as file: file.write(text + '=====')\n"
            "old, new = steps[number]\n"
            "form.write_text(text.replace(old, new) if old else new, 'utf-8')\n"
            f"sys.exit({int(fails)})\n",
            "utf-8",
        )
        monkeypatch.setenv("VISUAL", f"{sys.executable} {script}")
        return desk("mention", "edit", "m1")

    return run


def test_what_is_saved_is_applied_and_accepted(edit: Any, desk: Any) -> None:
    ran = edit(("value: Januar 2025", "value: 2025-01-20"))
    assert ran.out == "m1 c6 accepted: DeepSeek-R1 · released · 2025-01-20\n"
    assert get(desk, "m1")["value"]["edtf"] == "2025-01-20"


@pytest.mark.parametrize("step", [("x-x-x", ""), ("", ""), ("", "# only a comment\n")])
def test_an_unchanged_or_empty_form_changes_nothing(edit: Any, desk: Any, step: tuple[str, str]) -> None:
    ran = edit(step)
    assert (ran.code, ran.out) == (0, "")
    assert "left as it was" in ran.err
    assert get(desk, "m1")["state"] == "suggested"


def test_without_a_terminal_a_bad_form_is_kept_and_named(edit: Any, desk: Any) -> None:
    ran = edit(("value: Januar 2025", "value: sometime"))
    assert ran.code == 2
    assert "not one date" in ran.err
    assert "kept in mention-m1.yaml" in ran.err
    assert "value: sometime" in Path("mention-m1.yaml").read_text("utf-8")
    assert list_states(desk)["m1"] == "suggested"


def test_a_kept_form_can_be_put_right_and_sent_in(edit: Any, desk: Any) -> None:
    edit(("value: Januar 2025", "value: sometime"))
    path = Path("mention-m1.yaml")
    path.write_text(path.read_text("utf-8").replace("sometime", "2025-01-20"), "utf-8")
    assert desk("mention", "edit", "m1", "--from", "mention-m1.yaml").code == 0
    assert get(desk, "m1")["value"]["edtf"] == "2025-01-20"


def test_a_kept_form_takes_the_place_of_no_other_file(edit: Any) -> None:
    Path("mention-m1.yaml").write_text("mine", "utf-8")
    assert "kept in mention-m1-2.yaml" in edit(("released", "nonsense")).err
    assert Path("mention-m1.yaml").read_text("utf-8") == "mine"


def test_what_was_written_before_the_editor_failed_is_kept(edit: Any, desk: Any) -> None:
    ran = edit(("Januar 2025", "2030"), fails=True)
    assert ran.code == 2
    assert "kept in mention-m1.yaml" in ran.err
    assert get(desk, "m1")["state"] == "suggested"


def test_on_a_terminal_a_bad_form_is_opened_again_with_the_reason_on_top(
    edit: Any, desk: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    import claims.cli.editor as editor

    class Tty:
        def isatty(self) -> bool:
            return True

    class Sys:
        stdin, stderr = Tty(), sys.stderr

    monkeypatch.setattr(editor, "sys", Sys)
    assert edit(("Januar 2025", "sometime"), ("sometime", "2025-01-20")).code == 0
    first, second, _ = Path("seen.txt").read_text("utf-8").split("=====")
    assert "#!" not in first
    assert second.startswith("#! 'sometime' is not one date")
    assert get(desk, "m1")["value"]["edtf"] == "2025-01-20"


def test_what_somebody_else_changed_meanwhile_is_not_overwritten(
    edit: Any, desk: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    import claims.cli.mention_edit as command

    inner = command.edit_until_right

    def meddle(*given: Any, **more: Any) -> bool:
        desk("mention", "retype", "m1", "--value", "2030")
        return inner(*given, **more)

    monkeypatch.setattr(command, "edit_until_right", meddle)
    ran = edit(("value: Januar 2025", "value: 2025-01-20"))
    assert ran.code == 2
    assert "2030" in ran.err
    assert "kept in mention-m1.yaml" in ran.err
    assert get(desk, "m1")["value"]["edtf"] == "2030"


def test_an_editor_that_is_not_there_is_named(desk: Any, tmp_path: Path, monkeypatch: Any) -> None:
    set_up(desk, tmp_path)
    monkeypatch.setenv("VISUAL", "no-such-editor --wait")
    ran = desk("mention", "edit", "m1")
    assert (ran.code, ran.err) == (
        2,
        "claims: the editor 'no-such-editor' cannot be started: No such file or directory\n",
    )


def test_a_mention_of_a_replaced_text_is_not_opened(edit: Any, desk: Any, tmp_path: Path) -> None:
    (tmp_path / "t.txt").write_text("Ein anderer Text.", "utf-8")
    desk("import", "t.txt")
    ran = edit(("Januar 2025", "2030"))
    assert ran.code == 2
    assert "revision 1, the article is at 2" in ran.err
    assert not Path("seen.txt").exists()


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("hedged:", "hegded:", "unknown field 'hegded'"),
        ("polarity: asserted", "polarity: asserted\npolarity: negated", "there twice"),
        ("subject: R1", "subject: [R1, R2]", "not a list"),
        ("subject: R1", "subject: !!python/object/apply:os.system [ls]", "not a list"),
        ("subject: R1", "subject: !!python/name:os.system x", "not allowed"),
        ("subject: R1", "subject: !Thing x", "not allowed"),
        ("subject: R1", "subject: 'R1", "not readable as YAML"),
        ("subject: R1", "subject:", "subject has no value"),
        ("place: China", "place", "no qualifier"),
        ("hedged: 'no'", "hedged: perhaps", "neither yes nor no"),
    ],
)
def test_a_form_that_says_something_else_is_refused(old: str, new: str, said: str) -> None:
    form = write_form(MENTION)
    assert old in form
    with pytest.raises(DecisionRefused, match=said):
        read_form(form.replace(old, new), MENTION)


@pytest.mark.parametrize("text", ["- a\n- b", "just words", "[" * 20_000, "a: " * 50_000])
def test_what_is_no_form_is_refused(text: str) -> None:
    with pytest.raises(DecisionRefused):
        read_form(text, MENTION)


@pytest.mark.parametrize("written", ["2025-01-20", "5.60", "0012", "no", "1_000", "12:30", "1e3", "~x"])
def test_a_value_is_the_words_that_stand_there(written: str) -> None:
    form = write_form(MENTION).replace("value: Januar 2025", f"value: {written}")
    assert read_form(form, MENTION) == Edit(value=written)


def test_an_empty_speaker_is_the_article_itself() -> None:
    mention = MENTION | {"speaker": {"id": "e2", "label": "Nora"}}
    assert read_form(write_form(mention).replace("speaker: Nora", "speaker:"), mention) == Edit(speaker="")


@given(st.text(min_size=1, max_size=40), st.text(min_size=1, max_size=40))
def test_a_form_that_nobody_touched_changes_nothing(subject: str, value: str) -> None:
    subject, value = " ".join(subject.split()), " ".join(value.split())
    mention = MENTION | {
        "subject": {"id": "e1", "label": subject},
        "value": {"type": "string", "text": value},
    }
    form = write_form(mention)
    assert all(character.isprintable() or character == "\n" for character in form)
    assert not read_form(form, mention)
    assert not read_form(put_problems(form, ["a\nb", "\x1b[2J"]), mention)


WORDS = (
    st.text("abcXYZ 019.,äß&-", min_size=1, max_size=20).map(lambda one: " ".join(one.split())).filter(bool)
)


@given(WORDS, WORDS, st.dictionaries(st.sampled_from(["place", "stage", "variant"]), WORDS, max_size=3))
def test_a_line_of_pairs_is_read_as_it_was_meant(
    subject: str, value: str, qualifiers: dict[str, str]
) -> None:
    line = " ".join([f"subject={subject}", *(f"{k}={v}" for k, v in qualifiers.items()), f"value={value}"])
    assert read_pairs(line) == Edit(subject=subject, value=value, qualifiers=qualifiers or None)


@given(st.dictionaries(st.sampled_from(["place", "stage", "variant"]), WORDS, max_size=3))
def test_a_list_of_qualifiers_is_read_as_it_was_written(qualifiers: dict[str, str]) -> None:
    assert read_qualifier_list(write_qualifier_list(qualifiers)) == qualifiers


def test_an_edit_of_nothing_is_empty() -> None:
    assert not build_edit({})
    assert Edit(hedged=False)
    assert Edit(speaker="")
