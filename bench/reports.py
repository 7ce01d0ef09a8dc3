"""How fast the named reports answer on a large ledger, and how fast a query starts.

Each report is held against the same SQL in the `sqlite3` shell on the same file, so that what counts is
what the program adds: reading its parameters, passing rows through Python, writing CSV.
"""

import io
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from bench.ledger import connect
from bench.measure import Line, Result, plain_environment, ratios, run_apart, spread, time_command

CLAIMS = 100_000
AT = "2025-03-02T12:00:00.000000Z"

_DESK = """
INSERT INTO sentence (id, number, start_cp, end_cp, kind, revision_id)
    SELECT id, 1, 0, 9, 'claims', id FROM revision;
UPDATE mention SET sentence_id = revision_id;
INSERT INTO decision (id, state, at, mention_id, claim_id, reviewer_id)
    SELECT id, CASE id % 10 WHEN 0 THEN 'rejected' ELSE 'accepted' END, '{at}', id, claim_id, 1 FROM mention WHERE id % 2 = 0;
UPDATE mention SET state = CASE id % 10 WHEN 0 THEN 'rejected' ELSE 'accepted' END, decided_at = '{at}',
    decided_by_id = 1 WHERE id % 2 = 0;
UPDATE mention SET speaker_snak = 'value', speaker_id = 1 + id % 500 WHERE id % 5 = 0;
INSERT INTO source (id, title, kind, confidential) SELECT id, 'Source ' || id, 'official', 0 FROM article;
INSERT INTO snapshot (id, taken_at, source_id, text_sha256)
    SELECT id, '{at}', id, (SELECT sha256 FROM text) FROM source;
INSERT INTO evidence (id, stance, created_at, claim_id, snapshot_id, reviewer_id)
    SELECT id, 'supports', '{at}', id, 1 + id % (SELECT count(*) FROM snapshot), 1 FROM claim WHERE id % 3 = 0;
INSERT INTO verdict (id, about, mention_key, rationale, as_of, none_found, basis_hash, created_at, claim_id,
    reviewer_id, rating_id) SELECT id, 'content', 0, 'So it says.', '2025-03-02', 0, 'x', '{at}', id, 1, 1 FROM claim WHERE id % 3 = 0;
INSERT INTO verdict_evidence (verdict_id, evidence_id, snapshot_sha256)
    SELECT id, id, (SELECT sha256 FROM text) FROM verdict;
INSERT INTO verdict_mention (verdict_id, mention_id)
    SELECT claim_id, min(id) FROM mention WHERE claim_id % 3 = 0 GROUP BY claim_id;
INSERT INTO ruling (id, reason, retracts, created_at, slot_id, claim_id, reviewer_id)
    SELECT slot_id, 'So it says.', 0, '{at}', slot_id, min(id), 1 FROM claim WHERE slot_id % 10 = 0 GROUP BY slot_id;
INSERT INTO correction (id, kind, reason, noticed_at, published_at, article_id,
    decided_by_id) SELECT id, 'correction', 'Wrong.', '{at}', '{at}', id, 1 FROM article WHERE id % 20 = 0
"""
"""What a desk does with a generated ledger: half of it decided, a third judged, a tenth ruled."""


def make_desk(path: str, claims: int) -> None:
    """Create a ledger of that many claims, cross-checked, decided and judged as a desk would."""
    from bench.generate import generate
    from claims.crosscheck import cross_check
    from claims.store.transaction import writing

    generate(path, claims)
    with writing(path, actor="bench", command="bench") as session:
        cross_check(session, scope="all")
    connection = connect(path)
    connection.execute("BEGIN IMMEDIATE")
    for statement in _DESK.split(";\n"):
        connection.execute(statement.format(at=AT))
    connection.execute("COMMIT")
    connection.close()


def run_one(path: str, name: str, rounds: int) -> dict[str, Any]:
    """Return the CPU seconds of a report written as CSV, round by round, and how many rows it has."""
    from claims.reports.run import run_report
    from claims.reports.run_write import write_csv
    from claims.store.transaction import reading

    taken, count = [], 0
    for _ in range(rounds):
        with reading(path) as session:
            before = time.process_time()
            answer = run_report(session, name, {})
            stream = io.StringIO()
            write_csv(stream, answer.columns, answer.rows)
            taken.append(time.process_time() - before)
            count = stream.getvalue().count("\n") - 1
    return {"taken": taken, "rows": count}


def measure_reports(claims: int = CLAIMS, rounds: int = 3) -> Result:
    """Measure every report against the `sqlite3` shell, and the start of `claims sql`."""
    from claims.reports.report import list_reports

    lines: list[Line] = []
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "claims.db")
        run_apart("bench.reports:make_desk", path, claims)
        shell = shutil.which("sqlite3")
        for report in list_reports():
            ours = run_apart("bench.reports:run_one", path, report.name, rounds)
            lines.append(Line(f"{report.name}, {ours['rows']} rows", spread(ours["taken"]), "s"))
            if shell is not None:
                theirs = [_time_shell(shell, path, report.statement) for _ in range(rounds)]
                lines.append(Line(f"{report.name} ÷ sqlite3 shell", ratios(ours["taken"], theirs), "x", 3.0))
        lines += _measure_start(path)
    return Result(
        "Named reports",
        f"CPU time of each report on a generated ledger of {claims} claims, written as guarded CSV, without the"
        " start of the process, against the same SQL in the `sqlite3` shell with `-csv`, its start taken off; then"
        " whole processes.",
        tuple(lines),
    )


def _time_shell(shell: str, path: str, statement: str) -> float:
    command = [shell, "-readonly", "-csv", path]
    idle = time_command([*command, "SELECT 1"])
    return max(time_command([*command, statement]) - idle, 0.001)


def _measure_start(path: str, rounds: int = 9) -> list[Line]:
    claims = str(Path(sys.executable).parent / "claims")
    commands = {
        "claims sql 'select 1'": [claims, "--db", path, "sql", "select 1", "--format", "jsonl"],
        "claims reviewer list": [claims, "--db", path, "reviewer", "list", "--format", "jsonl"],
    }
    for command in commands.values():
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=plain_environment())
    taken: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            taken[name].append(time_command(command))
    ours, peer = taken.values()
    shown = [Line(name, spread([one * 1000 for one in seconds]), "ms") for name, seconds in taken.items()]
    return [Line("claims sql 'select 1' ÷ claims reviewer list", ratios(ours, peer), "x", 2.0), *shown]
