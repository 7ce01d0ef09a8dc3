"""What holds for every file of the project."""

import ast
import re
import tomllib
from collections.abc import Iterator

import pytest
from packaging.requirements import Requirement

from tests.project.files import list_files, list_imports, list_python, parse, read

HOSTS = ("pypi" + ".org", "python" + "hosted", "file" + "://")
TERM = r"\bage" + r"nts?\b"
BANNED = (TERM, r"/wo" + r"rk/", r"\.lib" + r"rary\b", *(re.escape(host) for host in HOSTS[:2]))
WHERE_IT_IS_A_TERM = ("claims/suggest/", "seeds/")
"""Who acts in a passive sentence; what news are about."""
LOCKS = ("requirements.lock", "requirements-engines.lock")
STATEMENT = re.compile(r"\s*(SELECT|INSERT|UPDATE|DELETE|REPLACE|WITH|CREATE|DROP|ALTER|ATTACH|PRAGMA)\s")
SEAM = "claims/store/write.py"


def is_text(path: str) -> bool:
    return path not in LOCKS and not path.endswith((".png", ".parquet", ".db", ".gz"))


@pytest.mark.parametrize("word", BANNED)
def test_no_file_names_the_place_where_it_was_written(word: str) -> None:
    banned = re.compile(word, re.IGNORECASE)
    found = [
        f"{path}:{number}"
        for path in list_files()
        if is_text(path) and not (word == TERM and path.startswith(WHERE_IT_IS_A_TERM))
        for number, line in enumerate(read(path).splitlines(), 1)
        if banned.search(line)
    ]
    assert found == []


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_registry_and_no_file_of_a_machine(lock: str) -> None:
    assert [line for line in read(lock).splitlines() if any(host in line for host in HOSTS)] == []


def read_lock(lock: str) -> dict[str, Requirement]:
    lines = read(lock).replace("\\\n", " ").splitlines()
    entries = [line for line in lines if line and not line.lstrip().startswith(("#", "--"))]
    assert all("--hash=sha256:" in entry for entry in entries)
    locked = [Requirement(entry.partition("--hash")[0]) for entry in entries]
    return {one.name.lower().replace("_", "-"): one for one in locked}


def test_the_locks_pin_every_requirement_by_hash_at_a_version_that_fits() -> None:
    project = tomllib.loads(read("pyproject.toml"))
    wanted = [*project["project"]["dependencies"], *project["build-system"]["requires"]]
    wanted += [one for extra in project["project"]["optional-dependencies"].values() for one in extra]
    wanted += [one for group in project["dependency-groups"].values() for one in group]
    base, engines = map(read_lock, LOCKS)
    assert {
        name: engines[name]
        for name in base.keys() & engines.keys()
        if engines[name].specifier != base[name].specifier
    } == {}
    for one in map(Requirement, wanted):
        (pin,) = (engines | base)[one.name.lower()].specifier
        assert pin.operator == "=="
        assert one.specifier.contains(pin.version, prereleases=True), one


@pytest.mark.parametrize("folder", ["claims/", "tests/", "docs/", "bench/", "migrations/"])
def test_no_file_of_code_is_longer_than_300_lines(folder: str) -> None:
    long = {path: count for path in list_python(folder) if (count := len(read(path).splitlines())) > 300}
    assert long == {}


def test_no_name_says_that_anything_could_be_inside() -> None:
    empty = {"utils", "util", "helpers", "helper", "manager", "base", "common", "info", "misc"}
    assert [path for path in list_python() if empty & set(re.split(r"[/_.]", path))] == []


DANGEROUS = {
    ("os", "system"),
    ("os", "popen"),
    ("subprocess", "getoutput"),
    ("subprocess", "getstatusoutput"),
    ("yaml", "load"),
    ("yaml", "load_all"),
    ("yaml", "unsafe_load"),
    ("yaml", "full_load"),
}


def list_dangers(tree: ast.AST) -> Iterator[str]:
    """Yield what runs code that came as data."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            match node.func:
                case ast.Name(id="eval" | "exec" | "compile" | "__import__" as name):
                    yield f"{name}()"
                case ast.Attribute(value=ast.Name(id=module), attr=name) if (module, name) in DANGEROUS:
                    yield f"{module}.{name}()"
            for keyword in node.keywords:
                if keyword.arg == "shell" and getattr(keyword.value, "value", None) is not False:
                    yield "shell="
    yield from list_imports(tree) & {"pickle", "marshal", "shelve", "dill"}


@pytest.mark.parametrize("path", list_python())
def test_no_code_runs_what_came_as_data(path: str) -> None:
    assert list(list_dangers(parse(path))) == []


@pytest.mark.parametrize(
    "code",
    [
        "eval(x)",
        "import pickle",
        "from pickle import loads",
        "run(x, shell=True)",
        "yaml.load(x)",
        "os.system(x)",
    ],
)
def test_code_that_runs_what_came_as_data_would_be_noticed(code: str) -> None:
    assert list(list_dangers(ast.parse(code)))


def list_built_statements(tree: ast.AST) -> Iterator[int]:
    """Yield the lines where SQL is put together from parts that are no constant of the module."""
    for node in ast.walk(tree):
        match node:
            case ast.JoinedStr(values=[ast.Constant(value=str(first)), *_]):
                parts = [part.value for part in node.values if isinstance(part, ast.FormattedValue)]
            case ast.BinOp(left=ast.Constant(value=str(first)), op=ast.Add() | ast.Mod()):
                parts = [node.right]
            case ast.Call(
                func=ast.Attribute(value=ast.Constant(value=str(first)), attr="format" | "replace")
            ):
                parts = [*node.args, *(keyword.value for keyword in node.keywords)]
            case _:
                continue
        fixed = all(isinstance(part, ast.Constant | ast.Name) and is_constant(part) for part in parts)
        if STATEMENT.match(first) and not fixed:
            yield node.lineno


def is_constant(part: ast.Constant | ast.Name) -> bool:
    return isinstance(part, ast.Constant) or part.id.isupper()


@pytest.mark.parametrize("path", [path for path in list_python("claims/") if path != SEAM])
def test_sql_is_built_from_parts_only_where_rows_are_written(path: str) -> None:
    assert list(list_built_statements(parse(path))) == []


@pytest.mark.parametrize(
    "code",
    [
        'f"SELECT {x}"',
        '"DELETE FROM t WHERE id = " + x',
        '"UPDATE t SET a = %s" % x',
        '"DROP TABLE {}".format(x)',
    ],
)
def test_built_sql_would_be_noticed(code: str) -> None:
    assert list(list_built_statements(ast.parse(code))) == [1]


@pytest.mark.parametrize("path", list_python("migrations/"))
def test_a_migration_imports_nothing_of_the_program(path: str) -> None:
    assert [name for name in list_imports(parse(path)) if name.startswith((".", "claims"))] == []
