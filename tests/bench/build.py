"""Build a warehouse of many observations, in a process of its own: `python -m tests.bench.build 400 FOLDER`.

The deliveries count as read, as after an import; everything from there on is the real job: the contract,
choosing, mergers, comparing, the profile, writing, verifying, publishing. Then a second build, as of the next
night, with the guard and the revisions that compare it with the first one. Reading a file and translating
what is in it are not among these: they grow with the files, which are read one by one.
"""

import json
import resource
import subprocess
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

from etl.controle import Controle, Ernst
from etl.gather import Gelezen, within_contract
from etl.job import Job
from etl.raw import Levering, Raw
from etl.warehouse import published
from indicators.observations import compact
from tests import running
from tests.bench import figures
from tests.bench.result import seconds

BRONNEN = {figures.BRON: SimpleNamespace(NAAM=figures.BRON, TITEL="Bench", UITGEVER="Bench")}
NU = datetime(2026, 11, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Built:
    """What a build took, and the next one (`again`); `unchanged` is the time to see that nothing changed."""

    rows: int
    seconds: float
    again: float
    unchanged: float
    peak_mb: float
    file_mb: float


def build(indicators: int, folder: Path) -> Built:
    """Make the deliveries, build, look again, build again; times in seconds, sizes in millions of bytes."""
    job = job_of(indicators, folder)
    rows = sum(len(read.waarnemingen) for read in job._read.values())
    took = seconds(job.build)
    path = published(folder)
    same = Job(folder, job.raw, job.bronnen, job.catalog)
    unchanged = seconds(same.unchanged)
    assert path and same.unchanged() == path
    file_mb = path.stat().st_size / 1e6
    again = seconds(job_of(indicators, folder).build)
    assert published(folder) != path
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6
    return Built(rows, took, again, unchanged, peak, file_mb)


def job_of(indicators: int, folder: Path) -> Job:
    """A job that has just read a delivery per year; a few bytes are kept in place of each file."""
    raw, catalog = Raw(folder / "raw"), figures.catalog(indicators)
    folder.mkdir(parents=True, exist_ok=True)
    read = {}
    for year, rows in zip(figures.YEARS, figures.deliveries(list(catalog)), strict=True):
        levering = Levering.received(figures.BRON, f"{year}.xlsx", str(year).encode(), licentie="geen", nu=NU)
        herkomst, _ = raw.keep(levering)
        checked, refused = within_contract(compact(rows.assign(levering=herkomst.levering)), catalog)
        assert not refused
        read[herkomst.levering] = Gelezen(checked, {}, [Controle(NU, Ernst.GOED, "gelezen", figures.BRON)])
    return Job(folder, raw, BRONNEN, catalog, _read=read)


def apart(indicators: int, folder: Path) -> Built:
    """The same in a fresh process, whose memory is its own."""
    command = [sys.executable, "-m", "tests.bench.build", str(indicators), str(folder)]
    done = subprocess.run(command, cwd=running.ROOT, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    return Built(**json.loads(done.stdout))


if __name__ == "__main__":
    print(json.dumps(build(int(sys.argv[1]), Path(sys.argv[2])).__dict__))  # noqa: T201
