"""One report as an HTML page that loads nothing and runs nothing: to be mailed, archived and printed."""

from collections.abc import Iterable, Sequence
from typing import Any, TextIO

from claims import __version__
from claims.reports.run_write import to_text
from claims.safe import safe

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
td.number { text-align: right; font-variant-numeric: tabular-nums }
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
<div class="wide">
<table>
<thead><tr>{% for column, meaning in columns %}<th scope="col"{% if meaning %} title="{{ meaning }}"{% endif %}>{{ column }}</th>{% endfor %}</tr></thead>
<tbody>
{% for row in rows %}
<tr>{% for cell in row %}<td{% if cell is number %} class="number"{% endif %}>{{ show(cell) }}</td>{% endfor %}</tr>
{% else %}
<tr><td colspan="{{ columns|length }}">No rows.</td></tr>
{% endfor %}
</tbody>
</table>
</div>
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
        rows=rows,
        show=to_text,
        explained=any(meaning for _, meaning in columns),
        version=__version__,
    )
    stream.writelines(pieces)


def _make_harmless(value: Any) -> Any:
    return safe(value, multiline=True) if type(value) is str else value
