"""The HTML report of a ledger: what it holds, in which order, and how it is written."""

from pathlib import Path

import pytest

from claims.store import tables as t
from claims.store.keep import Statement
from claims.store.record import record
from claims.store.transaction import writing
from claims.store.write import update
from claims.values import find
from claims.values.value import EntityValue, StringValue
from tests.reports.factory import NOW, Element, Said, fill, released, report
from tests.reports.samples import ARTICLES, IDA, SAID, SENTENCES


@pytest.fixture
def page(ledger: str, tmp_path: Path) -> Element:
    fill(ledger, tmp_path, ARTICLES, SAID, SENTENCES)
    return report(ledger, tmp_path / "report.html")


def test_the_report_has_its_parts_in_the_order_in_which_an_editor_needs_them(page: Element) -> None:
    headings = [(one.tag, " ".join(one.text.split())) for one in page if one.tag in {"h1", "h2", "h3", "h4"}]
    assert headings == [
        ("h1", "Spring check"),
        ("h2", "Findings"),
        ("h3", "Tidebot 3 · released on"),
        ("h4", "A January 2025 1 article"),
        ("h4", "B March 2025 1 article"),
        ("h4", "2025 Fits A and B"),
        ("h2", "Articles"),
        ("h3", "A robot arrives"),
        ("h3", "Erster Roboter"),
        ("h3", "In short"),
        ("h2", "How to read this"),
    ]


def test_the_landmarks_are_there_once(page: Element) -> None:
    assert len(page.all("main")) == len(page.all("footer")) == len(page.all("h1")) == 1
    assert page.one("html").attributes["lang"] == "en"
    assert len(page.all("article")) == 3


def test_every_link_within_the_page_has_its_aim_and_every_id_is_there_once(page: Element) -> None:
    ids = [one.attributes["id"] for one in page if "id" in one.attributes]
    assert len(set(ids)) == len(ids)
    aims = {one.attributes["href"] for one in page.all("a") if (one.attributes["href"] or "").startswith("#")}
    assert {aim[1:] for aim in aims if aim} <= set(ids)
    named = {one.attributes["aria-labelledby"] for one in page if "aria-labelledby" in one.attributes}
    assert named <= set(ids)


def test_the_head_counts_claims_once(page: Element) -> None:
    counts = [" ".join(one.text.split()) for one in page.one("ul", "counts").all("li")]
    assert counts == [
        "3 articles",
        "6 claims (3 typed, 3 not yet typed)",
        "1 contradiction",
        "3 compared with another 0 nothing to compare with yet",
    ]


def test_what_contradicts_stands_side_by_side_with_its_passage(page: Element) -> None:
    january, march = page.one("section", "violation").all("section", "side")
    assert march.one("mark").text == "März 2025"
    assert march.one("span", "said").text == "Tidebot 3 erschien im März 2025"
    assert march.one("blockquote").text.endswith(". Der Hafen freut sich.")
    caption = " ".join(january.one("figcaption").text.split())
    assert caption == "A robot arrives Harbour Post, 1 February 2025 says Ida Moor suggested"
    assert january.one("figcaption").one("a").attributes["href"] == "#m1"


def test_a_contradiction_says_why_both_cannot_be_right(page: Element) -> None:
    [why] = page.one("section", "violation").all("p", "why")
    assert why.text == "January 2025 and March 2025 are different months."


def test_a_claim_that_fits_several_sides_is_shown_apart_and_not_accused(page: Element) -> None:
    assert page.one("section", "both").one("mark").text == "2025"
    assert "violation" not in page.get("m5").classes


def test_a_claim_that_takes_a_side_is_marked_as_a_contradiction_in_its_article(page: Element) -> None:
    assert "violation" in page.get("m1").classes
    assert page.get("m1").text + page.get("m2").text == "Tidebot 3 was released in January 2025"


def test_marks_say_what_is_claimed_and_in_which_state(page: Element) -> None:
    assert page.get("m4").classes == {"accepted", "violation"}
    assert page.get("m6").classes == {"suggested"}
    assert page.get("m7").classes == {"accepted"}
    assert page.get("m1").attributes["title"] == "1  Tidebot 3 · released on · January 2025 (Ida Moor)"
    assert page.get("m5").attributes["title"] == "2  Tidebot 3 · released on · 2025"


def test_a_rejected_mention_is_not_highlighted_but_counted(page: Element) -> None:
    first = page.all("article")[0]
    assert all("5.6 million" not in mark.text for mark in first.all("mark"))
    assert first.all("p", "empty")[-1].text == "1 rejected, not shown."


def test_the_notes_beside_a_paragraph_number_its_claims(page: Element) -> None:
    first = page.all("article")[0]
    notes = [
        (one.attributes["value"], " ".join(one.text.split())) for one in first.all("ol", "notes")[0].all("li")
    ]
    assert notes == [
        ("1", "Tidebot 3 · released on · January 2025 (Ida Moor) f1"),
        ("2", "worth checking: January 2025"),
    ]


def test_the_text_of_an_article_comes_back_exactly_with_its_title_shown_once(page: Element) -> None:
    first, _, third = page.all("article")
    assert [one.text for one in first.one("div", "text").all("p")] == ARTICLES[0]["text"].split("\n\n")[1:]
    assert first.one("h3").text == "A robot arrives"
    assert [one.text for one in third.one("div", "text").all("p")] == [ARTICLES[2]["text"]]


def test_sentences_that_make_no_claims_are_muted_and_labelled(page: Element) -> None:
    muted = [
        (one.text, one.one("small", "kind").attributes["data-label"])
        for one in page.all("article")[0].all("span", "muted")
    ]
    assert muted == [("Is that fast?", "question"), ("I like it.", "opinion")]


def test_the_table_below_an_article_lists_its_claims(page: Element) -> None:
    rows = [
        [" ".join(cell.text.split()) for cell in row if cell.tag in {"td", "th"}]
        for row in page.all("article")[2].one("tbody").all("tr")
    ]
    assert rows == [
        ["1", "worth checking", "", "In short", "headline", "suggested"],
        [
            "2",
            "Tidebot 3 · released on",
            "2025",
            "Tidebot 3 came out in 2025",
            "in a quote hedged",
            "suggested f1",
        ],
    ]


def test_the_value_is_emphasised_in_its_passage_but_not_what_somebody_said(
    ledger: str, tmp_path: Path
) -> None:
    words = "the harbour is too small"
    said = Statement(EntityValue("Ida Moor", kind="person"), "said", StringValue(words))
    text = f"Ida Moor said {words}. Tidebot 3 came out in 2025."
    mentions = [
        Said("a", f"Ida Moor said {words}", said, words, speaker=IDA),
        Said("a", "Tidebot 3 came out in 2025", released("Tidebot 3", "2025"), "2025"),
    ]
    fill(ledger, tmp_path, [{"id": "a", "title": "T", "text": text}], mentions)
    marks = report(ledger, tmp_path / "report.html").one("article").all("mark", "value")
    assert [mark.text for mark in marks] == ["2025"]


def test_answers_that_agree_share_a_side_and_keep_their_own_words(ledger: str, tmp_path: Path) -> None:
    answers = {"a": "2025-01", "b": "2025-01-20", "c": "2024-03"}
    articles = [
        {"id": name, "title": name, "text": f"It came out in {edtf}."} for name, edtf in answers.items()
    ]
    said = [
        Said(name, f"It came out in {edtf}", released("It", edtf), edtf) for name, edtf in answers.items()
    ]
    fill(ledger, tmp_path, articles, said)
    _, january = report(ledger, tmp_path / "report.html").all("section", "side")
    assert " ".join(january.one("h4").text.split()) == "B January 2025 / 20 January 2025 2 articles"
    assert [one.text for one in january.all("h5")] == ["January 2025", "20 January 2025"]


def test_more_mentions_than_are_listed_are_counted(ledger: str, tmp_path: Path) -> None:
    articles = [
        {"id": f"a{n}", "title": f"T{n}", "text": f"It came out in {2024 + (n > 0)}."} for n in range(26)
    ]
    said = [
        Said(f"a{n}", f"It came out in {2024 + (n > 0)}", released("It", str(2024 + (n > 0))))
        for n in range(26)
    ]
    fill(ledger, tmp_path, articles, said)
    _, crowd = report(ledger, tmp_path / "report.html").all("section", "side")
    assert len(crowd.all("figure")) == 20
    assert crowd.one("p", "empty").text == "+ 5 more mentions not listed here"
    assert " ".join(crowd.one("h4").text.split()) == "B 2025 20+ articles"


def test_a_long_quote_is_shortened_around_its_value(ledger: str, tmp_path: Path) -> None:
    long = "It, " + "after very many words, " * 40 + "came out in 2025" + ", with yet more of them" * 40
    articles = [
        {"id": "a", "title": "A", "text": f"{long}."},
        {"id": "b", "title": "B", "text": "It is of 2024."},
    ]
    said = [
        Said("a", long, released("It", "2025"), "2025"),
        Said("b", "It is of 2024", released("It", "2024"), "2024"),
    ]
    fill(ledger, tmp_path, articles, said)
    quote = report(ledger, tmp_path / "report.html").all("section", "side")[1].one("span", "said")
    assert quote.one("mark").text == "2025"
    assert 100 < len(quote.text) < 460
    assert (quote.text[:2], quote.text[-2:]) == ("… ", " …")


def test_a_heading_within_the_text_is_no_muted_sentence(ledger: str, tmp_path: Path) -> None:
    text = "First words.\n\nA heading\n\nMore words."
    fill(
        ledger,
        tmp_path,
        [{"id": "a", "title": "T", "text": text}],
        sentences={"a": [("A heading", "heading")]},
    )
    article = report(ledger, tmp_path / "report.html").one("article")
    assert article.one("span", "heading").text == "A heading"
    assert not article.all("span", "muted")


def test_an_article_without_title_goes_by_its_first_words_and_its_name(ledger: str, tmp_path: Path) -> None:
    text = "A long first sentence of an article that nobody gave a headline, so that it has none. " * 3
    fill(ledger, tmp_path, [{"id": "n-7", "text": text}])
    article = report(ledger, tmp_path / "report.html").one("article")
    assert article.one("h3").text == "A long first sentence of an article that nobody gave a headline, so …"
    assert article.one("p", "byline").text == "a1 · n-7 · undated"


def test_the_foot_says_what_a_handle_proves_and_which_version_wrote_it(page: Element) -> None:
    from claims import __version__

    foot = page.one("footer").text
    assert "handles are claims, not proof of who sat there" in foot
    assert f"claims {__version__}" in foot


def test_the_report_speaks_german(ledger: str, tmp_path: Path) -> None:
    fill(ledger, tmp_path, ARTICLES, SAID, SENTENCES)
    page = report(ledger, tmp_path / "bericht.html", language="de")
    assert page.one("html").attributes["lang"] == "de"
    assert [one.text for one in page.all("h2")] == ["Unstimmigkeiten", "Artikel", "Wie man das liest"]
    assert page.one("p", "message").text == "Januar 2025 (1 Artikel) gegen März 2025 (1 Artikel)"
    assert page.one("p", "made").text == "Erstellt: 1. Juni 2025, 10:30 UTC"
    assert page.all("article")[0].one("h3").attributes["lang"] == "en"


def test_an_empty_ledger_gives_a_report_that_says_so(ledger: str, tmp_path: Path) -> None:
    page = report(ledger, tmp_path / "report.html")
    assert page.get("findings").one("p").text == "The articles have not been cross-checked yet."
    assert not page.all("article")


def test_articles_without_contradiction_are_said_to_have_none(ledger: str, tmp_path: Path) -> None:
    fill(ledger, tmp_path, ARTICLES[:1], SAID[:1])
    assert report(ledger, tmp_path / "r.html").get("findings").one("p").text.startswith("No open findings")


def test_a_withdrawn_article_is_left_out_and_counted(ledger: str, tmp_path: Path) -> None:
    fill(ledger, tmp_path, ARTICLES, SAID)
    with writing(ledger, actor="mk", command="article withdraw", clock=lambda: NOW) as session:
        update(session, t.Article, 2, withdrawn_at=NOW)
        record(session, "article", 2, "withdraw")
    page = report(ledger, tmp_path / "report.html")
    assert [one.attributes["id"] for one in page.all("article")] == ["a1", "a3"]
    assert (
        " ".join(page.one("ul", "counts").all("li")[0].text.split()) == "2 articles (1 withdrawn, left out)"
    )


def test_a_figure_is_written_with_unit_and_separators(ledger: str, tmp_path: Path) -> None:
    (found,) = find("about 5.6 million users", "en")
    users = Statement(EntityValue("Tidebot 3", kind="product"), "users", found.value)
    fill(ledger, tmp_path, ARTICLES[:1], [Said("a", "It has 5.6 million users", users, "5.6 million")])
    page = report(ledger, tmp_path / "report.html")
    assert page.one("tbody").one("td", "value").text == "about 5.6\u00a0million"
