"""What the lint of a draft costs follows the draft, not the ledger."""

from pathlib import Path
from typing import Any

import pytest

from bench.generate import generate
from claims.settings import get_folder
from claims.store.opening import make_opening
from claims.store.transaction import reading
from claims.suggest.entities.names import NameTable, add_name, build_name_table
from claims.suggest.known import read_vocabulary
from claims.suggest.openings import list_openings
from claims.suggest.proposing import suggest
from claims.suggest.words.language import get_language
from claims.values.value import EntityValue
from claims.vocabulary import KnownEntity, get_seed_vocabulary
from tests.counting import count
from tests.desk.drafting import check

# The generator makes its first 200 entities answers: they are known names about which nothing is claimed.
DRAFT = "\n".join(f"Entity {number} hat {number * 7} Mitarbeiter." for number in range(5, 25))


@pytest.fixture(scope="module")
def ledgers(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    """Return two ledgers with the same beginning, of 200 and of 20,000 claims."""
    folder = tmp_path_factory.mktemp("cost")
    paths = (str(folder / "small.db"), str(folder / "large.db"))
    for path, claims in zip(paths, (200, 20_000), strict=True):
        generate(path, claims)
    return paths


def test_neither_queries_nor_rows_read_grow_with_the_ledger(ledgers: tuple[str, str]) -> None:
    counted = []
    for path in ledgers:
        with reading(path) as session, count(session) as done:
            assert check(session, DRAFT).claims == 20
        counted.append(done)
    small, large = counted
    assert (
        large["queries"] <= small["queries"] + 3
    )  # rulings, subjects, claims: only where something is found
    assert large["steps"] <= small["steps"] * 1.25


def test_reading_all_names_would_be_noticed(ledgers: tuple[str, str]) -> None:
    steps = []
    for path in ledgers:
        with reading(path) as session, count(session) as done:
            read_vocabulary(session)
        steps.append(done["steps"])
    assert steps[1] > steps[0] * 1.5


def test_the_names_that_a_text_may_hold_are_all_that_its_reader_needs(ledger: str) -> None:
    texts = sorted((get_folder("seeds") / "articles").iterdir())
    assert len(texts) >= 10
    with reading(ledger) as session:
        whole = read_vocabulary(session)
        for path in texts:
            text = path.read_text("utf-8")
            for language in ("de", "en"):
                part = read_vocabulary(session, [(text, language)])
                assert len(part.entities) < len(whole.entities) / 2
                read = suggest(text, language, "2025-06-01", vocabulary=part)
                assert read == suggest(text, language, "2025-06-01", vocabulary=whole), path.name


@pytest.mark.parametrize("step", [12, pytest.param(1, marks=pytest.mark.slow)])
@pytest.mark.parametrize("language", ["de", "en"])
def test_every_written_form_of_every_known_name_leads_to_it(language: str, step: int) -> None:
    words = get_language(language)
    for entity in get_seed_vocabulary().entities[::step]:
        for name in {*entity.label.values(), *(one for names in entity.aliases.values() for one in names)}:
            table = NameTable()
            add_name(table, name, EntityValue(name), words)
            forms = {" ".join(form.words) for listed in table.forms.values() for form in listed}
            for form in forms:
                assert make_opening(name) in list_openings(form, language), (name, form)


@pytest.mark.parametrize("form", ["Südbrasilien", "Südbrasiliens", "Nordostbrasilien"])
def test_a_part_of_a_country_leads_to_the_country(form: str) -> None:
    brazil = KnownEntity("brazil", "place", {"mul": "Brasilien"})
    assert form in build_name_table([brazil], get_language("de")).forms
    assert "brasilien" in list_openings(f"Es regnete in {form}.", "de")


@pytest.mark.parametrize("form", ["chinesisch", "chinesischen", "Chinesischer", "chinesische"])
def test_every_form_of_an_adjective_leads_to_its_place(form: str) -> None:
    china = KnownEntity("china", "place", {"mul": "China"}, adjectives={"de": ("chinesisch",)})
    assert form.lower() in build_name_table([china], get_language("de")).adjectives
    assert make_opening("chinesisch") in list_openings(form, "de")


def test_a_merged_name_leads_to_what_stands_for_it(desk: Any, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("DeepSeek-R1 erschien im Januar 2025.", "utf-8")
    desk("import", "a.txt", "--language", "de")
    desk("suggest")
    desk("entity", "add", "Tiefsuche Eins", "--kind", "product")
    assert desk("entity", "merge", "Tiefsuche Eins", "DeepSeek-R1").code == 0
    ran = desk("lint", "-", "--language", "de", "--json", stdin="Tiefsuche Eins erschien im Mai 2024.")
    [finding] = ran.json["findings"]
    assert finding["slot"]["subject"]["label"] == "DeepSeek-R1"
