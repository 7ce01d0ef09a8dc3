"""Texts that come to act: nothing of them becomes part of the page, and all of them can be read."""

import shutil
import unicodedata
from pathlib import Path

import pytest

from claims.values.value import EntityValue
from tests.reports.factory import Element, Said, fill, released, report, untyped
from tests.reports.payloads import ACTIVE, HARMLESS, HIDING

PAYLOADS = (
    [(raw, raw) for raw in ACTIVE]
    + list(HIDING)
    + [(raw, unicodedata.normalize("NFC", raw)) for raw in HARMLESS]
)
TAGS = {
    "html", "head", "meta", "title", "style", "body", "a", "header", "footer", "main", "nav", "section", "article",
    "aside", "h1", "h2", "h3", "h4", "h5", "p", "ul", "ol", "li", "dl", "dt", "dd", "div", "span", "b", "small",
    "q", "code", "time", "mark", "figure", "figcaption", "blockquote", "table", "caption", "thead", "tbody", "tr",
    "th", "td",
}  # fmt: skip
ATTRIBUTES = {
    "lang", "charset", "http-equiv", "content", "name", "id", "class", "href", "rel", "aria-label",
    "aria-labelledby", "value", "title", "scope", "data-n", "data-label",
}  # fmt: skip


def write(folder: Path, ledger: str, texts: list[str]) -> Element:
    """Write the report of a ledger in which each text stands wherever text from outside can stand."""
    articles, said = [], []
    for n, raw in enumerate(texts):
        body = f"{raw}. The thing came out in 2024. 😀 {raw} came out in {2020 + n % 2}, {raw}."
        articles.append(
            {"id": f"x{n}", "title": f"T {raw}", "outlet": f"O {raw}", "author": f"A {raw}", "text": body}
            | {"language": "en"}
        )
        quote = f"{raw} came out in {2020 + n % 2}"
        subject = f"S {n // 2}"
        speaker = EntityValue(f"P {raw}", kind="person")
        date = str(2020 + n % 2)
        said.append(Said(f"x{n}", quote, released(subject, date), date, speaker=speaker))
        said.append(Said(f"x{n}", f"{raw}. The thing came out", released(f"E {raw}", "2024")))
        said.append(Said(f"x{n}", f"😀 {raw}", untyped(), state="accepted"))
        said.append(Said(f"x{n}", f"T {raw}", untyped(), field="title", voice="headline"))
    fill(ledger, folder, articles, said)
    return report(ledger, folder / "report.html", title=f"Report {texts[0]}")


@pytest.fixture(scope="module")
def page(empty_ledger: Path, tmp_path_factory: pytest.TempPathFactory) -> Element:
    folder = tmp_path_factory.mktemp("hostile")
    shutil.copy(empty_ledger, folder / "claims.db")
    return write(folder, str(folder / "claims.db"), [raw for raw, _ in PAYLOADS])


@pytest.fixture(scope="module")
def plain(empty_ledger: Path, tmp_path_factory: pytest.TempPathFactory) -> Element:
    folder = tmp_path_factory.mktemp("plain")
    shutil.copy(empty_ledger, folder / "claims.db")
    return write(folder, str(folder / "claims.db"), [f"words {n:02d}" for n in range(len(PAYLOADS))])


def test_there_are_more_than_fifty_payloads() -> None:
    assert len(PAYLOADS) > 50


def test_there_is_no_element_and_no_attribute_but_the_reports_own(page: Element) -> None:
    assert {one.tag for one in page} - {""} <= TAGS
    assert {name for one in page for name in one.attributes} <= ATTRIBUTES


def test_the_page_has_the_same_elements_as_one_of_plain_words(page: Element, plain: Element) -> None:
    def outline(whole: Element) -> list[tuple[str, tuple[str, ...]]]:
        return [(one.tag, tuple(one.attributes)) for one in whole]

    assert outline(page) == outline(plain)


@pytest.mark.parametrize("number", range(len(PAYLOADS)))
def test_a_text_comes_back_as_it_was_wherever_it_stands(page: Element, number: int) -> None:
    shown = PAYLOADS[number][1]
    article = page.get(f"a{number + 1}")
    year = 2020 + number % 2
    paragraph = article.one("div", "text").one("p").text
    assert paragraph == f"{shown}. The thing came out in 2024. 😀 {shown} came out in {year}, {shown}."
    assert article.one("h3").text == f"T {shown}"
    byline = article.one("p", "byline").text
    assert f" · O {shown} · by A {shown} · " in byline
    notes = "".join(one.text for one in article.all("ol", "notes"))
    flat = " ".join(shown.split())
    assert flat in " ".join(notes.split())


@pytest.mark.parametrize("number", range(len(PAYLOADS)))
def test_a_quote_in_a_finding_comes_back_as_it_was(page: Element, number: int) -> None:
    shown, year = PAYLOADS[number][1], 2020 + number % 2
    said = [one.text for one in page.get("findings").all("span", "said")]
    assert f"{shown} came out in {year}" in said


def test_an_offset_after_an_emoji_marks_the_right_characters(page: Element) -> None:
    family = next(n for n, (raw, _) in enumerate(PAYLOADS) if raw.startswith("family"))
    marks = page.get(f"a{family + 1}").one("div", "text").all("mark", "value")
    assert [mark.text for mark in marks] == [str(2020 + family % 2)]


def test_the_browser_is_told_to_load_and_run_nothing(page: Element) -> None:
    policy = [one for one in page.all("meta") if one.attributes.get("http-equiv")]
    assert [one.attributes["http-equiv"] for one in policy] == ["Content-Security-Policy"]
    content = policy[0].attributes["content"] or ""
    assert content.startswith("default-src 'none'; style-src 'unsafe-inline'")


def test_the_style_sheet_loads_nothing(page: Element) -> None:
    style = page.one("style").text
    assert "url(" not in style
    assert "@import" not in style


def test_a_page_of_plain_ascii_has_no_control_character(page: Element) -> None:
    def walk(one: Element) -> str:
        return "".join(value or "" for value in one.attributes.values()) + one.text

    hidden = {c for one in page for c in walk(one) if not c.isprintable() and c not in "\n\u200d"}
    assert all(unicodedata.category(character) == "Zs" for character in hidden)


@pytest.mark.parametrize(
    ("url", "linked"),
    [
        ("https://example.org/a?b=1&c='\"<>", True),
        ("http://example.org/", True),
        ("javascript:alert(1)", False),
        ("JaVaScRiPt:alert(1)", False),
        ("data:text/html,<script>alert(1)</script>", False),
        ("vbscript:x", False),
        ("//example.org/x", False),
        ("file:///etc/passwd", False),
        ("https:example.org", False),
    ],
)
def test_only_a_web_address_becomes_a_link(url: str, linked: bool, ledger: str, tmp_path: Path) -> None:
    fill(ledger, tmp_path, [{"id": "u", "title": "T", "text": "Words.", "url": url}])
    byline = report(ledger, tmp_path / "report.html").one("p", "byline")
    links = [one.attributes["href"] for one in byline.all("a")]
    assert links == ([url] if linked else [])
    assert linked or byline.one("span", "address").text == url
