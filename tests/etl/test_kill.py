"""A run that is killed, at any moment, leaves the old figures in use and does not hinder the next run."""

import itertools
import random
import signal
import time
from functools import partial
from threading import Event, Thread

import duckdb
import pytest
from werkzeug import Response

from etl.warehouse import KEEP, LINK
from tests.etl.hostile import KOP, kansarmoede, workbook
from tests.etl.processes import ask_one, crash, start

RUN = ("run", "--opnieuw")
WHOLE = """
select count(waarde), count(distinct waarde) from profiel where indicator = 'kansarmoede_index'
"""


def ended(process):
    """How a process ended."""
    process.join()
    return process.exitcode


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
            except Exception as error:
                self.errors.append(repr(error))
            self.asked += 1
            time.sleep(0.02)

    def asks_again(self):
        """Wait until a question was asked and answered after this moment."""
        before = self.asked
        while self.asked == before and self.is_alive():
            time.sleep(0.01)


@pytest.fixture
def published(tmp_path):
    """A folder with a published warehouse."""
    path, folder = tmp_path / "register.xlsx", tmp_path / "data"
    path.write_bytes(workbook({"AR_03": kansarmoede()}))
    assert ended(start(folder, "import", str(path))) == 0
    return folder


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
    run = partial(start, tmp_path, *RUN, before=partial(ask_one, publisher))
    assert ended(run()) == 0
    begin = time.monotonic()
    assert ended(run()) == 0
    seconds = time.monotonic() - begin
    reader = Reader(tmp_path)
    reader.start()
    killed = 0
    try:
        while killed < 50:
            process = run()
            time.sleep(chance.uniform(0, 1) * seconds)
            process.kill()
            if ended(process) == -signal.SIGKILL:
                killed += 1
            else:
                seconds *= 0.9  # it was done by then: the machine is less busy than at first
            reader.asks_again()
        assert ended(run()) == 0
        reader.asks_again()
    finally:
        reader.stop.set()
        reader.join()
    assert (reader.errors, reader.answers) == ([], {(285, 1)})
    assert [path for path in tmp_path.rglob("*") if path.name.startswith((".half-", ".tmp-"))] == []
    assert len(list(tmp_path.glob("warehouse-*.duckdb"))) <= KEEP
    assert len(list((tmp_path / "raw/stadsmonitor").iterdir())) == 2 + 1, "two deliveries, and the attempts"


@pytest.mark.slow
def test_killed_at_the_worst_moments(published):
    folder = published
    before = (folder / LINK).resolve()
    for call in (
        "rename",  # the file is written and verified, but does not have its name yet
        "replace",  # it has its name, and the new link stands beside the old one
    ):
        assert ended(start(folder, *RUN, "--offline", before=partial(crash, call))) == -signal.SIGKILL
        assert (folder / LINK).resolve() == before and before.exists()
        assert len([path for path in folder.iterdir() if path.name.startswith(".half-")]) == 1
    assert ended(start(folder, *RUN, "--offline")) == 0
    assert (folder / LINK).resolve() != before
    assert set(files(folder)) == {".lock", "log", "raw", "warehouse", "warehouse.duckdb"}
    assert len(files(folder)) <= 3 + KEEP + 1
