"""What docs/json.md shows is what the program prints."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claims.values import find
from tests.project.files import read


def list_examples() -> list[Any]:
    """Return the JSON values of all blocks, in order."""
    found, reader = [], json.JSONDecoder()
    for block in re.findall(r"```json\n(.*?)```", read("docs/json.md"), re.DOTALL):
        rest = block.strip()
        while rest:
            value, end = reader.raw_decode(rest)
            found.append(value)
            rest = rest[end:].lstrip()
    return found


def settle(printed: Any) -> Any:
    """Return printed JSON without what may differ from release to release: an entity's number, how sure a tool is."""
    text = re.sub(r'"e[0-9]+"', '"e7"', json.dumps(printed))
    return json.loads(
        text, object_hook=lambda one: {key: one[key] for key in one if key not in {"score", "reasons"}}
    )


@pytest.fixture
def desk(claims: Callable[..., Any], tmp_path: Path) -> Callable[..., Any]:
    """Return the command line on a ledger in a folder that holds the page's two articles as `wire.jsonl`."""
    lines = [json.dumps(one) for one in list_examples() if "text" in one and "outlet" in one]
    assert len(lines) == 2
    (tmp_path / "wire.jsonl").write_text("\n".join(lines), "utf-8")
    assert claims("init").code == 0
    return claims


def test_the_values_are_those_that_the_program_finds() -> None:
    shown = [
        one for one in list_examples() if isinstance(one, dict) and one.get("type") in {"date", "quantity"}
    ]
    assert len(shown) >= 6
    assert [find(one["text"], "de")[0].value.to_json() for one in shown] == shown


def test_an_import_answers_as_shown(desk: Callable[..., Any]) -> None:
    assert desk("import", "wire.jsonl", "--json").json == list_examples()[-4]


def test_mentions_are_listed_as_shown(desk: Callable[..., Any]) -> None:
    desk("import", "wire.jsonl")
    desk("suggest")
    printed = desk("mention", "list", "--json").json
    shown = list_examples()[-3]
    assert list(printed[0]) == list(shown[0])
    assert settle(printed[:1]) == settle(shown)


def test_findings_are_printed_as_shown(desk: Callable[..., Any]) -> None:
    desk("import", "wire.jsonl")
    desk("suggest")
    checked = desk("cross-check", "--json")
    shown = list_examples()[-2]
    assert checked.code == 1
    assert settle(checked.json) == shown
    assert settle(desk("finding", "list", "--json").json) == {"findings": shown["findings"]}


def test_rules_are_listed_as_shown(desk: Callable[..., Any]) -> None:
    printed, shown = desk("rule", "list", "--json").json, list_examples()[-1]
    assert printed["rules"][: len(shown["rules"])] == shown["rules"]
