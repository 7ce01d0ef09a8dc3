"""Where the real texts lie."""

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[3] / "shared"


@pytest.fixture
def corpora() -> Path:
    folder = SHARED / "corpora"
    if not folder.is_dir():
        pytest.skip("the corpora are not beside the project")
    return folder


@pytest.fixture
def real_articles() -> Path:
    folder = SHARED / "articles"
    if not folder.is_dir():
        pytest.skip("the real articles are not beside the project")
    return folder
