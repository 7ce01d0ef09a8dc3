"""Several sources that repeat one count once: said in the verdict, in the evidence, and by a rule."""

from collections.abc import Callable
from pathlib import Path

from tests.conftest import Ran

Desk = Callable[..., Ran]


def judge(desk: Desk, folder: Path, *, origins: tuple[str | None, ...]) -> list[str]:
    """Give a verdict on evidence from sources with these origins, beside q1; return what the rule found."""
    (folder / "a.txt").write_text("DeepSeek-R1 wurde am 20. Januar 2025 veröffentlicht.\n", "utf-8")
    assert desk("import", "a.txt", "--language", "de").code == 0
    assert desk("suggest").code == 0
    assert desk("source", "add", "--title", "dpa", "--kind", "agency").code == 0
    evidence = []
    for number, origin in enumerate(origins):
        (folder / f"{number}.src").write_text(f"Quelle {number}: 20. Januar 2025.", "utf-8")
        named = () if origin is None else ("--origin", origin)
        added = (
            "source",
            "add",
            "--title",
            f"Blatt {number}",
            "--kind",
            "reporting",
            "--file",
            f"{number}.src",
        )
        source = desk(*added, *named, "--json").json["id"]
        evidence.append(
            desk("evidence", "add", "m1", "--source", source, "--stance", "supports", "--json").json["id"]
        )
    rests = [part for one in evidence for part in ("--evidence", one)]
    assert desk("verdict", "add", "m1", "--rating", "true", "--rationale", "Steht da.", *rests).code == 0
    found = desk("cross-check", "--json").json["findings"]
    return [one["message"] for one in found if one["rule"] == "single-origin"]


def test_two_sources_with_one_origin_are_said_to_be_one(desk: Desk, tmp_path: Path) -> None:
    [message] = judge(desk, tmp_path, origins=("q1", "q1"))
    assert "2 sources, 1 origin: dpa" in message
    assert "2 sources, 1 origin: dpa" in desk("verdict", "show", "j1").out
    assert "2 sources, 1 origin: dpa" in desk("evidence", "list", "c1").err


def test_a_copy_of_a_copy_has_the_first_ones_origin(desk: Desk, tmp_path: Path) -> None:
    assert len(judge(desk, tmp_path, origins=("q1", "q2"))) == 1


def test_two_sources_with_origins_of_their_own_are_two(desk: Desk, tmp_path: Path) -> None:
    assert judge(desk, tmp_path, origins=(None, "q1")) == []
    assert "2 sources, 2 origins" in desk("verdict", "show", "j1").out


def test_one_source_is_no_false_company(desk: Desk, tmp_path: Path) -> None:
    assert judge(desk, tmp_path, origins=("q1",)) == []
