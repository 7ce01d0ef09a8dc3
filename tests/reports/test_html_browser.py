"""The report in a real browser: it loads nothing, runs nothing, fits the screen and can be read."""

import html
import json
import re
import shutil
import subprocess
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from tests.reports.factory import fill, report
from tests.reports.payloads import ACTIVE
from tests.reports.samples import ARTICLES, SAID, SENTENCES
from tests.reports.test_html_hostile import write

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--hide-scrollbars",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip

pytestmark = pytest.mark.skipif(not CHROMIUM.exists(), reason="no Chromium in this place")

MEASURE = """<!doctype html><meta charset="utf-8"><title>measure</title>
<body style="margin:0"><iframe id="page" src="report.html" style="border:0;width:WIDTHpx;height:9000px"></iframe>
<pre id="measured"></pre><script>
const rgb = colour => (colour.match(/[0-9.]+/g) || []).map(Number);
const light = parts => {
  const [r, g, b] = parts.slice(0, 3).map(v => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
onload = () => {
  const view = document.getElementById("page").contentWindow, page = view.document;
  const paper = one => {
    for (; one; one = one.parentElement) {
      const colour = rgb(view.getComputedStyle(one).backgroundColor);
      if (colour.length === 3 || colour[3] === 1) return colour;
    }
    return [255, 255, 255];
  };
  const shown = one => [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim());
  const contrast = [...page.querySelectorAll("body *")].filter(shown).map(one => {
    const pair = [light(rgb(view.getComputedStyle(one).color)), light(paper(one))].sort((a, b) => b - a);
    return [one.tagName + "." + one.className, (pair[0] + 0.05) / (pair[1] + 0.05)];
  });
  const marks = [...page.querySelectorAll("article mark")].map(one => {
    const box = one.getBoundingClientRect(), style = view.getComputedStyle(one);
    return {id: one.id, style: one.className, width: box.width, height: box.height, left: box.left, right: box.right,
            colour: style.backgroundColor, line: style.borderBottomStyle, visibility: style.visibility,
            opacity: style.opacity, number: view.getComputedStyle(one, "::after").content};
  });
  const sides = [...page.querySelectorAll(".side")].map(one => one.getBoundingClientRect().top);
  const cut = [...page.querySelectorAll("body *")].filter(
    one => !one.closest(".skip, thead") && one.getBoundingClientRect().right > view.innerWidth + 1
  ).map(one => one.tagName + "." + one.className);
  document.getElementById("measured").textContent = JSON.stringify({
    title: page.title, ran: view.ran || null, marks, contrast, sides, cut,
    paper: view.getComputedStyle(page.documentElement).backgroundColor,
    scroll: page.documentElement.scrollWidth, inner: view.innerWidth});
};
</script>
"""


def browse(folder: Path, page: Path | str, *flags: str) -> str:
    """Open a page and return the document as the browser has it then."""
    address = page if isinstance(page, str) else page.as_uri()
    profile = folder / "profile"
    command = [str(CHROMIUM), *FLAGS, f"--user-data-dir={profile}", *flags, "--dump-dom", address]
    try:
        done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=120)
    finally:
        shutil.rmtree(profile, ignore_errors=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


def measure(page: Path, width: int, *flags: str) -> dict[str, Any]:
    """Return what the browser makes of a report at this width."""
    frame = page.with_name("measure.html")
    frame.write_text(MEASURE.replace("WIDTH", str(width)), "utf-8")
    dom = browse(page.parent, frame, "--allow-file-access-from-files", "--window-size=1400,9500", *flags)
    found = re.search(r'<pre id="measured">([^<]+)</pre>', dom)
    assert found, dom
    return dict(json.loads(html.unescape(found[1])))


@pytest.fixture(scope="module")
def written(empty_ledger: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("browser")
    shutil.copy(empty_ledger, folder / "claims.db")
    long = {"id": "d", "title": "W" * 200, "text": "Donau" * 60 + " is 3 km long.", "outlet": "O" * 120}
    fill(str(folder / "claims.db"), folder, [*ARTICLES, long], SAID, SENTENCES)
    report(str(folder / "claims.db"), folder / "report.html")
    return folder / "report.html"


@pytest.fixture(scope="module")
def desk(written: Path) -> dict[str, Any]:
    return measure(written, 1280)


@pytest.fixture(scope="module")
def phone(written: Path) -> dict[str, Any]:
    return measure(written, 390)


@pytest.fixture(scope="module")
def night(written: Path) -> dict[str, Any]:
    return measure(written, 1280, "--blink-settings=preferredColorScheme=0")


def test_every_highlighted_passage_can_be_seen(desk: dict[str, Any]) -> None:
    assert {"m1", "m2", "m4", "m5", "m6"} <= {mark["id"] for mark in desk["marks"]}
    for mark in desk["marks"]:
        assert mark["width"] > 5
        assert mark["height"] > 5
        assert (mark["visibility"], mark["opacity"]) == ("visible", "1")
        assert mark["colour"] not in {"rgba(0, 0, 0, 0)", desk["paper"]}


def test_states_and_contradictions_differ_in_colour_and_in_line(desk: dict[str, Any]) -> None:
    looks = {
        next(style for style in ("violation", "accepted", "suggested") if style in mark["style"].split()): (
            mark["colour"],
            mark["line"],
        )
        for mark in desk["marks"]
    }
    assert len({colour for colour, _ in looks.values()}) == 3
    assert len({line for _, line in looks.values()}) == 3


def test_the_number_of_a_claim_stands_at_the_end_of_its_passage(desk: dict[str, Any]) -> None:
    numbers = {mark["id"]: mark["number"] for mark in desk["marks"]}
    assert numbers["m6"] == '"1"'


def test_the_sides_of_a_finding_stand_beside_each_other_on_a_desk_and_below_on_a_phone(
    desk: dict[str, Any], phone: dict[str, Any]
) -> None:
    assert len(set(desk["sides"])) == 1
    assert len(set(phone["sides"])) == 2


@pytest.mark.parametrize("size", ["desk", "phone"])
def test_nothing_runs_out_of_the_screen(size: str, request: pytest.FixtureRequest) -> None:
    measured = request.getfixturevalue(size)
    assert measured["cut"] == []
    assert measured["scroll"] <= measured["inner"]


@pytest.mark.parametrize("size", ["desk", "phone", "night"])
def test_every_word_has_the_contrast_that_wcag_asks_for(size: str, request: pytest.FixtureRequest) -> None:
    measured = request.getfixturevalue(size)
    assert len(measured["contrast"]) > 50
    assert [pair for pair in measured["contrast"] if pair[1] < 4.5] == []


def test_the_page_is_dark_where_the_reader_wants_it_dark(desk: dict[str, Any], night: dict[str, Any]) -> None:
    def brightness(colour: str) -> int:
        return sum(int(part) for part in re.findall(r"\d+", colour)[:3])

    assert brightness(desk["paper"]) > 600
    assert brightness(night["paper"]) < 150


@pytest.fixture
def visited() -> Iterator[tuple[str, list[str]]]:
    """Return the address of a server and what was asked of it."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            return

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}", asked
        server.shutdown()
        thread.join()


def test_the_browser_asks_no_server_for_anything(
    ledger: str, tmp_path: Path, visited: tuple[str, list[str]]
) -> None:
    address, asked = visited
    texts = [raw.replace("http://127.0.0.1:9", address) for raw in ACTIVE]
    write(tmp_path, ledger, [raw.replace("alert(1)", "ran=1;document.title='ran'") for raw in texts])
    measured = measure(tmp_path / "report.html", 1280)
    assert measured["ran"] is None
    assert measured["title"].startswith("Report <script>")
    assert asked == []


def test_a_page_that_does_not_escape_would_be_noticed(tmp_path: Path, visited: tuple[str, list[str]]) -> None:
    address, asked = visited
    (tmp_path / "report.html").write_text(f"<title>x</title><img src={address}/seen><script>ran=1</script>")
    assert measure(tmp_path / "report.html", 1280)["ran"] == 1
    assert asked == ["/seen"]


def test_a_page_that_does_not_escape_is_still_held_by_the_policy(
    written: Path, tmp_path: Path, visited: tuple[str, list[str]]
) -> None:
    address, asked = visited
    page = written.read_text("utf-8")
    page = page.replace("</body>", f"<img src={address}/seen><script>ran=1</script></body>")
    (tmp_path / "report.html").write_text(page, "utf-8")
    assert measure(tmp_path / "report.html", 1280)["ran"] is None
    assert asked == []
