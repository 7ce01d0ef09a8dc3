"""The main job on the real articles, command by command, as an editor runs it."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.real

NAMES = [
    "DeepSeek-R1",
    "Qwen 3",
    "Qwen 2.5",
    "GPT-4 Turbo",
    "ERNIE",
    "Hunyuan",
    "Spark 4.0 Turbo",
    "Kling",
    "01.AI",
    "Llama",
    "QwQ-32B",
    "DeepSeek",
    "Alibaba",
    "Baidu",
    "Tencent",
    "iFlytek",
    "Kuaishou",
    "Meta Platforms",
    "OpenAI",
    "Hugging Face",
]


@pytest.fixture
def read(desk: Callable[..., Any], shared: Path) -> Callable[..., Any]:
    """Return the command line on a ledger with the five articles, read."""
    articles = sorted(str(path) for path in (shared / "articles").glob("0*.txt"))
    imported = desk("import", *articles, "--language", "de", "--json")
    assert imported.code == 0
    assert imported.json["imported"] == 5
    assert desk("suggest").code == 0
    return desk


def test_importing_the_articles_again_changes_nothing(read: Callable[..., Any], shared: Path) -> None:
    articles = sorted(str(path) for path in (shared / "articles").glob("0*.txt"))
    again = read("import", *articles, "--language", "de", "--json").json
    assert (again["imported"], again["revised"], again["unchanged"]) == (0, 0, 5)


def test_every_quote_is_the_text_at_its_offsets(read: Callable[..., Any], shared: Path) -> None:
    mentions = read("mention", "list", "--json").json
    assert len(mentions) >= 40
    texts = {
        f"a{n}": path.read_text("utf-8")
        for n, path in enumerate(sorted((shared / "articles").glob("0*.txt")), 1)
    }
    for mention in mentions:
        assert texts[mention["article"]][mention["start"] : mention["end"]] == mention["quote"]


def test_the_release_of_r1_is_typed(read: Callable[..., Any]) -> None:
    released = read("mention", "list", "--predicate", "released", "--json").json
    assert [m["value"]["edtf"] for m in released if m["subject"]["label"] == "DeepSeek-R1"] == ["2025-01"]


def test_every_system_and_organisation_comes_out(read: Callable[..., Any]) -> None:
    named = json.dumps(
        [[m["subject"], m["value"], m["speaker"]] for m in read("mention", "list", "--json").json],
        ensure_ascii=False,
    )
    assert [name for name in NAMES if f'"label": "{name}"' not in named] == []


def test_no_version_number_is_a_quantity(read: Callable[..., Any]) -> None:
    amounts = {
        m["value"]["amount"]
        for m in read("mention", "list", "--json").json
        if (m["value"] or {}).get("type") == "quantity"
    }
    assert amounts <= {"1", "3"}


def test_the_five_articles_do_not_contradict_each_other(read: Callable[..., Any]) -> None:
    checked = read("cross-check")
    assert checked.code == 0
    assert re.search(
        r"5 articles, \d+ claims, 0 contradictions, 1 note \(\d+ claims compared, \d+ have nothing to compare with yet\)",
        checked.out,
    )


def _list_grave(checked: Any) -> list[Any]:
    """Return the findings without notes: an aim for 2025 is overdue for whoever reads the articles later."""
    return [finding for finding in checked.json["findings"] if finding["severity"] != "info"]


def _add(read: Callable[..., Any], tmp_path: Path, name: str, text: str) -> None:
    path = tmp_path / name
    path.write_text(text, "utf-8")
    assert read("import", name, "--language", "de").code == 0
    assert read("suggest").code == 0


def test_a_more_precise_date_is_no_contradiction(read: Callable[..., Any], tmp_path: Path) -> None:
    _add(read, tmp_path, "day.txt", "DeepSeek veröffentlichte DeepSeek-R1 am 20. Januar 2025.")
    assert read("cross-check").code == 0


def test_another_month_is_one_violation_and_stays_one(read: Callable[..., Any], tmp_path: Path) -> None:
    _add(read, tmp_path, "day.txt", "DeepSeek veröffentlichte DeepSeek-R1 am 20. Januar 2025.")
    _add(read, tmp_path, "november.txt", "DeepSeek veröffentlichte DeepSeek-R1 im November 2024.")
    checked = read("cross-check", "--json")
    assert checked.code == 1
    [finding] = _list_grave(checked)
    assert (finding["severity"], finding["slot"]["predicate"]) == ("violation", "released")
    assert {member["alternative"] for member in finding["members"]} == {0, 1}
    assert any("November 2024" in member["quote"] for member in finding["members"])
    assert any("Januar 2025" in member["quote"] for member in finding["members"])
    again = read("cross-check", "--json")
    assert (again.code, again.json["new"]) == (1, 0)


def test_a_whole_year_accuses_nobody(read: Callable[..., Any], tmp_path: Path) -> None:
    _add(read, tmp_path, "november.txt", "DeepSeek veröffentlichte DeepSeek-R1 im November 2024.")
    _add(read, tmp_path, "year.txt", "DeepSeek veröffentlichte DeepSeek-R1 im Jahr 2025.")
    [finding] = _list_grave(read("cross-check", "--json"))
    assert {member["alternative"] for member in finding["members"]} == {0, 1}


def test_a_correction_contradicts_only_what_it_denies(read: Callable[..., Any], tmp_path: Path) -> None:
    text = "DeepSeek-R1 wurde nicht im November 2024, sondern im Januar 2025 veröffentlicht."
    _add(read, tmp_path, "denial.txt", text)
    assert read("cross-check").code == 0
    _add(read, tmp_path, "november.txt", "DeepSeek veröffentlichte DeepSeek-R1 im November 2024.")
    checked = read("cross-check", "--json")
    assert checked.code == 1
    for finding in _list_grave(checked):
        sides = {member["article"]: member["alternative"] for member in finding["members"] if member["fits"]}
        assert sides["a7"] != sides["a6"] == sides.get("a5", sides["a6"])


def test_a_corrected_article_does_not_contradict_its_past(read: Callable[..., Any], tmp_path: Path) -> None:
    _add(read, tmp_path, "november.txt", "DeepSeek veröffentlichte DeepSeek-R1 im November 2024.")
    assert read("cross-check").code == 1
    _add(read, tmp_path, "november.txt", "DeepSeek veröffentlichte DeepSeek-R1 im Januar 2025.")
    assert read("cross-check").code == 0
    [finding] = _list_grave(read("finding", "list", "--json"))
    assert finding["rule"] == "revision-changed-fact"
