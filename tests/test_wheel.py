"""The wheel holds all that the program needs: it runs where no checkout is near."""

import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def run(*command: str | Path, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("CLAIMS_", "PYTHON"))}
    return subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=kept | environment,
        capture_output=True,
        encoding="utf-8",
        timeout=300,
    )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a wheel built from the checkout."""
    folder = tmp_path_factory.mktemp("dist")
    built = run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder, cwd=ROOT)
    assert built.returncode == 0, built.stderr
    (path,) = folder.glob("claims-*.whl")
    return path


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of commands of an environment in which only the wheel is installed."""
    folder = tmp_path_factory.mktemp("installed")
    made = run(sys.executable, "-m", "venv", "--without-pip", folder / "venv", cwd=folder)
    assert made.returncode == 0, made.stderr
    python = folder / "venv" / "bin" / "python"
    pip = [sys.executable, "-m", "pip", "--python", str(python)]
    done = run(*pip, "install", "--quiet", "--no-deps", "--no-index", wheel, cwd=folder)
    assert done.returncode == 0, done.stderr
    return python.parent


@pytest.fixture
def libraries() -> str:
    """Return where the libraries are; named by PYTHONPATH, its .pth files (the checkout's) are not read."""
    return sysconfig.get_path("purelib")


def list_expected() -> set[str]:
    """Return what must be inside: all of claims/, seeds/ and migrations/."""
    homes = {"claims": "claims", "seeds": "claims/_shipped/seeds", "migrations": "claims/_shipped/migrations"}
    return {
        f"{home}/{path.relative_to(ROOT / folder).as_posix()}"
        for folder, home in homes.items()
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_the_wheel_holds_code_data_migrations_and_templates_and_nothing_else(wheel: Path) -> None:
    inside = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    assert inside == list_expected()
    suffixes = {Path(name).suffix for name in inside}
    assert {".py", ".sql", ".toml", ".md", ".jsonl", ".html"} <= suffixes


def test_the_installed_program_is_not_the_checkout(installed: Path, libraries: str, tmp_path: Path) -> None:
    code = "import claims, sys; print(claims.__file__); print(*sys.path, sep='\\n')"
    done = run(installed / "python", "-c", code, cwd=tmp_path, PYTHONPATH=libraries)
    assert done.stdout.startswith(str(installed.parent))
    assert str(ROOT) not in done.stdout.splitlines()


def test_the_demo_runs_from_the_wheel(installed: Path, libraries: str, tmp_path: Path) -> None:
    done = run(installed / "claims", "demo", "--into", "out", cwd=tmp_path, PYTHONPATH=libraries)
    assert done.returncode == 0, done.stdout + done.stderr
    (report,) = (word for word in done.stdout.split() if word.endswith(".html"))
    assert (tmp_path / report).stat().st_size > 1000
