"""A report for German Excel, opened in a real spreadsheet: LibreOffice, set to German."""

import shutil
import subprocess
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claims.reports.run_write import EXCEL_DE, write_csv

SOFFICE = shutil.which("soffice")
OFFICE, TABLE = (f"{{urn:oasis:names:tc:opendocument:xmlns:{name}:1.0}}" for name in ("office", "table"))

pytestmark = pytest.mark.skipif(
    SOFFICE is None, reason="LibreOffice is not installed; make test installs it on Debian"
)

Cell = tuple[str, str]
"""What a spreadsheet takes a cell for, float or string, and what it shows."""


def open_sheet(path: Path) -> list[list[Cell]]:
    """Return the cells of a file as LibreOffice reads it in German: semicolons, UTF-8, decimal commas."""
    folder = path.parent
    reading = "CSV:59,34,76,1,,1031,false,true"
    convert = ["--infilter=" + reading, "--convert-to", "fods", "--outdir", str(folder), str(path)]
    alone = f"-env:UserInstallation=file://{folder}/profile"
    subprocess.run(
        [str(SOFFICE), "--headless", alone, *convert], check=True, timeout=300, capture_output=True
    )
    rows = ET.parse(path.with_suffix(".fods")).iter(f"{TABLE}table-row")
    return [_list_cells(row) for row in rows]


def _list_cells(row: Any) -> list[Cell]:
    cells: list[Cell] = []
    for cell in row.iter(f"{TABLE}table-cell"):
        kind = cell.get(f"{OFFICE}value-type", "")
        shown = cell.get(f"{OFFICE}value") or "".join(cell.itertext()).strip()
        cells += [(kind, shown)] * int(cell.get(f"{TABLE}number-columns-repeated", "1"))
    return cells


def test_a_report_opens_with_umlauts_and_numbers_right(
    desk: Callable[..., Any], week: str, tmp_path: Path
) -> None:
    wanted = desk("--db", week, "report", "run", "coverage", "--json").json
    path = tmp_path / "report.csv"
    ran = desk("--db", week, "report", "run", "coverage", "--dialect", "excel-de", "-o", str(path))
    assert ran.code == 0
    head, *rows = open_sheet(path)
    names = [name for _, name in head if name]
    assert names == list(wanted[0])
    for row, expected in zip(rows, wanted, strict=False):
        cells = dict(zip(names, row, strict=False))
        assert cells["title"] == ("string", expected["title"])
        assert cells["sentences"] == ("float", str(expected["sentences"]))
        if expected["share_done"] is not None:
            kind, share = cells["share_done"]
            assert (kind, float(share)) == ("float", expected["share_done"])
    assert any("ü" in one["title"] for one in wanted)
    assert any(one["share_done"] not in {None, 0, 1} for one in wanted)


def test_what_looks_like_a_formula_stays_text_and_a_negative_number_a_number(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        write_csv(file, ["a", "b", "c", "d"], [["=cmd|' /C calc'!A0", "-5", -0.25, 'Ä;"b"\nc']], EXCEL_DE)
    row = open_sheet(path)[1][:4]
    assert row[0] == ("string", "'=cmd|' /C calc'!A0")
    assert row[1] == ("float", "-5")
    assert row[2] == ("float", "-0.25")
    assert (row[3][0], row[3][1].replace("\n", "")) == ("string", 'Ä;"b"c')
