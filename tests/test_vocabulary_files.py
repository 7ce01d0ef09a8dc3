"""Reading the vocabulary from a folder: what an editor can add, and how a broken file is refused."""

import shutil
from pathlib import Path

import pytest

from claims.errors import InvalidVocabulary
from claims.settings import get_folder
from claims.vocabulary import get_seed_vocabulary, load_vocabulary

FILES = ("predicates.toml", "units.toml", "entities.toml", "rating_scales.toml", "orderings.toml")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in FILES:
        shutil.copy(get_folder("seeds") / name, tmp_path / name)
    return tmp_path


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert text.count(old) >= 1
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_the_examples_of_the_readme_load(folder: Path) -> None:
    blocks = (get_folder("seeds") / "README.md").read_text("utf-8").split("```toml\n")[1:]
    examples = [block.split("```")[0] for block in blocks]
    for name, example in zip(FILES, examples, strict=False):
        with (folder / name).open("a", encoding="utf-8") as file:
            file.write("\n" + example)
    vocabulary = load_vocabulary(folder)
    assert vocabulary.predicates["prize_money"].dimension == "money"
    assert vocabulary.units["ftm"].factor == "1.8288"
    assert vocabulary.entities[-1].key == "port-ellery-council"


def test_the_vocabulary_of_a_copied_folder_is_the_same(folder: Path) -> None:
    assert load_vocabulary(folder) == get_seed_vocabulary()


@pytest.mark.parametrize("name", FILES)
def test_a_missing_file_is_named(folder: Path, name: str) -> None:
    (folder / name).unlink()
    with pytest.raises(InvalidVocabulary, match=rf"{name}: vocabulary file missing"):
        load_vocabulary(folder)


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("content", [b"[released\n", b"\xff\xfe", b"[a]\n[a]\n"])
def test_a_file_that_is_no_toml_is_named(folder: Path, name: str, content: bytes) -> None:
    (folder / name).write_bytes(content)
    with pytest.raises(InvalidVocabulary, match=rf"{name}: not readable as TOML"):
        load_vocabulary(folder)


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        ("predicates.toml", 'value_type = "date"', 'value_type = "day"', r"\[released\] value_type: 'day' is not one of date, quantity"),
        ("predicates.toml", 'temporal = "instant"', 'temporal = "once"', r"\[released\] temporal: 'once' is not one of none, instant"),
        ("predicates.toml", 'cardinality = "set"', 'cardinality = "some"', r"\[developer\] cardinality: 'some' is not one of single, set"),
        ("predicates.toml", 'subject_kinds = ["product", "work"]', 'subject_kinds = ["gadget"]', r"\[released\] kind: 'gadget' is not one of person"),
        ("predicates.toml", 'dimension = "money"', 'dimension = "cash"', r"\[price\] dimension: 'cash' is not one of"),
        ("predicates.toml", 'value_type = "date"', 'valuetype = "date"', r"\[released\]: .*unexpected keyword argument 'valuetype'"),
        ("predicates.toml", 'value_type = "date"\n', "", r"\[released\]: missing 1 required .*'value_type'"),
        ("units.toml", 'dimension = "percent"', 'dimensions = "percent"', r"units.toml: \[%\]: .*unexpected keyword argument 'dimensions'"),
        ("entities.toml", 'kind = "organisation"', 'kind = "company"', r"\[deepseek\] kind: 'company' is not one of person"),
        ("entities.toml", 'part_of = "alibaba"', 'part_of = "alibabba"', r"\[alibaba-cloud\] part_of: no entity 'alibabba'"),
        ("entities.toml", 'kind = "organisation"', 'kind = "organisation"\ncolour = "red"', r"\[deepseek\]: .*unexpected keyword argument 'colour'"),
        ("rating_scales.toml", 'truth_class = "true"', 'truth_class = "yes"', r"\[desk5-1\] true: 'yes' is not one of true, mixed"),
        ("rating_scales.toml", "worst = 0\n", "", r"\[desk5-1\]: missing 1 required .*'worst'"),
        ("rating_scales.toml", 'truth_class = "true"\n', "", r"\[desk5-1\] true: missing 1 required .*'truth_class'"),
        ("orderings.toml", '"announced"', '"rumoured"', r"orderings.toml: 'rumoured' is not one of released, announced"),
    ],
)  # fmt: skip
def test_a_broken_entry_is_refused_with_its_file_its_key_and_what_is_possible(
    folder: Path, name: str, old: str, new: str, message: str
) -> None:
    replace(folder / name, old, new)
    with pytest.raises(InvalidVocabulary, match=message) as caught:
        load_vocabulary(folder)
    assert str(folder / name) in str(caught.value)


def test_a_predicate_is_added_by_lines_of_data_alone(folder: Path) -> None:
    with (folder / "predicates.toml").open("a", encoding="utf-8") as file:
        file.write(
            '[wheels]\nvalue_type = "quantity"\ndimension = "count"\nlabel = {de = "Räder", en = "wheels"}\n'
        )
    assert load_vocabulary(folder).predicates["wheels"].dimension == "count"
