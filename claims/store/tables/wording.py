"""Sentences by their words, to find those that are written alike; all of it derived from the texts."""

from sqlalchemy import Index, text
from sqlalchemy.orm import Mapped, mapped_column

from claims.store.tables.table import Flag, Id, Table, is_flag


class Wording(Table):
    """The words of a sentence, the same wherever it stands; kept once, in no event."""

    __tablename__ = "wording"

    id: Mapped[Id]
    digest: Mapped[int] = mapped_column(unique=True, doc="A hash of the sentence, white space aside.")
    words: Mapped[str] = mapped_column(doc="Its words that count, without values, by the alphabet.")


class WordingPlace(Table):
    """Where a wording stands; has a row for every sentence that was looked at."""

    __tablename__ = "wording_place"

    sentence_id: Mapped[int] = mapped_column(
        primary_key=True, autoincrement=False, doc="The sentence; the greatest is the last looked at."
    )
    wording_id: Mapped[int | None] = mapped_column(
        index=True, doc="Its wording; NULL: too short to be told from others."
    )


class WordingWord(Table):
    """In how many wordings a word stands."""

    __tablename__ = "wording_word"

    word: Mapped[int] = mapped_column(primary_key=True, autoincrement=False, doc="A hash of the word.")
    wordings: Mapped[int] = mapped_column(doc="How many have it.")


class WordingKey(Table):
    """Wordings that share a rare word, or two that are rather rare: only those are compared."""

    __tablename__ = "wording_key"
    __table_args__ = ({"sqlite_with_rowid": False},)

    key: Mapped[int] = mapped_column(primary_key=True, doc="A hash of the word or words.")
    wording_id: Mapped[int] = mapped_column(
        primary_key=True, doc="The wording; 0: so many have it that it tells nothing."
    )


class WordingPair(Table):
    """Two wordings that are alike, and in which facts they are unlike."""

    __tablename__ = "wording_pair"
    __table_args__ = (
        Index(None, "other_id"),
        is_flag("apart"),
        Index("ix_wording_pair_unlike", "wording_id", "other_id", sqlite_where=text("unlike <> '[]'")),
    )

    wording_id: Mapped[int] = mapped_column(primary_key=True, doc="The one met first.")
    other_id: Mapped[int] = mapped_column(primary_key=True, doc="The other.")
    score: Mapped[float] = mapped_column(doc="How alike their words are: the share that both have, 0 to 1.")
    unlike: Mapped[str] = mapped_column(
        doc="JSON list of [date, value, name, negation or subject; the words of the first; those of the other]."
    )
    apart: Mapped[Flag] = mapped_column(doc="1 where their values are of other things, as their words tell.")


class WordingName(Table):
    """Words with which a name may begin, of pairs that are closely alike: who is who decides in what they are unlike."""

    __tablename__ = "wording_name"
    __table_args__ = ({"sqlite_with_rowid": False},)

    word: Mapped[int] = mapped_column(primary_key=True, doc="A hash of the word.")
    wording_id: Mapped[int] = mapped_column(primary_key=True, doc="The one wording of the pair.")
    other_id: Mapped[int] = mapped_column(primary_key=True, doc="The other.")


class DirtyName(Table):
    """A name that came, or means something else, since the last cross-check: pairs that have it are compared again."""

    __tablename__ = "dirty_name"
    __table_args__ = ({"sqlite_with_rowid": False},)

    name: Mapped[str] = mapped_column(primary_key=True, doc="The name.")
