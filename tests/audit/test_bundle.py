"""X01, X04: what is done to the files of a bundle is found."""

import hashlib
import os
import subprocess
from pathlib import Path

import pytest

from claims.audit.bundle import verify_bundle
from claims.audit.report import Report
from claims.audit.seal import check_seal
from claims.errors import FileRefused
from tests.audit.forge import (
    Log,
    list_kinds,
    list_places,
)


def list_files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def look(folder: Path) -> Report:
    report = Report()
    check_seal(folder, report)
    return report


class TestX01:
    """Every file edited, removed, renamed; files added."""

    def test_an_untouched_bundle_verifies(self, bundle: Path, kept_log: Log) -> None:
        report = verify_bundle(bundle, kept_log.heads)
        assert report.problems == []
        assert report.events == len(kept_log.headers)
        assert report.texts == 4

    def test_sha256sum_itself_finds_it_sound(self, bundle: Path) -> None:
        done = subprocess.run(
            ["sha256sum", "--check", "--strict", "SHA256SUMS"], cwd=bundle, capture_output=True, text=True
        )
        assert done.returncode == 0
        assert done.stdout.count(": OK") == len(list_files(bundle)) - 1

    def test_every_edited_file_is_named(self, bundle: Path) -> None:
        for name in list_files(bundle):
            if name == "SHA256SUMS":
                continue
            before = (bundle / name).read_bytes()
            (bundle / name).write_bytes(before + b" ")
            assert [str(one) for one in look(bundle).problems] == [f"FILE  {name}: was edited"]
            (bundle / name).write_bytes(before)

    def test_every_removed_file_is_named(self, bundle: Path, tmp_path: Path) -> None:
        for name in list_files(bundle):
            if name == "SHA256SUMS":
                continue
            (bundle / name).rename(tmp_path / "away")
            assert [str(one) for one in look(bundle).problems] == [f"FILE  {name}: was removed"]
            (tmp_path / "away").rename(bundle / name)

    def test_every_renamed_file_is_named_with_its_new_name(self, bundle: Path) -> None:
        for name in list_files(bundle):
            if name == "SHA256SUMS":
                continue
            (bundle / name).rename(bundle / "zz-renamed")
            assert [str(one) for one in look(bundle).problems] == [f"FILE  {name}: was renamed to zz-renamed"]
            (bundle / "zz-renamed").rename(bundle / name)

    @pytest.mark.parametrize(
        "name", ["extra.txt", "tables/extra.csv", "texts/" + "a" * 64 + ".txt", ".hidden"]
    )
    def test_an_added_file_is_named(self, bundle: Path, name: str) -> None:
        (bundle / name).write_text("x", "utf-8")
        assert [str(one) for one in look(bundle).problems] == [f"FILE  {name}: was added"]

    def test_a_folder_without_sha256sums_is_no_bundle(self, bundle: Path) -> None:
        (bundle / "SHA256SUMS").unlink()
        with pytest.raises(FileRefused, match="no SHA256SUMS"):
            verify_bundle(bundle)


class TestX04:
    """Paths that lead out of the folder are refused before anything is read."""

    @pytest.mark.parametrize(
        "name",
        [
            "../outside.txt",
            "tables/../../outside.txt",
            "/etc/hostname",
            "..\\outside.txt",
            "C:\\outside.txt",
            "C:outside.txt",
            "./README.html",
            "tables//tag.csv",
            "tables/",
            "a\x1b[2J",
            "readme.HTML",
            "x" * 300,
        ],
    )
    def test_a_path_that_is_not_plainly_inside_is_refused(
        self, bundle: Path, tmp_path: Path, name: str
    ) -> None:
        (tmp_path / "outside.txt").write_text("secret", "utf-8")
        with (bundle / "SHA256SUMS").open("a", encoding="utf-8") as file:
            file.write(f"{hashlib.sha256(b'secret').hexdigest()}  {name}\n")
        report = verify_bundle(bundle)
        assert list_kinds(report) == {"PATH"}
        assert report.events == 0

    @pytest.mark.parametrize("line", ["no hash  README.html", "", "a" * 64, "a" * 64 + " x"])
    def test_a_line_that_is_no_hash_and_name_is_refused(self, bundle: Path, line: str) -> None:
        with (bundle / "SHA256SUMS").open("a", encoding="utf-8") as file:
            file.write(line + "\n")
        assert list_kinds(verify_bundle(bundle)) == {"PATH"}

    def test_a_link_is_refused(self, bundle: Path, tmp_path: Path) -> None:
        target = bundle / "tables" / "tag.csv"
        target.rename(tmp_path / "tag.csv")
        target.symlink_to(tmp_path / "tag.csv")
        report = verify_bundle(bundle)
        assert [str(one) for one in report.problems] == ["PATH  tables/tag.csv: is a link"]

    def test_a_device_or_pipe_is_refused_and_not_read(self, bundle: Path) -> None:
        os.mkfifo(bundle / "pipe")
        assert list_places(verify_bundle(bundle)) == ["pipe"]
