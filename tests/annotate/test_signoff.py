"""Signing an article off, marking its sentences, taking it out of the checks; the fact list that shows it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.annotate.review_sample import TEXT, ask, set_up


@pytest.fixture
def read(desk: Callable[..., Any], tmp_path: Path) -> Callable[..., Any]:
    return set_up(desk, tmp_path)


def show(run: Callable[..., Any]) -> Any:
    return run("article", "show", "t.txt", "--json").json


def test_an_article_with_undecided_suggestions_is_not_signed_off(read: Any) -> None:
    ran = read("article", "sign-off", "t.txt")
    assert ran.code == 2
    assert "5 undecided suggestions" in ran.err
    assert show(read)["sign_off"] is None
    assert read("article", "sign-off", "t.txt", "--anyway").code == 0


def test_a_text_that_nobody_read_is_not_signed_off(desk: Any, tmp_path: Path) -> None:
    (tmp_path / "u.txt").write_text("Ein Satz.", "utf-8")
    desk("import", "u.txt")
    ran = desk("article", "sign-off", "u.txt")
    assert ran.code == 2
    assert "claims suggest" in ran.err


def test_a_sign_off_is_bound_to_the_text_that_was_seen(read: Any, tmp_path: Path) -> None:
    read("mention", "accept", "--article", "t.txt")
    assert read("article", "sign-off", "t.txt", "--note", "all fine").code == 0
    signed = show(read)["sign_off"]
    assert (signed["reviewer"], signed["revision"], signed["void"], signed["note"]) == (
        "mk",
        1,
        False,
        "all fine",
    )
    assert ask(read, "SELECT text_sha256 FROM revision") == [[signed["text_sha256"]]]
    (tmp_path / "t.txt").write_text(TEXT + " Nachtrag.", "utf-8")
    read("import", "t.txt")
    assert show(read)["sign_off"]["void"] is True
    assert "void since revision 2 has another text" in " ".join(read("article", "show", "t.txt").out.split())


def test_a_sign_off_holds_again_when_the_text_is_as_it_was(read: Any, tmp_path: Path) -> None:
    read("article", "sign-off", "t.txt", "--anyway")
    for text in (TEXT + " Nachtrag.", TEXT):
        (tmp_path / "t.txt").write_text(text, "utf-8")
        read("import", "t.txt")
    assert show(read)["article"]["revision"] == 3
    assert show(read)["sign_off"]["void"] is False


def test_a_sign_off_is_an_event(read: Any) -> None:
    read("article", "sign-off", "t.txt", "--anyway")
    assert ask(read, "SELECT noun, action FROM event ORDER BY seq DESC LIMIT 1") == [["article", "sign off"]]
    assert read("audit", "verify").code == 0


def test_a_withdrawn_article_takes_no_part_in_checks_until_it_is_restored(read: Any, tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("DeepSeek-R1 erschien im November 2024.", "utf-8")
    read("import", "b.txt", "--language", "de")
    read("suggest")
    assert read("cross-check").code == 1
    assert read("article", "withdraw", "t.txt", "--reason", "A complaint.").code == 0
    assert read("cross-check").code == 0
    assert "A complaint." in read("article", "show", "t.txt").out
    assert read("article", "restore", "t.txt").code == 0
    assert read("cross-check").code == 1
    assert show(read)["article"]["withdrawn"] is None
    assert ask(read, "SELECT action FROM event WHERE noun = 'article' ORDER BY seq DESC LIMIT 2") == [
        ["restore"],
        ["withdraw"],
    ]


@pytest.mark.parametrize(
    ("acts", "said"),
    [
        ([("restore", "t.txt")], "is not withdrawn"),
        ([("withdraw", "t.txt", "--reason", " ")], "say why"),
        ([("withdraw", "t.txt", "--reason", "x"), ("withdraw", "t.txt", "--reason", "x")], "already"),
        ([("withdraw", "t.txt", "--reason", "x"), ("sign-off", "t.txt", "--anyway")], "is withdrawn"),
        ([("mark", "t.txt", "99", "opinion")], "no sentence 99"),
        ([("mark", "t.txt", "1", "nonsense")], "'nonsense' is no mark"),
        ([("mark", "t.txt", "1", "claims")], "'claims' is no mark"),
    ],
)
def test_what_does_not_fit_is_refused_and_said(read: Any, acts: list[tuple[str, ...]], said: str) -> None:
    *before, last = acts
    for act in before:
        assert read("article", *act).code == 0
    ran = read("article", *last)
    assert ran.code == 2
    assert said in ran.err


def test_a_sentence_is_marked_with_who_did_it(read: Any) -> None:
    ran = read("article", "mark", "t.txt", "1", "opinion")
    assert (ran.code, ran.out) == (0, "sentence 1: opinion\n")
    assert "still wait (1)" in ran.err
    first = show(read)["sentences"][0]
    assert (first["kind"], first["decided_by"]) == ("opinion", "mk")
    assert "(opinion, says mk)" in read("article", "show", "t.txt").out


def test_the_fact_list_says_what_was_decided_by_whom_and_what_is_open(read: Any) -> None:
    read("mention", "accept", "m1", "m2")
    read("mention", "reject", "m3")
    read("verdict", "add", "c1", "--rating", "true", "--rationale", "The maker says so.", "--none-found")
    out = read("article", "show", "t.txt").out
    assert "open: 2 suggestions, 0 sentences" in out
    assert "[x]  1  m1  DeepSeek-R1 · released · Januar 2025\n" in out
    assert "accepted by mk; rated true by mk as of" in out
    assert "accepted by mk; no verdict on c2 yet" in out
    assert "[-]  3  m3  Tencent" in out
    assert "[ ]  4  m4  Qwen" in out


def test_of_several_verdicts_the_newest_standing_one_is_shown(read: Any) -> None:
    read("verdict", "add", "c1", "--rating", "true", "--rationale", "The maker says so.", "--none-found")
    read("verdict", "add", "c1", "--rating", "false", "--rationale", "It was later.", "--none-found")
    [mention] = show(read)["sentences"][0]["mentions"]
    assert (mention["verdict"]["rating"], mention["verdict"]["id"]) == ("false", "j2")


def test_claims_in_the_title_are_listed_first(desk: Any, tmp_path: Path) -> None:
    (tmp_path / "x.jsonl").write_text(
        '{"id": "x", "title": "DeepSeek-R1 erschien im Januar 2025", "text": "Ein Satz ohne alles."}\n',
        "utf-8",
    )
    desk("import", "x.jsonl", "--language", "de")
    desk("suggest")
    out = desk("article", "show", "x").out
    assert out.index("head  DeepSeek-R1 erschien") < out.index("   1  Ein Satz")
    assert "[ ]  1  m1" in out


def test_an_article_that_nobody_read_says_so(desk: Any, tmp_path: Path) -> None:
    (tmp_path / "u.txt").write_text("Ein Satz.", "utf-8")
    desk("import", "u.txt")
    assert "Nobody has read it yet" in desk("article", "show", "u.txt").out


@pytest.mark.parametrize("width", [40, 80, 200])
def test_no_line_of_the_fact_list_is_wider_than_the_terminal(
    read: Any, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    from rich.cells import cell_len

    read("article", "sign-off", "t.txt", "--anyway", "--note", "Zahlen 数字 sind bei der Agentur " * 5)
    monkeypatch.setenv("COLUMNS", str(width))
    for command in (("article", "show", "t.txt"), ("claim", "show", "c1")):
        assert max(map(cell_len, read(*command).out.splitlines())) <= width
