"""Each folder imports only from folders below it, and the check of that can fail."""

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.project.files import ROOT


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-logo", "--no-cache"]
    return subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", timeout=120)


def test_the_layers_hold() -> None:
    checked = lint(ROOT)
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_all_that_lies_below_the_store_is_kept_from_the_database() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
    contracts = {contract["type"]: contract for contract in settings["contracts"]}
    layers = contracts["layers"]["layers"]
    below = {name for layer in layers[layers.index("store") + 1 :] for name in re.findall(r"\w+", layer)}
    present = {f"claims.{name}" for name in below if list((ROOT / "claims").glob(f"{name}*"))}
    assert present == set(contracts["forbidden"]["source_modules"])


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("values/day.py", "import claims.store.write"),
        ("ingest/run.py", "import claims.suggest.run"),
        ("store/clock.py", "import rich"),
        ("errors.py", "import sqlalchemy"),
        ("novel/__init__.py", ""),
    ],
    ids=["upwards", "sideways", "terminal", "database", "unplaced folder"],
)
def test_a_broken_layer_is_noticed(path: str, line: str, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "claims", tmp_path / "claims", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    changed = tmp_path / "claims" / path
    changed.parent.mkdir(exist_ok=True)
    before = changed.read_text("utf-8") if changed.exists() else ""
    changed.write_text(f"{before}\n{line}\n", "utf-8")
    checked = lint(tmp_path)
    assert checked.returncode == 1
    assert "BROKEN" in checked.stdout or "novel" in checked.stdout
