"""A run that is killed, at any moment, leaves the old figures in use and does not hinder the next run."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from threading import Event, Thread

import duckdb
import pytest

from etl.warehouse import KEEP, LINK

ROOT = Path(__file__).parents[2]
MOMENTS = 10
QUESTION = "select stand, count(waarde), count(*) from stand, profiel group by 1"
CRASH = """
import os, sys
from pathlib import Path
from etl.__main__ import app

name, nth = sys.argv.pop(1).split(":")
real, calls = getattr(Path, name), []

def crash(self, *words):
    calls.append(name)
    if "half" not in self.name or len(calls) < int(nth):
        return real(self, *words)
    os.kill(os.getpid(), 9)

setattr(Path, name, crash)
app()
"""


def start(folder, *before):
    """One `etl run` on `folder`, as a process of its own."""
    words = [sys.executable, *(before or ("-m", "etl")), "run", "--offline", "--warehouse-dir", str(folder)]
    return subprocess.Popen(
        words,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def files(folder):
    """What is kept, without the names that differ per build."""
    return sorted(path.name.split("-")[0] for path in folder.iterdir())


class Reader(Thread):
    """Asks the published warehouse all the time, as the web process does, and remembers what went wrong."""

    def __init__(self, folder):
        super().__init__()
        self.link = folder / LINK
        self.stop = Event()
        self.asked, self.errors, self.stands = 0, [], set()

    def run(self):
        while not self.stop.is_set():
            try:
                with duckdb.connect(self.link.resolve(strict=True), read_only=True) as db:
                    sql = (
                        "select stand, count(*) filter (waarde > 0), count(*) from stand, profiel group by 1"
                    )
                    ((stand, valued, rows),) = db.sql(sql).fetchall()
                self.stands.add((stand, valued, rows))
                self.asked += 1
            except Exception as error:
                self.errors.append(repr(error))
            time.sleep(0.01)


@pytest.fixture
def published(tmp_path):
    """A folder with a published warehouse, and the seconds that building it took."""
    begin = time.monotonic()
    assert start(tmp_path).wait() == 0
    return tmp_path, time.monotonic() - begin


@pytest.mark.slow
def test_killed_at_ten_moments_nobody_notices(published):
    folder, seconds = published
    before = (folder / LINK).resolve()
    reader = Reader(folder)
    reader.start()
    try:
        for moment in range(MOMENTS):
            process = start(folder)
            time.sleep(seconds * (moment + 0.5) / MOMENTS)
            process.send_signal(signal.SIGKILL)
            process.wait()
        assert start(folder).wait() == 0
        after = (folder / LINK).resolve()
        time.sleep(0.1)
    finally:
        reader.stop.set()
        reader.join()
    assert reader.errors == []
    assert reader.asked > 20
    assert len({(valued, rows) for _, valued, rows in reader.stands}) == 1
    assert after != before
    assert set(files(folder)) == {".lock", "warehouse", "warehouse.duckdb"}
    assert len(files(folder)) <= 1 + KEEP + 1


@pytest.mark.slow
def test_killed_at_the_worst_moments(published):
    folder, _ = published
    before = (folder / LINK).resolve()
    for call in (
        "rename:1",  # the file is written and verified, but does not have its name yet
        "replace:1",  # it has its name, and the new link stands beside the old one
    ):
        assert start(folder, "-c", CRASH, call).wait() == -signal.SIGKILL
        assert (folder / LINK).resolve() == before and before.exists()
        assert len([path for path in folder.iterdir() if path.name.startswith(".half-")]) == 1
    assert start(folder).wait() == 0
    assert (folder / LINK).resolve() != before
    assert set(files(folder)) == {".lock", "warehouse", "warehouse.duckdb"}
    assert len(files(folder)) <= 1 + KEEP + 1
