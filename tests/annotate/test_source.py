"""What is cited: added once, archived as often as it changes."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.annotate.source import add_snapshot, add_source, mark_alive, mark_dead
from claims.desk.snapshot import read_archived
from claims.errors import ClaimsError, DecisionRefused, FileRefused, OptionRefused
from claims.store import tables as t
from claims.store.queries.source import list_snapshots, list_sources
from tests.annotate.sample import NOTE, Sample, count_events, refused


def test_a_source_is_kept_with_its_text_in_one_event(session: Session) -> None:
    number = add_source(
        session,
        title=" A talk ",
        kind="own-test",
        publisher="Desk",
        published="2025-01-20T18:30:00+01:00",
        confidential=True,
        text=NOTE,
    )
    [one] = list_sources(session, ids=[number])
    assert (one["title"], one["kind"], one["confidential"]) == ("A talk", "own test", True)
    assert one["published"] == "2025-01-20T17:30:00Z"
    [taken] = list_snapshots(session, number)
    assert session.scalar(select(t.Text.body).where(t.Text.sha256 == taken["text_sha256"])) == NOTE
    assert count_events(session, "source", "add") == 1


def test_the_same_address_again_is_refused_with_the_id_that_has_it(session: Session, sample: Sample) -> None:
    with refused(session, DecisionRefused, f"q{sample.source} has this address"):
        add_source(session, title="Another title", kind="primary", url="https://example.org/note")


def test_a_dead_address_is_noted_once_and_can_be_taken_back(session: Session) -> None:
    number = add_source(session, title="Note", kind="official", url="https://example.org/gone")
    assert mark_dead(session, number, "2025-03-02") == "2025-03-02"
    assert list_sources(session)[-1]["dead_at"] == "2025-03-02"
    with refused(session, DecisionRefused, "dead since 2025-03-02"):
        mark_dead(session, number)
    mark_alive(session, number)
    assert list_sources(session)[-1]["dead_at"] is None
    with refused(session, DecisionRefused, "nothing to take back"):
        mark_alive(session, number)
    assert (count_events(session, "source", "mark dead"), count_events(session, "source", "mark alive")) == (
        1,
        1,
    )


def test_a_source_without_an_address_is_never_dead(session: Session) -> None:
    number = add_source(session, title="Talk", kind="interview")
    with refused(session, DecisionRefused, "no web address"):
        mark_dead(session, number)


def test_a_dead_link_reaches_the_report_and_is_undone(read: Callable[..., Any]) -> None:
    read("source", "add", "--title", "Note", "--kind", "official", "--url", "https://example.org/gone")
    listed = ("report", "run", "sources-by-use", "--format", "json")
    assert read("source", "dead", "https://example.org/gone", "--json").json == {"id": "q1"}
    assert "leads nowhere since" in read("source", "show", "q1").out
    assert read(*listed).json[-1]["dead_link"] == "yes"
    last = read("audit", "log", "-n", "1", "--json").json[0]["seq"]
    assert read("audit", "undo", str(last)).code == 0
    assert read(*listed).json[-1]["dead_link"] == "no"


def test_sources_without_an_address_may_share_a_title(session: Session) -> None:
    first = add_source(session, title="Talk", kind="interview")
    assert add_source(session, title="Talk", kind="interview") == first + 1


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"title": " "}, "--title is blank"),
        ({"title": "a\0b"}, "U\\+0000"),
        ({"title": "a\udc80"}, "half a character"),
        ({"kind": "rumour"}, "primary, official"),
        ({"url": "example.org"}, "no web address"),
        ({"url": "javascript:alert(1)"}, "no web address"),
        ({"url": "http://"}, "no web address"),
        ({"url": "https://[::1"}, "no web address"),
        ({"url": "https://example.org/a b"}, "no web address"),
        ({"published": "20.1.2025"}, "no day or time"),
        ({"published": "2025-02-30"}, "no day"),
        ({"published": "2025-02-10T25:00"}, "no day or time"),
        ({"publisher": ""}, "--publisher is blank"),
    ],
)
def test_what_does_not_describe_a_source_is_refused(
    session: Session, given: dict[str, Any], said: str
) -> None:
    with refused(session, OptionRefused, said):
        add_source(session, **({"title": "Note", "kind": "official"} | given))


def test_a_changed_text_is_a_further_snapshot_and_the_same_text_is_none(
    session: Session, sample: Sample
) -> None:
    number, new = add_snapshot(session, sample.source, NOTE + " It was taken back.")
    assert new
    assert add_snapshot(session, sample.source, NOTE + " It was taken back.") == (number, False)
    assert add_snapshot(session, sample.source, NOTE) == (number - 1, False)
    assert len(list_snapshots(session, sample.source)) == 2


def test_two_sources_may_say_the_same(session: Session, sample: Sample) -> None:
    other = add_source(session, title="A repeat", kind="agency", origin_id=sample.source, text=NOTE)
    [one] = list_sources(session, ids=[other])
    assert (one["origin"], one["snapshots"]) == (f"q{sample.source}", 1)


def test_a_file_is_decoded_as_an_import_decodes_it(tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_bytes("Früher\r\nwar „alles“ größer.".encode("cp1252"))
    remarks: list[str] = []
    text = read_archived(tmp_path / "old.txt", remarks.append)
    assert text == "Früher\nwar „alles“ größer."
    assert "Windows-1252" in remarks[0]


@pytest.mark.parametrize("content", [None, b"", b" \n ", b"\x89PNG\r\n\x1a\n\0\0"])
def test_a_file_without_text_is_refused(content: bytes | None, tmp_path: Path) -> None:
    path = tmp_path / "file"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(FileRefused, match=str(path)):
        read_archived(path, lambda _: None)


def test_sources_from_the_command_line(read: Callable[..., Any], tmp_path: Path) -> None:
    added = read("source", "add", "--title", "Note", "--kind", "official", "--file", "note.txt", "--json")
    assert (added.code, added.json) == (0, {"id": "q1"})
    (tmp_path / "later.txt").write_text("It was taken back.", "utf-8")
    assert read("source", "snapshot", "q1", "--file", "later.txt").out == "n2\n"
    again = read("source", "snapshot", "q1", "--file", "later.txt")
    assert (again.out, "unchanged" in again.err) == ("n2\n", True)
    assert [row["snapshots"] for row in read("source", "list", "--json").json] == [2]
    shown = read("source", "show", "q1", "--json").json
    assert [row["id"] for row in shown["snapshots"]] == ["n1", "n2"]
    assert "n1" in read("source", "show", "q1").out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("snapshot", "q9", "--file", "note.txt"), "no source q9"),
        (("snapshot", "https://example.org/x", "--file", "note.txt"), "no source has the address"),
        (("add", "--title", "N", "--kind", "official", "--file", "gone.txt"), "gone.txt: no such file"),
        (("add", "--title", "N", "--kind", "official", "--origin", "q9"), "no source q9"),
    ],
)
def test_a_wrong_command_writes_nothing(
    read: Callable[..., Any], arguments: tuple[str, ...], said: str, tmp_path: Path
) -> None:
    before = (tmp_path / "claims.db").read_bytes()
    ran = read("source", *arguments)
    assert (ran.code, said in ran.err) == (2, True)
    assert (tmp_path / "claims.db").read_bytes() == before


def test_a_source_is_found_by_its_address(session: Session, sample: Sample) -> None:
    from claims.store.queries.source import get_source_id

    assert get_source_id(session, "https://example.org/note") == sample.source
    with pytest.raises(ClaimsError):
        get_source_id(session, "v1")
