"""A run that is killed, at any moment, leaves the old figures in use and does not hinder the next run."""

import itertools
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from threading import Event, Thread

import duckdb
import pytest
from werkzeug import Response

from etl.warehouse import KEEP, LINK
from tests.etl.hostile import KOP, kansarmoede, workbook

ROOT = Path(__file__).parents[2]
ASK = """
import sys
from etl.__main__ import app
from etl.sources import BRONNEN

BRONNEN["stadsmonitor"].PAGINA = sys.argv.pop(1)
for bron in set(BRONNEN) - {"stadsmonitor"}:
    del BRONNEN[bron]
app()
"""
WHOLE = """
select count(waarde), count(distinct waarde) from profiel where indicator = 'kansarmoede_index'
"""
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


def start(folder, *before, offline=True):
    """One `etl run` on `folder`, as a process of its own."""
    words = [*(before or ("-m", "etl")), "run", "--opnieuw", "--warehouse-dir", str(folder)]
    return subprocess.Popen(
        [sys.executable, *words, *["--offline"] * offline],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def files(folder):
    """What is kept, without the names that differ per build."""
    return sorted(path.name.split("-")[0] for path in folder.iterdir())


class Reader(Thread):
    """Asks the published warehouse all the time, as the web process does, and remembers the answers."""

    def __init__(self, folder):
        super().__init__()
        self.link = folder / LINK
        self.stop = Event()
        self.asked, self.errors, self.answers = 0, [], set()

    def run(self):
        while not self.stop.is_set():
            try:
                with duckdb.connect(self.link.resolve(strict=True), read_only=True) as db:
                    self.answers |= set(db.sql(WHOLE).fetchall())
                self.asked += 1
            except Exception as error:
                self.errors.append(repr(error))
            time.sleep(0.02)


@pytest.fixture
def published(tmp_path):
    """A folder with a published warehouse."""
    assert start(tmp_path).wait() == 0
    return tmp_path


@pytest.fixture
def publisher(httpserver):
    """Offers the same workbook with other figures every time: all 285 have 10, or all have 11."""
    offered = itertools.cycle(
        workbook({"AR_03": [KOP, *([*row[:4], value] for row in kansarmoede()[2:])]}) for value in (10, 11)
    )
    httpserver.expect_request("/pagina").respond_with_data("<a href='/register.xlsx'>Cijfers</a>")
    httpserver.expect_request("/register.xlsx").respond_with_handler(lambda _: Response(next(offered)))
    return httpserver.url_for("/pagina")


@pytest.mark.slow
def test_killed_at_fifty_moments_no_published_state_is_ever_wrong(tmp_path, publisher):
    """The whole run: asking a publisher who changes the figures all the time, keeping, reading, building."""
    chance = random.Random(50)
    run = ("-c", ASK, publisher)
    begin = time.monotonic()
    assert start(tmp_path, *run, offline=False).wait() == 0
    seconds = time.monotonic() - begin
    reader = Reader(tmp_path)
    reader.start()
    killed = 0
    try:
        for _ in range(50):
            process = start(tmp_path, *run, offline=False)
            time.sleep(chance.uniform(0.2, 1.0) * seconds)
            process.kill()
            killed += process.wait() == -signal.SIGKILL
        assert start(tmp_path, *run, offline=False).wait() == 0
        time.sleep(0.1)
    finally:
        reader.stop.set()
        reader.join()
    assert killed >= 25, "the others were done by then"
    assert reader.asked > 50
    assert (reader.errors, reader.answers) == ([], {(285, 1)})
    assert [path for path in tmp_path.rglob("*") if path.name.startswith((".half-", ".tmp-"))] == []
    assert len(list(tmp_path.glob("warehouse-*.duckdb"))) <= KEEP
    assert len(list((tmp_path / "raw/stadsmonitor").iterdir())) == 2 + 1, "two deliveries, and the attempts"


@pytest.mark.slow
def test_killed_at_the_worst_moments(published):
    folder = published
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
    assert set(files(folder)) == {".lock", "log", "warehouse", "warehouse.duckdb"}
    assert len(files(folder)) <= 2 + KEEP + 1
