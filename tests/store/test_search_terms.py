"""Whatever somebody types is a question or one clear refusal, never syntax to the index."""

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.errors import QueryRefused
from claims.store.search_terms import MAX_CHARACTERS, MAX_TERMS, read_terms

TEXTS = (
    "Die drei größte Städte liegen am Fluss",
    "Drei Städte haben den größte Hafen",
    "Ein Roboter fuhr durch die Straße",
    "Robotik aus Münster",
    "or",
)

HOSTILE = (
    '"', '""', '"""', '"drei', 'drei"', '"drei" "', "(", ")", "((", "))", "()", ")(", "(()", "drei (", "drei )",
    "AND", "OR", "NOT", "AND OR NOT", "NOT NOT", "OR drei", "drei OR", "drei AND", "AND drei", "drei NOT",
    "drei OR OR Hafen", "drei AND AND Hafen", "NOT drei", "-drei", "- drei", "--drei", "-", "--", "-(", '-"', '-"drei"',
    "*", "**", "*drei", "drei**", "^drei", "title:drei", "body : drei", "{title body}: drei", "- {title}", "NEAR(drei größte)",
    "NEAR(", "drei NEAR/2 größte", "drei + größte", "+", "\x00", "drei\x00Hafen", "\x00drei", "\udcff", "drei\ud800",
    "'", "';DROP TABLE search;--", "%", "drei%", "_", "\\", "\\\"", ".,;:!?", "…", "„", "“”", "😀", "\u202edrei", "\n", "\t",
    " ", "", "drei\tOR\nHafen", "(drei OR (Hafen AND -(Fluss)))", "(-drei)", "drei (-Hafen)", "drei OR -Hafen", "﷽", "½",
)  # fmt: skip


@pytest.fixture(scope="module")
def index() -> sqlite3.Connection:
    from claims.store.fold import fold

    connection = sqlite3.connect(":memory:")
    connection.execute(
        "CREATE VIRTUAL TABLE search USING fts5(title, body, content = '', tokenize = 'unicode61 remove_diacritics 0')"
    )
    connection.executemany("INSERT INTO search (body) VALUES (?)", [(fold(text),) for text in TEXTS])
    return connection


def ask(index: sqlite3.Connection, query: str) -> list[int]:
    match = read_terms(query).match
    rows = index.execute("SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid", (match,))
    return [row[0] for row in rows]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("drei größte", [1, 2]),
        ("drei AND größte", [1, 2]),
        ('"drei größte"', [1]),
        ("„drei groesste“", [1]),
        ("Robot*", [3, 4]),
        ("robot", []),
        ('"die stras"*', [3]),
        ('"die stras*"', [3]),
        ("Roboter OR Hafen", [2, 3]),
        ("drei -Hafen", [1]),
        ("drei NOT Hafen", [1]),
        ('drei -"größte Städte"', [2]),
        ("drei -(Hafen OR Fluss)", []),
        ("(Roboter OR Hafen) Straße", [3]),
        ("Roboter OR Hafen Straße", [3]),
        ("Strasse", [3]),
        ("munster", [4]),
        ("Muenster", [4]),
        ("OR", [5]),
        ("OR Hafen", [2]),
        ("Hafen OR", [2]),
        ('"drei größte', [1]),
        ("(Hafen", [2]),
        ("Hafen) Städte", [2]),
        ("-(-Hafen) drei", None),
        ("NOT NOT drei", None),
    ],
)
def test_a_query_means_what_its_words_and_operators_say(
    index: sqlite3.Connection, query: str, found: list[int] | None
) -> None:
    if found is None:
        with pytest.raises(QueryRefused, match="what must not occur"):
            ask(index, query)
    else:
        assert ask(index, query) == found


def test_the_hostile_queries_are_many() -> None:
    assert len(set(HOSTILE)) >= 50


@pytest.mark.parametrize("query", HOSTILE)
def test_a_hostile_query_is_answered_or_refused_in_one_line(index: sqlite3.Connection, query: str) -> None:
    refused = ""
    try:
        assert set(ask(index, query)) <= {1, 2, 3, 4, 5}
    except QueryRefused as refusal:
        refused = str(refusal)
    assert "\n" not in refused


@given(query=st.text(st.sampled_from('aeäß"()-*+: \x00ORNT') | st.characters(), max_size=40))
def test_no_query_breaks_the_index(index: sqlite3.Connection, query: str) -> None:
    try:
        ask(index, query)
    except QueryRefused:
        return


@given(
    st.lists(st.sampled_from(["Hafen", "Fluss", "-Fluss", "(", ")", "OR", "NOT", "AND", '"']), max_size=12)
)
def test_what_is_not_wanted_is_never_marked(pieces: list[str]) -> None:
    try:
        terms = read_terms(" ".join(pieces))
    except QueryRefused:
        return
    assert all(term.write() in terms.match for term in terms.wanted)
    assert terms.wanted


@pytest.mark.parametrize(
    ("query", "why"),
    [
        ("x" * (MAX_CHARACTERS + 1), "longer than"),
        ("x " * (MAX_TERMS + 1), "more than 100 words"),
        ("(" * 50 + "x", "parentheses"),
        ("?!", "no word"),
        ("", "no word"),
        ("-Hafen", "must not occur"),
    ],
)
def test_a_query_that_cannot_be_asked_is_refused_with_what_is_wrong(query: str, why: str) -> None:
    with pytest.raises(QueryRefused, match=why):
        read_terms(query)


def test_the_longest_query_that_is_taken_can_be_asked(index: sqlite3.Connection) -> None:
    nested = "(" * 20 + " OR ".join(["drei -Hafen"] * 49) + ")" * 20
    assert ask(index, nested) == [1]
