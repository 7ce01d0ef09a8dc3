"""The whole job in one go: articles in, claims suggested, contradictions found, a report written."""

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from claims.crosscheck.run import cross_check
from claims.desk.init import init
from claims.desk.sources import load_sources
from claims.ingest.metadata import ReadOptions, load_meta
from claims.ingest.run import Imported, import_paths
from claims.reports.html import write_report
from claims.settings import get_folder
from claims.store.queries.finding import list_findings
from claims.store.queries.tally import Tally, read_tally
from claims.store.transaction import reading, writing
from claims.suggest.keeping import Suggested
from claims.suggest.run import suggest_for


@dataclass(frozen=True, slots=True)
class Demo:
    """What the demo did and where its results lie."""

    database: Path
    report: Path
    imported: Imported
    suggested: Suggested
    findings: list[dict[str, Any]]
    tally: Tally


def run_demo(
    source: Path | None = None,
    folder: Path | None = None,
    *,
    step: Callable[[str], None] = lambda _: None,
    remark: Callable[[str], None] = lambda _: None,
) -> Demo:
    """Run the main job on the articles of `source`, or on the samples that ship with the program.

    Everything goes into `folder` (a new temporary one by default): `demo.db` and `report.html`. A
    database left there by an earlier demo is replaced. `step` is told what is being done.
    """
    folder = folder or Path(tempfile.mkdtemp(prefix="claims-demo-"))
    folder.mkdir(parents=True, exist_ok=True)
    database = folder / "demo.db"
    for leftover in folder.glob("demo.db*"):
        leftover.unlink()
    url = str(database)
    step("setting up a scratch database")
    init(url)
    step(f"importing {source or 'the sample articles'}")
    with writing(url, actor=None, command="demo") as session:
        if source is None:
            imported = _import_samples(session, get_folder("seeds"), remark)
        else:
            imported = import_paths(session, [source], ReadOptions(remark=remark), set_aside=True)
    step("suggesting claims")
    with writing(url, actor=None, command="demo") as session:
        suggested = suggest_for(session)
    step("looking for contradictions")
    with writing(url, actor=None, command="demo") as session:
        cross_check(session, scope="all")
    report = folder / "report.html"
    step("writing the report")
    with reading(url) as session:
        findings = list_findings(session)
        tally = read_tally(session)
        write_report(session, report, title="Demo")
    return Demo(database, report, imported, suggested, findings, tally)


def _import_samples(session: Session, samples: Path, remark: Callable[[str], None]) -> Imported:
    """Import the sample articles, what was corrected in them since, and the sources that settle them."""
    options = ReadOptions(meta=load_meta(samples / "articles-meta.csv"), remark=remark)
    imported = import_paths(session, [samples / "articles"], options)
    import_paths(session, [samples / "revisions"], ReadOptions(remark=remark))
    load_sources(session, samples / "sources")
    return imported
