"""The demo finds every planted contradiction and none of the look-alikes."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claims.desk.demo import Demo, run_demo
from claims.settings import get_folder

PLANTED = [
    json.loads(line) for line in (get_folder("seeds") / "planted.jsonl").read_text("utf-8").splitlines()
]


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Demo:
    return run_demo(folder=tmp_path_factory.mktemp("demo"))


@pytest.fixture(scope="module")
def mentions(demo: Demo) -> list[dict[str, Any]]:
    from claims.store.queries.article import list_articles
    from claims.store.queries.mention import list_mentions
    from claims.store.transaction import reading

    with reading(str(demo.database)) as session:
        urls = {article["id"]: article["url"] for article in list_articles(session)}
        return [mention | {"url": urls[mention["article"]]} for mention in list_mentions(session)]


def find(planted: dict[str, Any], mentions: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the mentions that make a planted member's claim: in its article, in its words."""
    return [
        mention
        for mention in mentions
        if mention["url"] == planted["url"]
        and (mention["quote"] in planted["quote"] or planted["quote"] in mention["quote"])
    ]


def sides(finding: dict[str, Any], claims: set[str]) -> set[int]:
    return {
        member["alternative"]
        for member in finding["members"]
        if member["claim"] in claims and member["alternative"] is not None
    }


@pytest.mark.parametrize(
    "planted", [p for p in PLANTED if p["kind"] == "contradiction"], ids=lambda p: p["id"]
)
def test_a_planted_contradiction_is_found(
    demo: Demo, mentions: list[dict[str, Any]], planted: dict[str, Any]
) -> None:
    parts = [{mention["claim"] for mention in find(member, mentions)} for member in planted["members"]]
    fitting = [
        finding
        for finding in demo.findings
        if finding["rule"] == planted["rule"]
        and finding["slot"]["predicate"] == planted["predicate"]
        and all(any(member["claim"] in part for member in finding["members"]) for part in parts)
    ]
    assert fitting, (
        planted["note"],
        [[m["predicate"] for m in find(member, mentions)] for member in planted["members"]],
    )


@pytest.mark.parametrize("planted", [p for p in PLANTED if p["kind"] == "agreement"], ids=lambda p: p["id"])
def test_a_look_alike_is_not_found(
    demo: Demo, mentions: list[dict[str, Any]], planted: dict[str, Any]
) -> None:
    parts = [{mention["claim"] for mention in find(member, mentions)} for member in planted["members"]]
    for finding in demo.findings:
        if finding["slot"]["predicate"] != planted["predicate"]:
            continue
        taken = [sides(finding, part) for part in parts]
        apart = [(a, b) for n, a in enumerate(taken) for b in taken[:n] if a and b and not a & b]
        assert not apart, (planted["note"], finding["message"])


@pytest.mark.parametrize("planted", PLANTED, ids=lambda p: p["id"])
def test_every_planted_claim_is_suggested(mentions: list[dict[str, Any]], planted: dict[str, Any]) -> None:
    """A look-alike that is not even suggested would agree for the wrong reason."""
    missing = [
        member["quote"]
        for member in planted["members"]
        if "revision" not in member
        and not any(mention["predicate"] == planted["predicate"] for mention in find(member, mentions))
    ]
    assert missing == []


def test_nothing_but_what_was_planted_is_a_violation(demo: Demo, mentions: list[dict[str, Any]]) -> None:
    meant = [
        (
            planted["predicate"],
            [{m["claim"] for m in find(member, mentions)} for member in planted["members"]],
        )
        for planted in PLANTED
        if planted["kind"] == "contradiction"
    ]
    stray = [
        finding["message"]
        for finding in demo.findings
        if finding["severity"] == "violation"
        and not any(
            predicate == finding["slot"]["predicate"]
            and all(any(member["claim"] in part for member in finding["members"]) for part in parts)
            for predicate, parts in meant
        )
    ]
    assert stray == []


def test_the_demo_is_one_command(claims: Callable[..., Any], tmp_path: Path) -> None:
    ran = claims("demo")
    assert ran.code == 0
    assert re.search(
        r"\d+ articles, \d+ claims, \d+ contradictions(?:, \d+ notes?)? \(\d+ claims compared", ran.out
    )
    [report] = re.findall(r"Report: +(\S+\.html)", ran.out)
    assert Path(report).read_text("utf-8").startswith("<!doctype html>")
    assert list(tmp_path.glob("*.db")) == []


@pytest.mark.real
def test_the_demo_takes_real_articles(claims: Callable[..., Any], shared: Path, tmp_path: Path) -> None:
    ran = claims("demo", str(shared / "articles"), "--into", "look", "--json")
    assert ran.code == 0
    assert ran.json["import"]["imported"] == 5
    assert [finding for finding in ran.json["findings"] if finding["severity"] == "violation"] == []
    assert (tmp_path / "look" / "report.html").is_file()
