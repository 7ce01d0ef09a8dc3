"""Several sources that repeat one count once: said in the verdict, in the evidence, and by a rule."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Ran

Desk = Callable[..., Ran]


def judge(
    desk: Desk,
    folder: Path,
    *,
    origins: tuple[str | None, ...],
    text: str = "Quelle {number}: 20. Januar 2025.",
    texts: tuple[str, ...] = (),
) -> list[str]:
    """Give a verdict on evidence from sources with these origins, beside q1; return what the rule found."""
    (folder / "a.txt").write_text("DeepSeek-R1 wurde am 20. Januar 2025 veröffentlicht.\n", "utf-8")
    assert desk("import", "a.txt", "--language", "de").code == 0
    assert desk("suggest").code == 0
    assert desk("source", "add", "--title", "dpa", "--kind", "agency").code == 0
    evidence = []
    for number, origin in enumerate(origins):
        (folder / f"{number}.src").write_text(texts[number] if texts else text.format(number=number), "utf-8")
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


def test_sources_with_one_and_the_same_text_have_one_origin(desk: Desk, tmp_path: Path) -> None:
    [message] = judge(desk, tmp_path, origins=(None, None), text="Am 20. Januar 2025.")
    assert "2 sources, 1 origin: Blatt 0" in message


def test_sources_that_credit_one_agency_have_one_origin(desk: Desk, tmp_path: Path) -> None:
    [message] = judge(desk, tmp_path, origins=(None, None), text="Blatt {number} (AFP): 20. Januar 2025.")
    assert "2 sources, 1 origin: AFP" in message


WIRE = (
    "The bridge cost 640 million pounds to build, twice what had been planned, the ministry told a committee."
    " Steel prices and a strike had delayed the work for three years."
)


def judge_on(desk: Desk, folder: Path, *texts: str) -> list[str]:
    """Give a verdict on sources with these texts."""
    assert len(texts) > 1
    return judge(desk, folder, origins=(None,) * len(texts), texts=texts)


def test_a_text_that_was_cut_and_lost_its_credit_has_the_origin_of_the_whole(
    desk: Desk, tmp_path: Path
) -> None:
    [message] = judge_on(desk, tmp_path, f"LONDON (AP) - {WIRE} Members asked for the contracts.", WIRE)
    assert "2 sources, 1 origin: AP, as their texts show" in message


def test_two_reports_that_share_a_line_have_origins_of_their_own(desk: Desk, tmp_path: Path) -> None:
    line = "The bridge cost 640 million pounds to build, says the ministry. "
    others = (
        "Anglers have been looking up for days, and gulls avoid it.",
        "Who works here wears a helmet and waits.",
    )
    assert judge_on(desk, tmp_path, *(line + other for other in others)) == []


@pytest.mark.parametrize(
    ("origins", "text", "told"),
    [
        ((None, None, None), "Blatt {number}: 20. Januar 2025.", "3 origins"),
        (("q1", None, "q2"), "Blatt {number}: 20. Januar 2025.", "2 origins"),
        ((None, None, None), "Der 20. Januar 2025.", "1 origin: Blatt 0"),
        ((None, "q1", None), "(dpa) Am 20. Januar 2025, sagt Blatt {number}.", "1 origin: dpa"),
        ((None, "q1", "q1"), "Blatt {number}: 20. Januar 2025.", "2 origins"),
    ],
)
def test_the_report_of_verdicts_counts_origins_as_the_verdict_does(
    desk: Desk, tmp_path: Path, origins: tuple[str | None, ...], text: str, told: str
) -> None:
    judge(desk, tmp_path, origins=origins, text=text)
    assert f"{len(origins)} sources, {told}" in desk("verdict", "show", "j1").out
    [row] = desk("report", "run", "verdicts", "--json").json
    assert row["independent_origins"] == int(told[0])


@pytest.mark.parametrize(("origins", "found"), [(("q1", "q1"), 1), ((None, "q1"), 0)])
def test_a_house_fact_that_rests_on_one_origin_says_so(
    desk: Desk, tmp_path: Path, origins: tuple[str | None, ...], found: int
) -> None:
    judge(desk, tmp_path, origins=origins)
    assert desk("verdict", "retract", "j1", "--reason", "Too soon.").code == 0
    ruled = ("ruling", "add", "c1", "--reason", "Both say so.", "--evidence", "v1", "--evidence", "v2")
    assert desk(*ruled).code == 0
    findings = desk("cross-check", "--json").json["findings"]
    assert findings == desk("cross-check", "--all", "--json").json["findings"]
    told = "DeepSeek-R1 · released: 2025-01-20 (house fact: 2 sources, 1 origin: dpa)"
    assert [one["message"] for one in findings if one["rule"] == "single-origin"] == [told] * found


def test_a_house_fact_has_one_origin_once_its_sources_show_it(desk: Desk, tmp_path: Path) -> None:
    judge(desk, tmp_path, origins=(None, None))
    desk("verdict", "retract", "j1", "--reason", "Too soon.")
    desk("ruling", "add", "c1", "--reason", "Both say so.", "--evidence", "v1", "--evidence", "v2")
    assert "single-origin" not in desk("cross-check").out
    for number in (0, 1):
        (tmp_path / "later.txt").write_text(f"(AFP) Blatt {number}: 20. Januar 2025.", "utf-8")
        assert desk("source", "snapshot", f"q{number + 2}", "--file", "later.txt").code == 0
    findings = desk("cross-check", "--json").json["findings"]
    assert [one["rule"] for one in findings] == ["single-origin"]
