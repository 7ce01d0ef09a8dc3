"""A slip in a vocabulary file is told with file, entry, field and what to write; nothing is loaded."""

import shutil
from pathlib import Path

import pytest

from claims.desk.vocabulary_check import check_vocabulary
from claims.errors import InvalidVocabulary
from claims.settings import get_folder

PREDICATE = '[mood]\nvalue_type = "string"\nlabel = {de = "Laune", en = "mood"}\n'


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds"
    folder.mkdir()
    for path in get_folder("seeds").glob("*.toml"):
        shutil.copy(path, folder)
    return folder


def test_the_vocabulary_that_ships_with_the_program_passes(seeds: Path) -> None:
    check_vocabulary(seeds)


@pytest.mark.parametrize(
    ("name", "added", "message"),
    [
        ("predicates.toml", PREDICATE + 'triggers = {de = "abc"}\n', '[mood] triggers.de: "abc" is a single text where a list of texts belongs; write ["abc"]'),
        ("predicates.toml", PREDICATE + 'triggers = {de = ["abc", 5]}\n', "[mood] triggers.de, item 2: 5 is no text; put it in quotation marks"),
        ("predicates.toml", PREDICATE + 'triggers = {fr = ["abc"]}\n', "'de', 'en' or 'mul' is asked for here"),
        ("predicates.toml", PREDICATE + 'trigger = {de = ["abc"]}\n', "[mood] trigger: there is no such field"),
        ("predicates.toml", PREDICATE + "validity_days = 0\n", "[mood] validity_days: 0 does not fit"),
        ("predicates.toml", PREDICATE + 'signed = "yes"\n', "[mood] signed: 'yes' does not fit"),
        ("predicates.toml", '[mood]\nvalue_type = "string"\n', "[mood] label: the field is missing; add it"),
        ("entities.toml", '[kelvora]\nkind = "organisation"\nlabel = {mul = " "}\n', "[kelvora] label.mul: the text is empty"),
        ("units.toml", '[kv]\ndimension = "mood"\nfactor = 3\nlabel = {de = "a", en = "b"}\n', "[kv] factor: 3 is no text"),
    ],
)  # fmt: skip
def test_a_slip_is_told_with_its_place_and_what_to_write(
    seeds: Path, name: str, added: str, message: str
) -> None:
    path = seeds / name
    path.write_text(path.read_text("utf-8") + "\n" + added, "utf-8")
    with pytest.raises(InvalidVocabulary) as told:
        check_vocabulary(seeds)
    assert message in str(told.value)
    assert name in str(told.value)
