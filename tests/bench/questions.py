"""Five questions to the file with all observations: open and warm, each about another municipality.

`python -m tests.bench.questions` asks them in a process as light as the one that serves pages: without
pandas, whose many objects Python would walk through again and again while thousands of rows come in.
"""

import json
import statistics
import subprocess
import sys
from pathlib import Path

import duckdb

from dashboard.warehouse import CONFIG, QUESTIONS
from indicators.gemeenten import gemeenten
from tests import running
from tests.bench.result import TIMES, seconds

FIVE = {
    "profile": (QUESTIONS / "profiel.sql").read_text("utf-8"),
    "map": """
        select nis_code, waarde, status, schatting from waarneming
        where indicator = $2 and periode_einde = $3""",
    "trend with ten peers": """
        select nis_code, periode_einde, waarde, status from waarneming
        where indicator = $2 and nis_code in (select unnest($4::varchar[]))
        order by nis_code, periode_einde""",
    "quantile position": """
        select avg(case when w.waarde < o.waarde then 1 when w.waarde = o.waarde then 0.5 else 0 end)
        from waarneming w, (select waarde from waarneming
            where indicator = $2 and periode_einde = $3 and nis_code = $1) o
        where w.indicator = $2 and w.periode_einde = $3 and w.waarde is not null and w.nis_code <> '02000'""",
    "everything of one municipality": (QUESTIONS / "reeksen.sql").read_text("utf-8"),
}
IN_COLUMNS = {"everything of one municipality"}
"""Answers of ten thousand rows, as an array per column: as rows, Python would write out each cell."""


def apart(path: Path, indicators: list[str], einde: str, times: int = TIMES) -> dict[str, float]:
    """The same as `milliseconds`, in a fresh process."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.questions"],
        cwd=running.ROOT,
        input=json.dumps([str(path), indicators, einde, times]),
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    answer: dict[str, float] = json.loads(done.stdout)
    return answer


def milliseconds(path: Path, indicators: list[str], einde: str, times: int = TIMES) -> dict[str, float]:
    """The median of `times` answers per question, each about another municipality and another indicator.

    `einde` is the last day of the period that is asked about.
    """
    codes = list(gemeenten())
    with duckdb.connect(path, read_only=True, config=CONFIG) as db:
        return {
            name: _median(db, sql, codes, indicators, einde, times, name in IN_COLUMNS)
            for name, sql in FIVE.items()
        }


def _median(
    db: duckdb.DuckDBPyConnection,
    sql: str,
    codes: list[str],
    indicators: list[str],
    einde: str,
    times: int,
    in_columns: bool,
) -> float:
    took = []
    for nth in range(times + 1):
        given: dict[str, object] = {
            "1": codes[17 * nth + 3],
            "2": indicators[(29 * nth + 4) % len(indicators)],
            "3": einde,
            "4": codes[17 * nth + 3 : 17 * nth + 14],
        }
        asked = {key: value for key, value in given.items() if f"${key}" in sql}
        took.append(seconds(lambda: _answered(db, sql, asked, in_columns)))  # noqa: B023 (called at once)
    return 1000 * statistics.median(took[1:])  # the first one warms up


def _answered(db: duckdb.DuckDBPyConnection, sql: str, asked: dict[str, object], in_columns: bool) -> None:
    cursor = db.cursor().execute(sql, asked)
    rows = len(next(iter(cursor.fetchnumpy().values()))) if in_columns else len(cursor.fetchall())
    assert rows, f"no answer to {sql} about {asked}"


if __name__ == "__main__":
    asked_path, *asked_about = json.load(sys.stdin)
    sys.stdout.write(json.dumps(milliseconds(Path(asked_path), *asked_about)))
