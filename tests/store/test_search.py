"""A search finds every noun as the ledger has it now: revised, decided, merged, withdrawn."""

from typing import Any

import pytest

from claims.store import tables as t
from claims.store.queries.search import SCOPES
from claims.store.write import delete, insert, update
from tests.store.filled import DATE, MENTION, NOW, VERDICT
from tests.store.searched import SECOND, add_entity, add_text, ask, change, find, give_reason, revise


@pytest.mark.parametrize(
    ("query", "scope", "found"),
    [
        ("erschien Danach", "article", ["a1"]),
        ('"R1 ist da"', "article", ["a1"]),
        ("Januar 2025", "claim", ["c1", "c2"]),
        ("2024-11", "claim", ["c2"]),
        ("erschien", "claim", ["c1"]),
        ("China Januar", "claim", ["c1", "c2"]),
        ("released January", "source", ["q1"]),
        ("Note", "source", ["q1"]),
        ("own note", "rationale", ["j1", "j2"]),
        ("own date", "rationale", ["h1"]),
    ],
)
def test_every_noun_is_found(filled: str, query: str, scope: str, found: list[str]) -> None:
    assert sorted(find(filled, query, scopes=[scope])) == found


def test_a_finding_is_found_by_the_reason_that_somebody_gave(filled: str) -> None:
    assert find(filled, "Two dates", scopes=["rationale"]) == []
    change(filled, give_reason)
    assert find(filled, "haefen", scopes=["rationale"]) == ["f1"]
    change(filled, lambda session: update(session, t.Finding, 1, message="Three years."))
    assert find(filled, "Three years haefen") == ["f1"]
    assert find(filled, "Two dates") == []


def test_an_entity_is_found_by_label_and_alias(filled: str) -> None:
    change(filled, lambda session: add_entity(session, "Björn Größmann"))
    (found,) = find(filled, "Bjoern Groessmann")
    assert found.startswith("e")
    assert find(filled, "bjorn") == [found]


def test_each_scope_looks_only_there(filled: str) -> None:
    kinds = {
        scope: {
            hit["kind"] for hit in ask(filled, "R1 OR Januar OR note OR own OR Deutsch*", scopes=[scope]).hits
        }
        for scope in SCOPES
    }
    assert kinds == {
        "article": {"article"},
        "claim": {"claim"},
        "entity": {"entity"},
        "source": {"source"},
        "rationale": {"verdict", "ruling"},
    }


def test_a_revision_takes_the_place_of_the_text_before(filled: str) -> None:
    assert find(filled, "Danach", scopes=["article"]) == ["a1"]
    change(filled, revise)
    assert find(filled, "Danach", scopes=["article"]) == []
    assert find(filled, "Aerztin gross", scopes=["article"]) == ["a1"]
    both = ask(filled, "erschien", scopes=["article"], every_revision=True).hits
    assert sorted((hit["article"]["revision"], hit["state"]) for hit in both) == [
        (1, "replaced"),
        (2, "newest"),
    ]


def test_a_withdrawn_article_is_found_and_said_to_be_withdrawn(filled: str) -> None:
    find(filled, "erschien")
    change(filled, lambda session: update(session, t.Article, 1, withdrawn_at=NOW, withdrawn_reason="Wrong."))
    states = {hit["kind"]: hit["state"] for hit in ask(filled, "erschien").hits}
    assert states == {"article": "withdrawn", "claim": "not live"}


def test_a_new_mention_is_found_under_its_claim_and_no_more_once_rejected(filled: str) -> None:
    find(filled, "R1")
    change(filled, revise)
    quote = "Das sagte die Ärztin Groß"
    place = {"start_cp": SECOND.index(quote), "end_cp": SECOND.index(quote) + len(quote), "quote": quote}
    mention = {**MENTION, **place, "claim_id": 2, "revision_id": 2, "sentence_id": None, "state": "suggested"}
    change(filled, lambda session: insert(session, t.Mention, **mention))
    assert find(filled, "Ärztin", scopes=["claim"]) == ["c2"]
    change(filled, lambda session: update(session, t.Mention, 2, claim_id=1))
    assert find(filled, "Ärztin", scopes=["claim"]) == ["c1"]
    change(filled, lambda session: update(session, t.Mention, 2, state="rejected"))
    assert find(filled, "Ärztin", scopes=["claim"]) == []


def test_a_claim_that_was_only_suggested_and_rejected_is_not_found_until_somebody_judges_it(
    filled: str,
) -> None:
    change(
        filled, lambda session: insert(session, t.Claim, **{**DATE, "value_key": "x", "value_text": "Xaver"})
    )
    assert find(filled, "Xaver") == ["c3"]
    change(
        filled, lambda session: insert(session, t.Mention, **{**MENTION, "claim_id": 3, "state": "rejected"})
    )
    assert find(filled, "Xaver") == []
    change(filled, lambda session: insert(session, t.Verdict, **{**VERDICT, "claim_id": 3}))
    assert find(filled, "Xaver") == ["c3"]


def test_a_merged_entity_is_found_as_what_it_turned_out_to_be(filled: str) -> None:
    names: list[int] = []
    change(
        filled, lambda session: names.extend([add_entity(session, "Quixel"), add_entity(session, "Zorbeck")])
    )
    one, other = (f"e{number}" for number in names)
    assert find(filled, "Quixel OR Zorbeck") == [one, other]
    change(filled, lambda session: update(session, t.Entity, names[0], merged_into_id=names[1]))
    assert find(filled, "Quixel") == find(filled, "Zorbeck") == [other]
    change(filled, lambda session: update(session, t.Entity, names[0], merged_into_id=None))
    assert find(filled, "Quixel") == [one]
    assert find(filled, "Zorbeck") == [other]


def test_a_claim_is_found_by_the_name_that_its_subject_has_now(filled: str) -> None:
    find(filled, "R1")
    change(filled, lambda session: update(session, t.Entity, 1, label="Zorbeck"))
    assert sorted(find(filled, "Zorbeck", scopes=["claim"])) == ["c1", "c2"]
    change(filled, lambda session: update(session, t.Entity, 1, label="Quixel"))
    assert find(filled, "Zorbeck") == []


def test_a_claim_is_found_by_the_predicate_in_both_languages(filled: str) -> None:
    find(filled, "R1")
    change(filled, lambda session: update(session, t.Predicate, 1, label_de="Zuwachs", label_en="growth"))
    assert sorted(find(filled, "Zuwachs growth")) == ["c1", "c2"]


def test_a_claim_is_found_by_the_subject_that_a_merge_gave_its_slot(filled: str) -> None:
    names: list[int] = []

    def merge(session: Any) -> None:
        names.append(add_entity(session, "Zorbeck"))
        slot = insert(
            session, t.Slot, qualifiers_hash="b" * 64, subject_id=names[0], predicate_id=1, canonical_id=2
        )
        update(session, t.Slot, 1, canonical_id=slot)

    find(filled, "R1")
    change(filled, merge)
    assert sorted(find(filled, "Zorbeck", scopes=["claim"])) == ["c1", "c2"]


def test_a_source_is_found_by_a_later_snapshot_and_a_corrected_title(filled: str) -> None:
    def change_source(session: Any) -> None:
        update(session, t.Source, 1, title="Pressemitteilung", publisher="Häfenamt")
        insert(session, t.Snapshot, taken_at=NOW, source_id=1, text_sha256=add_text(session, "Die Straße."))

    assert find(filled, "Note", scopes=["source"]) == ["q1"]
    change(filled, change_source)
    assert find(filled, "Note", scopes=["source"]) == []
    for query in ("Pressemitteilung", "Haefenamt", "Strasse", "released 2025"):
        assert find(filled, query, scopes=["source"]) == ["q1"]


def test_what_an_alias_no_longer_says_is_no_longer_found(filled: str) -> None:
    change(filled, lambda session: add_entity(session, "Zorbeck"))
    change(
        filled,
        lambda session: insert(
            session, t.Alias, language="de", name="Zorbi", kind="name", opening="zorbi", entity_id=2
        ),
    )
    assert find(filled, "Zorbi") == ["e2"]
    change(filled, lambda session: delete(session, t.Alias, name="Zorbi"))
    assert find(filled, "Zorbi") == []
