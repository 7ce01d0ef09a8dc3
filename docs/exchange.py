"""The page of exported tables, read off what the export writes."""

from collections.abc import Iterator

from page import make_list, make_table

from claims.exchange.columns import EXPORTED


def render_parquet() -> Iterator[str]:
    """Yield the page of Parquet files: columns, types and meanings."""
    yield (
        "# Parquet files\n\n`claims export parquet DIR` writes these tables, `NAME.parquet` each, with the extra"
        " `claims[parquet]`. A file says of each column what it means (`description` in the metadata of its field in"
        " the Arrow schema). Any column may be NULL. Times are ISO 8601 text in UTC, days are ISO dates, offsets are"
        " Unicode code points with an exclusive end. The same ledger gives the same bytes."
    )
    yield make_list(f"[{table.name}](#{table.name}): {table.title}." for table in EXPORTED)
    for table in EXPORTED:
        yield f"## {table.name}\n\n{table.title}."
        yield make_table(
            ("column", "type", "meaning"),
            ((column.name, column.kind, column.doc) for column in table.columns),
        )
