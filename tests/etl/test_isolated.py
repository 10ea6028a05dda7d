"""Work on an untrusted file in a child: its result, its errors, and every way in which it can go wrong."""

import fcntl
import os
import resource
import signal
import time
from pathlib import Path

import pandas as pd
import pytest

from etl.isolated import Grenzen, isolated
from etl.sources import InvalidDelivery

MB = 2**20


def told_about(work, **grenzen):
    """The refusal that `work` ends in."""
    with pytest.raises(InvalidDelivery) as caught:
        isolated(work, "statbel_adi", "inkomens.xlsx", Grenzen(**grenzen))
    error = caught.value
    assert (error.bron, error.bestand, error.plaats) == ("statbel_adi", "inkomens.xlsx", "hele bestand")
    assert "lever alleen de tabel zelf" in error.oplossing
    return error.probleem


def test_the_result_comes_back_and_was_made_elsewhere():
    frame, process = isolated(lambda: (pd.DataFrame({"a": [1.5, None]}), os.getpid()), "b", "f")
    assert process != os.getpid()
    pd.testing.assert_frame_equal(frame, pd.DataFrame({"a": [1.5, None]}))


def test_the_error_of_a_reader_comes_back_whole():
    def refuse():
        raise InvalidDelivery("bron", "bestand", "rij 3", "fout.", "herstel.")

    with pytest.raises(InvalidDelivery) as caught:
        isolated(refuse, "b", "f")
    assert (caught.value.plaats, caught.value.oplossing) == ("rij 3", "herstel.")


def test_an_error_that_cannot_travel_is_told_in_words():
    class Odd(Exception):
        def __init__(self, one, two):
            super().__init__("odd")

    def fail():
        raise Odd(1, 2)

    with pytest.raises(RuntimeError, match="odd"):
        isolated(fail, "b", "f")


def spin():
    while True:
        pass


@pytest.mark.parametrize("work", [lambda: bytearray(200 * MB), os.abort], ids=["python", "a library"])
def test_too_much_memory_is_a_refusal(work):
    assert told_about(work, geheugen=100 * MB) == "het lezen vroeg meer dan 100 MB geheugen en is afgebroken."


@pytest.mark.parametrize(
    "work, grenzen",
    [(spin, {"rekentijd": 1}), (lambda: time.sleep(600), {"wachttijd": 0.3})],
    ids=["busy", "asleep"],
)
def test_too_long_is_a_refusal(work, grenzen):
    begin = time.monotonic()
    assert "duurde te lang" in told_about(work, **grenzen)
    assert time.monotonic() - begin < 300


def test_a_crash_is_a_refusal():
    assert "liep vast (code -11)" in told_about(lambda: os.kill(os.getpid(), signal.SIGSEGV))


def test_whoever_is_interrupted_while_it_waits_stops_and_leaves_no_child(tmp_path: Path):
    """A Ctrl-C that looked like a broken file would publish everything but that file."""
    pid = tmp_path / "pid"

    def interrupt_and_sleep():
        pid.write_text(str(os.getpid()))
        os.kill(os.getppid(), signal.SIGINT)
        time.sleep(60)

    with pytest.raises(KeyboardInterrupt):
        isolated(interrupt_and_sleep, "b", "f")
    assert not Path(f"/proc/{pid.read_text()}").exists()


def test_this_process_keeps_its_own_limits():
    before = resource.getrlimit(resource.RLIMIT_AS)
    isolated(lambda: None, "b", "f")
    assert resource.getrlimit(resource.RLIMIT_AS) == before


def test_the_child_does_not_hold_the_lock_of_its_parent(tmp_path: Path):
    with (tmp_path / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        held = isolated(lambda: list(Path("/proc/self/fd").iterdir()), "b", "f")
    assert len(held) <= 5, "stdin, stdout, stderr, the pipe, and the folder that is listed"
