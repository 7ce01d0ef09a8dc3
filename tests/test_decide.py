"""Deciding on suggestions: accept, reject, type anew; what was decided stays decided."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

TEXT = "DeepSeek-R1 erschien im Januar 2025. Das Modell stammt von DeepSeek aus Hangzhou."


@pytest.fixture
def read(desk: Callable[..., Any], tmp_path: Path) -> Callable[..., Any]:
    """Return the command line on a ledger with one article, read."""
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    desk("import", "a.txt", "--language", "de", "--published", "2025-02-01")
    desk("suggest")
    return desk


def released(run: Callable[..., Any]) -> dict[str, Any]:
    [mention] = run("mention", "list", "--predicate", "released", "--json").json
    return dict(mention)


def test_accepting_says_who_and_when(read: Callable[..., Any]) -> None:
    assert read("mention", "accept", released(read)["id"]).out == "1 accepted\n"
    assert released(read)["state"] == "accepted"
    assert read("mention", "accept", released(read)["id"]).out == "0 accepted, 1 were so already\n"


def test_ids_come_from_stdin_too(read: Callable[..., Any]) -> None:
    assert read("mention", "reject", "-", stdin=f"{released(read)['id']}\n").out == "1 rejected\n"


def test_suggestions_are_accepted_by_article_and_score(read: Callable[..., Any]) -> None:
    sure = [m for m in read("mention", "list", "--json").json if m["score"] >= 0.8]
    assert read("mention", "accept", "--article", "a", "--min-score", "0.8", "--json").code == 2
    done = read("mention", "accept", "--article", "a.txt", "--min-score", "0.8", "--json").json
    assert done["changed"] == len(sure) > 0


def test_a_rejected_suggestion_stays_rejected_when_it_is_read_again(read: Callable[..., Any]) -> None:
    read("mention", "reject", released(read)["id"])
    again = read("suggest", "a.txt", "--json").json
    assert again["mentions"] == 0
    assert released(read)["state"] == "rejected"


def test_a_rejection_outlives_a_correction_elsewhere_in_the_article(
    read: Callable[..., Any], tmp_path: Path
) -> None:
    read("mention", "reject", released(read)["id"])
    (tmp_path / "a.txt").write_text("Vorbemerkung der Redaktion. " + TEXT, "utf-8")
    read("import", "a.txt")
    read("suggest")
    assert (released(read)["state"], released(read)["revision"]) == ("rejected", 2)


def test_a_rejected_mention_takes_no_part_in_checks(read: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("DeepSeek-R1 erschien im November 2024.", "utf-8")
    read("import", "b.txt", "--language", "de")
    read("suggest")
    assert read("cross-check").code == 1
    [wrong] = [m for m in read("mention", "list", "--json").json if "November" in m["quote"]]
    read("mention", "reject", wrong["id"])
    assert read("cross-check").code == 0
    assert read("finding", "list", "--every", "--json").json["findings"][0]["state"] == "fixed"
    read("mention", "accept", wrong["id"])
    again = read("cross-check", "--json")
    assert (again.code, again.json["findings"][0]["state"]) == (1, "reopened")


@pytest.mark.parametrize(
    ("value", "edtf"),
    [("2025-01-20", "2025-01-20"), ("20. Januar 2025", "2025-01-20"), ("Anfang 2025", "2025")],
)
def test_retyping_moves_the_mention_to_another_claim(read: Callable[..., Any], value: str, edtf: str) -> None:
    before = released(read)
    assert read("mention", "retype", before["id"], "--value", value).code == 0
    after = released(read)
    assert (after["value"]["edtf"], after["state"], after["quote"]) == (edtf, "accepted", before["quote"])
    assert after["claim"] != before["claim"]


def test_retyping_reads_figures_names_and_qualifiers(read: Callable[..., Any]) -> None:
    mention = released(read)["id"]
    read("mention", "retype", mention, "--predicate", "development_cost", "--value", "rund 5,6 Mio. Dollar")
    [typed] = read("mention", "list", "--predicate", "development_cost", "--json").json
    assert (typed["value"]["amount"], typed["value"]["unit"]) == ("5600000", "USD")
    assert (typed["value"]["lo"], typed["value"]["hi"]) == (5.1e6, 6.1e6)
    read(
        "mention",
        "retype",
        mention,
        "--predicate",
        "developer",
        "--value",
        "alibaba",
        "--qualifier",
        "variant=Zero",
    )
    typed = next(m for m in read("mention", "list", "--json").json if m["id"] == mention)
    assert (typed["value"]["label"], typed["qualifiers"]) == ("Alibaba", {"variant": "Zero"})
    assert typed["value"]["id"].startswith("e")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("m99", "--value", "2025"), "no mention m99"),
        (("x1", "--value", "2025"), "no mention id"),
        (("m1", "--value", "sometime"), "not one date"),
        (("m1", "--predicate", "nonsense", "--value", "2025"), "claims predicate list"),
        (("m1", "--predicate", "parameters", "--value", "many"), "not one figure"),
        (("m1", "--predicate", "development_cost", "--value", "5 km"), "wants a figure of money"),
        (("m1", "--qualifier", "moon=full"), "not separated by moon"),
        (("m1", "--qualifier", "place"), "KEY=VALUE"),
        (("m1", "--predicate", "staff"), "--value"),
        (("m1", "--polarity", "maybe"), "asserted or negated"),
        (("m1", "--modality", "dreamt"), "planned"),
    ],
)
def test_what_does_not_fit_is_refused_and_said(
    read: Callable[..., Any], arguments: tuple[str, ...], said: str
) -> None:
    arguments = tuple(released(read)["id"] if part == "m1" else part for part in arguments)
    before = read("mention", "list", "--json").json
    ran = read("mention", "retype", *arguments)
    assert ran.code == 2
    assert said in ran.err
    assert read("mention", "list", "--json").json == before


def test_a_replaced_text_takes_no_decisions(read: Callable[..., Any], tmp_path: Path) -> None:
    old = released(read)["id"]
    (tmp_path / "a.txt").write_text(TEXT.replace("Januar", "Februar"), "utf-8")
    read("import", "a.txt")
    ran = read("mention", "accept", old)
    assert ran.code == 2
    assert "revision 1, the article is at 2" in ran.err


def test_nothing_named_is_refused(read: Callable[..., Any]) -> None:
    ran = read("mention", "accept")
    assert ran.code == 2
    assert "say which" in ran.err


def test_a_reviewer_acts_under_a_handle(read: Callable[..., Any]) -> None:
    assert read("reviewer", "add", "zz", "--name", "Zora Zahn").code == 0
    assert read("mention", "accept", released(read)["id"]).code == 2
    assert read("mention", "accept", released(read)["id"], "--as", "zz").code == 0
    assert read("reviewer", "add", "ZZ").code == 2
    assert read("reviewer", "add", "zz", "--as", "mk").code == 2
    assert [row["handle"] for row in read("reviewer", "list", "--json").json] == ["mk", "zz"]


def test_accepting_a_claim_accepts_the_names_that_it_uses(desk: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("Das Start-up Kelvora wurde 2019 gegründet.", "utf-8")
    desk("import", "b.txt", "--language", "de")
    desk("suggest")
    assert [row["label"] for row in desk("entity", "list", "--state", "proposed", "--json").json] == [
        "Kelvora"
    ]
    desk("mention", "accept", "--article", "b.txt", "--min-score", "0")
    assert desk("entity", "list", "--state", "proposed", "--json").json == []
