"""`python -m etl` as a process of its own, to kill or to bound.

Each starts as a copy of one process that has read the program already: reading it takes longer than a run.
"""

import multiprocessing
import os
import resource
import signal
import tempfile
from collections.abc import Callable
from functools import partial
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

from etl.__main__ import app
from etl.sources import BRONNEN

COPIES = multiprocessing.get_context("forkserver")
COPIES.set_forkserver_preload([__name__])


def start(
    folder: Path, *words: str, before: Callable[[], None] | None = None, told: Connection | None = None
) -> BaseProcess:
    """Run these words on the warehouse in `folder`, after `before`; what is said goes to `told`."""
    process = COPIES.Process(target=_run, args=(folder, words, before, told))
    process.start()
    return process


def _run(
    folder: Path, words: tuple[str, ...], before: Callable[[], None] | None, told: Connection | None
) -> None:
    said = told.fileno() if told else os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(said, stream)
    if told:
        told.close()
    os.environ["TMPDIR"], tempfile.tempdir = str(folder), None
    if before:
        before()
    app([*words, "--warehouse-dir", str(folder)])


def etl(folder: Path, *words: str, largest: int | None = None) -> tuple[int | None, str]:
    """Exit code and what was said; `largest` bounds each file written, as a disk without room does."""
    receiver, sender = COPIES.Pipe(duplex=False)
    bound = (
        None if largest is None else partial(resource.setrlimit, resource.RLIMIT_FSIZE, (largest, largest))
    )
    process = start(folder, *words, before=bound, told=sender)
    sender.close()
    with open(receiver.fileno(), encoding="utf-8", closefd=False) as said:  # until the process ends
        text = said.read()
    process.join()
    return process.exitcode, text


def ask_one(page: str) -> None:
    """Leave one publisher to ask, whose page is `page`."""
    BRONNEN["stadsmonitor"].PAGINA = page
    for bron in set(BRONNEN) - {"stadsmonitor"}:
        del BRONNEN[bron]


def crash(method: str) -> None:
    """Be killed at the first call of this method of a path that is half done."""
    real = getattr(Path, method)

    def call(self: Path, *words: object) -> object:
        if "half" not in self.name:
            return real(self, *words)
        return os.kill(os.getpid(), signal.SIGKILL)

    setattr(Path, method, call)
