"""Articles that are read in one go share names as articles do that come one by one."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from claims.suggest.entities.name_tables import NamesSoFar, VocabularyKey, get_vocabulary_names
from claims.suggest.entities.names import build_name_table
from claims.suggest.words.language import get_language
from claims.vocabulary import KnownEntity, get_seed_vocabulary

Desk = Callable[..., Any]

TEXTS = {
    "a": ("de", "Das Start-up Kelvora wurde 2018 gegründet. Die Firma Norrin baut Boote."),
    "b": ("de", "Wie ein Sprecher sagte, lag Kelvoras Umsatz im Jahr 2024 bei 3 Millionen Euro."),
    "c": ("en", "In 2024 the revenue of Kelvora was 3 million euros, and Norrin had 40 employees."),
}


def _write(folder: Path) -> list[str]:
    paths = []
    for name, (language, text) in TEXTS.items():
        path = folder / f"{name}.json"
        record = {"id": name, "title": name, "text": text, "language": language, "published": "2025-03-01"}
        path.write_text(json.dumps(record), "utf-8")
        paths.append(str(path))
    return paths


def _list(desk: Desk, *options: str) -> list[tuple[object, ...]]:
    return [
        (
            one["article"],
            one["start"],
            one["subject"] and one["subject"]["label"],
            one["predicate"],
            one["score"],
        )
        for one in desk(*options, "mention", "list", "--json").json
    ]


def test_one_run_over_all_articles_proposes_what_a_run_for_each_does(desk: Desk, tmp_path: Path) -> None:
    paths = _write(tmp_path)
    for path in paths:
        desk("--db", "single.db", "init")
        desk("--db", "single.db", "import", path)
        desk("--db", "single.db", "suggest")
    desk("import", *paths)
    desk("suggest")
    together = _list(desk)
    single = _list(desk, "--db", "single.db")
    assert together == single
    assert [label for article, _, label, *_ in together if article != "a1"] == [
        "Kelvora",
        "Kelvora",
        "Norrin",
    ]


def test_a_table_that_grew_is_the_table_laid_out_anew() -> None:
    vocabulary, words = get_seed_vocabulary(), get_language("de")
    fresh = [
        KnownEntity("x1", "organisation", {"mul": "Kelvora Nord"}),
        KnownEntity("x2", "product", {"mul": "Kelvora"}),
    ]
    so_far = NamesSoFar()
    key = VocabularyKey(vocabulary, (), so_far)
    for entity in fresh:
        so_far.add([entity])
        grown = get_vocabulary_names(key, words)
    assert grown == build_name_table((*vocabulary.entities, *fresh), words)
    assert "Kelvora" not in get_vocabulary_names(VocabularyKey(vocabulary), words).forms
