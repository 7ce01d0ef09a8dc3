"""One report as an HTML page that loads nothing and runs nothing: to be mailed, archived and printed.

Rows of few or short columns make a table; rows with several texts beside many columns would make one of
narrow towers, so each becomes a paragraph of its own.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import Any, TextIO

from claims import __version__
from claims.reports.run_write import to_text
from claims.safe import safe

_SEEN = 1000
"""Rows by which the layout is chosen; a page is written as the rows come."""

_LONG = 60
"""Characters from which a cell is a text."""

_MOST_COLUMNS = 8
"""Columns that fit beside several texts."""

_PAGE = """\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>{{ title }}</title>
<style>
body { font: 15px/1.45 system-ui, sans-serif; margin: 2rem; color: #1a1a1a; background: #fff }
h1 { font-size: 1.4rem; margin: 0 0 .3rem }
p { margin: .2rem 0; color: #444 }
.wide { overflow-x: auto; margin-top: 1.2rem }
table { border-collapse: collapse }
th, td { text-align: left; vertical-align: top; padding: .35rem .7rem .35rem 0; border-bottom: 1px solid #ddd }
th { border-bottom: 2px solid #888; white-space: nowrap }
td { max-width: 28rem; overflow-wrap: anywhere; white-space: pre-line }
td.long { min-width: 18rem }
td.number { text-align: right; font-variant-numeric: tabular-nums }
section { max-width: 52rem; padding: .7rem 0; border-bottom: 1px solid #ddd; break-inside: avoid }
section p { white-space: pre-line; color: #1a1a1a }
section .short { color: #444; font-size: .9rem }
section b { font-weight: 600; color: #666; font-size: .85em }
mark { background: #fde9a9; color: inherit }
dl { font-size: .85rem; color: #444; margin-top: 2rem }
dt { font-weight: 600; float: left; clear: left; margin-right: .6rem }
dd { margin: 0 0 .15rem }
@media print { body { margin: 0; font-size: 9pt } .wide { overflow: visible } thead { display: table-header-group } tr { break-inside: avoid } }
</style>
</head>
<body>
<h1>{{ title }}</h1>
{% for line in lines %}<p>{{ line }}</p>
{% endfor %}
{% if rows.sheets %}
{% for row in rows %}
<section>
{% for name, before, marked, after in row.long %}<p><b>{{ name }}</b> {{ before }}{% if marked %}<mark>{{ marked }}</mark>{% endif %}{{ after }}</p>
{% endfor %}
<p class="short">{% for name, text in row.short %}{% if not loop.first %} · {% endif %}<b>{{ name }}</b> {{ text }}{% endfor %}</p>
</section>
{% endfor %}
{% else %}
<div class="wide">
<table>
<thead><tr>{% for column, meaning in columns %}<th scope="col"{% if meaning %} title="{{ meaning }}"{% endif %}>{{ column }}</th>{% endfor %}</tr></thead>
<tbody>
{% for row in rows %}
<tr>{% for cell in row %}<td{% if cell is number %} class="number"{% elif loop.index0 in rows.long %} class="long"{% endif %}>{{ show(cell) }}</td>{% endfor %}</tr>
{% else %}
<tr><td colspan="{{ columns|length }}">No rows.</td></tr>
{% endfor %}
</tbody>
</table>
</div>
{% endif %}
{% if explained %}
<dl>
{% for column, meaning in columns if meaning %}<dt>{{ column }}</dt><dd>{{ meaning }}</dd>
{% endfor %}
</dl>
{% endif %}
<p>claims {{ version }}</p>
</body>
</html>
"""


def write_html(
    stream: TextIO,
    columns: Sequence[tuple[str, str]],
    rows: Iterable[Sequence[Any]],
    *,
    title: str,
    lines: Sequence[str] = (),
) -> None:
    """Write rows as a page; `columns` are names with their meaning (or ""), `lines` stand below the heading.

    Everything is escaped, and control and bidi characters are shown.
    """
    from jinja2 import Environment, StrictUndefined

    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, finalize=_make_harmless
    )
    pieces = environment.from_string(_PAGE).generate(
        title=title,
        lines=lines,
        columns=columns,
        rows=_lay_out(columns, rows),
        show=to_text,
        explained=any(meaning for _, meaning in columns),
        version=__version__,
    )
    stream.writelines(pieces)


def _make_harmless(value: Any) -> Any:
    return safe(value, multiline=True) if type(value) is str else value


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A row as a paragraph: `long` are texts as name, what stands before a marked part, that part, what follows."""

    long: list[tuple[str, str, str, str]]
    short: list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class _Rows:
    """Rows with their layout; `long` are the places of the columns that hold texts."""

    rows: Iterable[Any]
    long: frozenset[int]
    sheets: bool

    def __iter__(self) -> Iterator[Any]:
        return iter(self.rows)


def _lay_out(columns: Sequence[tuple[str, str]], rows: Iterable[Sequence[Any]]) -> _Rows:
    coming = iter(rows)
    seen = list(islice(coming, _SEEN))
    long = frozenset(
        place for place in range(len(columns)) if any(len(to_text(row[place])) > _LONG for row in seen)
    )
    every = chain(seen, coming)
    if len(columns) <= _MOST_COLUMNS or len(long) < 2:
        return _Rows(every, long, sheets=False)
    names = [name for name, _ in columns]
    return _Rows((_make_sheet(names, row, long) for row in every), long, sheets=True)


def _make_sheet(names: Sequence[str], row: Sequence[Any], long: frozenset[int]) -> _Sheet:
    """Return a row as a paragraph; a text that the one before holds is marked there instead."""
    texts: list[tuple[str, str, str, str]] = []
    short: list[tuple[str, str]] = []
    for place, (name, cell) in enumerate(zip(names, row, strict=True)):
        text = to_text(cell)
        if place not in long:
            short += [(name, text)] if text else []
            continue
        known, before, marked, after = texts[-1] if texts else ("", "", "", "")
        if text and not marked and text in before:
            start, _, end = before.partition(text)
            texts[-1] = (known, start, text, end + after)
        elif text:
            texts.append((name, text, "", ""))
    return _Sheet(texts, short)
