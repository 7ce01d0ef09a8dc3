"""Which files the project consists of, and its Python read as syntax trees."""

import ast
import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@cache
def list_files() -> tuple[str, ...]:
    """Return the paths of the project's own files: tracked, or new and not ignored."""
    command = [
        "git",
        "-c",
        "safe.directory=*",
        "ls-files",
        "--cached",
        "--others",
        "--exclude-standard",
        "-z",
    ]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=True).stdout
    return tuple(sorted(path for path in set(listed.split("\0")) if path and (ROOT / path).is_file()))


def list_python(*folders: str) -> list[str]:
    """Return the project's Python files, all of them or those in some folders."""
    return [
        path for path in list_files() if path.endswith(".py") and (not folders or path.startswith(folders))
    ]


def read(path: str) -> str:
    """Return a file's text."""
    return (ROOT / path).read_text("utf-8")


def parse(path: str) -> ast.Module:
    """Return a Python file's syntax tree."""
    return ast.parse(read(path), path)


def list_imports(tree: ast.AST) -> set[str]:
    """Return the full names of the modules that a file imports, anywhere in it."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add("." * node.level + (node.module or ""))
    return found
