"""Look at an untrusted file in a child process, whose memory and time are bounded.

A spreadsheet can ask for all memory there is, or keep a parser busy for ever. The child that reads it then
dies alone: the run goes on, and the file is refused by name. The child starts as a copy of this process
(milliseconds), so it knows what we know, and it hands back its result through a pipe.
"""

import gc
import multiprocessing
import os
import pickle
import resource
import signal
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TypeVar

from etl.sources import InvalidDelivery

FORK = multiprocessing.get_context("fork")
MEMORY_MAP = Path("/proc/self/statm")
"""Size of this process in pages; only Linux has it, and elsewhere memory is not bounded."""

Result = TypeVar("Result")


@dataclass(frozen=True)
class Grenzen:
    """What one file may cost: bytes of memory above what we use already, and seconds."""

    geheugen: int = 400 * 2**20
    rekentijd: int = 120
    wachttijd: float = 300.0


GRENZEN = Grenzen()


def isolated(work: Callable[[], Result], bron: str, bestand: str, grenzen: Grenzen = GRENZEN) -> Result:
    """What `work` returns or raises, done in a child process.

    Raises InvalidDelivery about `bestand` of `bron` when the child needs more than `grenzen`, or crashes.
    """
    receiver, sender = FORK.Pipe(duplex=False)
    child = FORK.Process(target=_in_child, args=(work, sender, grenzen), daemon=True)
    child.start()
    sender.close()
    told: bytes | None = None  # also when we are interrupted while we wait: then the child must go
    try:
        told = receiver.recv_bytes() if receiver.poll(grenzen.wachttijd) else None
    except EOFError:  # it died without a word
        told = b""
    finally:
        receiver.close()
        if child.is_alive():
            child.join(0.0 if told is None else 5.0)
            child.kill()
        child.join()
    if not told:
        raise _refusal(bron, bestand, _why(child.exitcode if told is not None else None, grenzen))
    well, outcome = pickle.loads(told)  # noqa: S301 (written by our own child)
    if well:
        return outcome
    if isinstance(outcome, MemoryError):
        raise _refusal(bron, bestand, _too_much(grenzen))
    raise outcome


def _in_child(work: Callable[[], object], sender: Connection, grenzen: Grenzen) -> None:
    """Bound this process, do the work, tell the result, and end without any of the parent's clean-up."""
    gc.freeze()  # the parent's objects are not ours to clear away: some wait for threads that stayed behind
    _let_go_of_files(sender.fileno())
    _bound(grenzen)
    try:
        told = pickle.dumps((True, work()))
    except Exception as error:  # told to the parent, which raises it again
        told = _failure(error)
    sender.send_bytes(told)
    os._exit(0)


def _let_go_of_files(but: int) -> None:
    """Close what the parent has open, above all the lock: it may not outlive a parent that is killed."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # what a dying parser prints, helps nobody
    os.closerange(3, but)
    os.closerange(but + 1, os.sysconf("SC_OPEN_MAX") if hasattr(os, "sysconf") else 4096)


def _bound(grenzen: Grenzen) -> None:
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (grenzen.rekentijd, grenzen.rekentijd))
    if MEMORY_MAP.exists():
        now = int(MEMORY_MAP.read_text().split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (now + grenzen.geheugen, now + grenzen.geheugen))


def _failure(error: Exception) -> bytes:
    """Bytes that hold `error`; one that cannot travel is told in words."""
    try:
        told = pickle.dumps((False, error))
        pickle.loads(told)  # noqa: S301 (an error whose constructor wants more than its text fails here)
    except Exception:
        told = pickle.dumps((False, RuntimeError(repr(error))))
    return told


def _why(exitcode: int | None, grenzen: Grenzen) -> str:
    """Why a child that said nothing ended; None when we stopped it ourselves."""
    if exitcode is None or -exitcode in (signal.SIGXCPU, signal.SIGKILL):
        return "het lezen duurde te lang en is afgebroken."
    if -exitcode == signal.SIGABRT:  # how a library without exceptions ends when it gets no memory
        return _too_much(grenzen)
    return f"het programma dat dit bestand las, liep vast (code {exitcode})."


def _too_much(grenzen: Grenzen) -> str:
    return f"het lezen vroeg meer dan {grenzen.geheugen // 2**20} MB geheugen en is afgebroken."


def _refusal(bron: str, bestand: str, probleem: str) -> InvalidDelivery:
    return InvalidDelivery(
        bron,
        bestand,
        "hele bestand",
        probleem,
        "kijk na of dit het bestand van de uitgever is, en lever alleen de tabel zelf.",
    )
