"""What is done to a bundle is found although SHA256SUMS was written anew."""

import hashlib
from pathlib import Path

import pytest

from claims.audit.bundle import verify_bundle
from tests.audit.conftest import TEXT
from tests.audit.forge import (
    Log,
    drop_line,
    edit_manifest,
    list_kinds,
    list_places,
    seal_again,
)


class TestResealed:
    """What is found although SHA256SUMS was written anew."""

    @pytest.mark.parametrize("table", ["mention", "verdict", "decision", "predicate_trigger", "qualifier"])
    def test_a_row_that_was_removed_is_named(self, bundle: Path, table: str) -> None:
        path = bundle / "tables" / f"{table}.csv"
        gone = path.read_bytes().decode().split("\r\n")[1].split(",")[0].strip('"')
        drop_line(path, 1)
        seal_again(bundle)
        report = verify_bundle(bundle)
        (place,) = list_places(report, "STATE")
        assert place.startswith(f"{table} {gone}")
        assert any("rows of " + table in one.what for one in report.problems if one.kind == "MANIFEST")

    def test_a_cell_that_was_edited_is_named(self, bundle: Path) -> None:
        path = bundle / "tables" / "verdict.csv"
        path.write_bytes(path.read_bytes().replace(b"own note", b"own word"))
        seal_again(bundle)
        report = verify_bundle(bundle)
        assert list_kinds(report) == {"STATE"}
        assert list_places(report) == ["verdict 1", "verdict 2"]
        assert "rationale is" in report.problems[0].what

    @pytest.mark.parametrize(
        ("before", "after"), [(b',"",', b",,"), (b",0.87,", b',"0.87",'), (b",0,", b",00,")], ids=str
    )
    def test_cells_that_only_look_alike_are_told_apart(
        self, bundle: Path, before: bytes, after: bytes
    ) -> None:
        path = bundle / "tables" / "mention.csv"
        assert before in path.read_bytes()
        path.write_bytes(path.read_bytes().replace(before, after, 1))
        seal_again(bundle)
        assert "STATE" in list_kinds(verify_bundle(bundle))

    def test_a_row_that_was_added_twice_is_named(self, bundle: Path) -> None:
        path = bundle / "tables" / "tag.csv"
        lines = path.read_bytes().split(b"\r\n")
        path.write_bytes(b"\r\n".join([*lines[:-1], lines[1], b""]))
        seal_again(bundle)
        report = verify_bundle(bundle)
        assert "tag 1 stands there twice" in str(report.problems)

    def test_a_text_that_was_edited_is_named(self, bundle: Path) -> None:
        digest = hashlib.sha256(TEXT.encode()).hexdigest()
        path = bundle / "texts" / f"{digest}.txt"
        path.write_text(TEXT.replace("14. März", "15. März"), "utf-8")
        seal_again(bundle)
        assert list_kinds(verify_bundle(bundle)) == {"TEXT", "QUOTE"}

    def test_a_text_that_was_removed_is_named(self, bundle: Path) -> None:
        digest = hashlib.sha256(TEXT.encode()).hexdigest()
        (bundle / "texts" / f"{digest}.txt").unlink()
        seal_again(bundle)
        assert list_places(verify_bundle(bundle), "TEXT") == [f"texts/{digest}.txt"]

    def test_an_event_that_was_removed_is_named(self, bundle: Path) -> None:
        path = bundle / "events.jsonl"
        lines = path.read_text("utf-8").splitlines(keepends=True)
        path.write_text("".join(lines[:9] + lines[10:]), "utf-8")
        seal_again(bundle)
        report = verify_bundle(bundle)
        assert list_places(report, "GAP") == ["event 11"]

    def test_events_in_another_order_are_named(self, bundle: Path) -> None:
        path = bundle / "events.jsonl"
        lines = path.read_text("utf-8").splitlines(keepends=True)
        lines[9], lines[10] = lines[10], lines[9]
        path.write_text("".join(lines), "utf-8")
        seal_again(bundle)
        assert list_places(verify_bundle(bundle), "ORDER") == ["events.jsonl line 11"]

    def test_a_payload_that_was_edited_is_named(self, bundle: Path) -> None:
        path = bundle / "events.jsonl"
        path.write_text(path.read_text("utf-8").replace("beat 3", "beat 9"), "utf-8")
        seal_again(bundle)
        report = verify_bundle(bundle)
        assert list_kinds(report) == {"COMMITMENT"}
        assert len(list_places(report)) == 1

    def test_a_bundle_of_an_earlier_state_is_found_with_the_later_head(
        self, bundle: Path, worked: str, kept_log: Log
    ) -> None:
        path = bundle / "events.jsonl"
        lines = path.read_text("utf-8").splitlines(keepends=True)
        path.write_text("".join(lines[:-1]), "utf-8")
        drop_line(bundle / "tables" / "reviewer.csv", -2)
        seal_again(bundle)
        edit_manifest(bundle)
        report = verify_bundle(bundle, [kept_log.heads[-1]])
        assert list_places(report, "TRUNCATED") == [f"event {len(lines)}"]

    def test_a_manifest_that_says_another_head_is_found(self, bundle: Path) -> None:
        edit_manifest(bundle, head="1:" + "0" * 64)
        seal_again(bundle)
        assert list_places(verify_bundle(bundle)) == ["manifest.json"]

    def test_a_later_form_is_not_guessed_at(self, bundle: Path) -> None:
        edit_manifest(bundle, format=2)
        seal_again(bundle)
        (problem,) = verify_bundle(bundle).problems
        assert "newer than this program" in problem.what

    @pytest.mark.parametrize("said", ["[]", "{", "{}", '"x"', "null", "[" * 5000])
    def test_a_manifest_of_another_kind_is_a_problem_and_no_exception(self, bundle: Path, said: str) -> None:
        (bundle / "manifest.json").write_text(said, "utf-8")
        seal_again(bundle)
        assert list_kinds(verify_bundle(bundle)) == {"MANIFEST"}

    @pytest.mark.parametrize(
        "junk",
        [
            b"",
            b"\xff\xfe",
            b"id\r\n",
            b'"',
            b"a,b,c\r\n1,2\r\n",
            b"\0" * 100,
            b"{}\n",
            b"[1]\n",
            b'{"seq":1}\n',
        ],
    )
    def test_junk_in_any_place_is_a_problem_and_no_exception(self, bundle: Path, junk: bytes) -> None:
        for name in ("tables/mention.csv", "events.jsonl"):
            (bundle / name).write_bytes(junk)
        seal_again(bundle)
        assert not verify_bundle(bundle).holds
