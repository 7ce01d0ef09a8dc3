"""What is said about a source is put right later; what it said before stays in the log."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.conftest import Ran

Desk = Callable[..., Ran]


@pytest.fixture
def sources(desk: Desk) -> Desk:
    """Return the command line on a ledger with an agency, q1, and two papers, q2 and q3."""
    for title, kind in (("dpa", "agency"), ("Blatt", "reporting"), ("Kurier", "reporting")):
        assert desk("source", "add", "--title", title, "--kind", kind).code == 0
    assert desk("source", "edit", "q3", "--url", "https://example.org/kurier").code == 0
    return desk


def get(desk: Desk, source: str) -> dict[str, Any]:
    return dict(desk("source", "show", source, "--json").json)


def test_what_is_given_is_changed_and_the_rest_stays(sources: Desk) -> None:
    ran = sources(
        "source", "edit", "q2", "--title", "Das Blatt", "--published", "2025-01-21", "--confidential"
    )
    assert (ran.code, ran.out) == (0, "q2\n")
    source = get(sources, "q2")
    assert (source["title"], source["published"], source["confidential"]) == ("Das Blatt", "2025-01-21", True)
    assert source["kind"] == "reporting"
    assert get(sources, "q3")["url"] == "https://example.org/kurier"


def test_that_it_repeats_another_can_be_found_out_later_and_taken_back(sources: Desk) -> None:
    sources("source", "edit", "q2", "--origin", "q1")
    assert get(sources, "q2")["origin"] == "q1"
    sources("source", "edit", "q2", "--origin", "none", "--open")
    assert get(sources, "q2")["origin"] is None


def test_a_source_is_found_under_its_new_title(sources: Desk) -> None:
    sources("source", "edit", "q2", "--title", "Morgenzeitung")
    assert "Morgenzeitung" in sources("search", "Morgenzeitung").out


def test_the_same_again_is_said_and_writes_nothing(sources: Desk) -> None:
    before = sources("audit", "log", "--json").json
    ran = sources("source", "edit", "q2", "--title", "Blatt")
    assert "says that already" in ran.err
    assert sources("audit", "log", "--json").json == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("q2",), "say what to change"),
        (("q2", "--title", " "), "--title"),
        (("q2", "--kind", "rumour"), "rumour"),
        (("q9", "--title", "x"), "no source q9"),
        (("q2", "--url", "https://example.org/kurier"), "q3 has this address"),
        (("q2", "--origin", "q2"), "q2 cannot repeat itself"),
        (("q2", "--origin", "q9"), "no source q9"),
    ],
)
def test_what_does_not_fit_is_refused(sources: Desk, arguments: tuple[str, ...], said: str) -> None:
    ran = sources("source", "edit", *arguments)
    assert ran.code == 2
    assert said in ran.err


def test_sources_do_not_repeat_each_other_in_a_circle(sources: Desk) -> None:
    assert sources("source", "edit", "q2", "--origin", "q1").code == 0
    ran = sources("source", "edit", "q1", "--origin", "q2")
    assert ran.code == 2
    assert "q2 repeats q1 already" in ran.err


def test_a_verdict_is_looked_at_again_when_its_sources_have_one_origin(sources: Desk, tmp_path: Any) -> None:
    (tmp_path / "a.txt").write_text("DeepSeek-R1 wurde am 20. Januar 2025 veröffentlicht.\n", "utf-8")
    sources("import", "a.txt", "--language", "de")
    sources("suggest")
    for number in ("2", "3"):
        (tmp_path / "s.txt").write_text(f"Blatt {number}: 20. Januar 2025.", "utf-8")
        sources("source", "snapshot", f"q{number}", "--file", "s.txt")
        sources("evidence", "add", "m1", "--source", f"q{number}", "--stance", "supports")
    rests = ("--evidence", "v1", "--evidence", "v2")
    assert sources("verdict", "add", "m1", "--rating", "true", "--rationale", "Zweimal.", *rests).code == 0
    assert sources("cross-check", "--json").json["findings"] == []
    for number in ("2", "3"):
        sources("source", "edit", f"q{number}", "--origin", "q1")
    found = sources("cross-check", "--json").json["findings"]
    assert [one["rule"] for one in found] == ["single-origin"]
