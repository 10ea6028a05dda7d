"""What happened, for a machine that watches: one JSON object a line in `<warehouse>/log/etl.jsonl`.

Levels say who should look: `info` nobody, `warning` whoever is curious, `error` a person. The file is rotated
and never grows beyond `FILES` times `BYTES`. A log that cannot be written, because the disk is full for
instance, is said on stderr and stops nothing.
"""

import json
import logging
import os
import shlex
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from logging.handlers import RotatingFileHandler
from pathlib import Path

from typer import Exit

from etl import in_words

LOG = logging.getLogger("etl")
FOLDER, NAME = "log", "etl.jsonl"
BYTES, FILES = 1_000_000, 5
HOOK = "ETL_HOOK"
"""Environment variable with the command to run when a person is needed; gets a JSON object on stdin."""
HOOK_SECONDS = 30.0


@contextmanager
def journal(folder: Path, opdracht: str) -> Iterator[None]:
    """Log the run of `opdracht` on the warehouse in `folder`, and call `ETL_HOOK` for what went wrong."""
    lines = _Lines(folder / FOLDER)
    LOG.addHandler(lines)
    before, LOG.level = LOG.level, logging.INFO
    try:
        note("begin", opdracht=opdracht)
        try:
            yield
        except Exit:  # a command that ends with a code has said why
            raise
        except Exception as error:
            note("afgebroken", logging.ERROR, boodschap=in_words(error) or repr(error))
            raise
        finally:
            note("einde", opdracht=opdracht)
            if lines.needs_a_person:
                alert(folder, opdracht, lines.needs_a_person)
    finally:
        LOG.level = before
        LOG.removeHandler(lines)
        lines.close()


def note(gebeurtenis: str, level: int = logging.INFO, **velden: object) -> None:
    """Log one event with its fields."""
    LOG.log(level, gebeurtenis, extra={"velden": velden})


def alert(folder: Path, opdracht: str, boodschappen: Sequence[str]) -> None:
    """Run the command in `ETL_HOOK`, if there is one; whatever it does, this run goes on."""
    command = os.environ.get(HOOK)
    if not command:
        return
    told = {"opdracht": opdracht, "map": str(folder.resolve()), "boodschappen": list(boodschappen)}
    try:
        words = shlex.split(command)
        done = subprocess.run(
            words,
            input=json.dumps(told, ensure_ascii=False).encode(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=HOOK_SECONDS,
        )
        note("hook", logging.WARNING if done.returncode else logging.INFO, code=done.returncode)
    except (OSError, ValueError, subprocess.SubprocessError) as error:
        note("hook", logging.WARNING, boodschap=f"{HOOK} mislukte: {error}")


class _Lines(RotatingFileHandler):
    """Writes JSON lines, and remembers what needs a person."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.needs_a_person: list[str] = []
        super().__init__(folder / NAME, maxBytes=BYTES, backupCount=FILES - 1, encoding="utf-8", delay=True)

    def emit(self, record: logging.LogRecord) -> None:
        if record.levelno >= logging.ERROR:
            velden = getattr(record, "velden", {})
            self.needs_a_person.append(str(velden.get("boodschap", record.getMessage())))
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            self.handleError(record)
        else:
            super().emit(record)

    def format(self, record: logging.LogRecord) -> str:
        told = {
            "tijdstip": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "ernst": record.levelname.lower(),
            "gebeurtenis": record.getMessage(),
            **getattr(record, "velden", {}),
        }
        return json.dumps(told, ensure_ascii=False, default=str)

    def handleError(self, record: logging.LogRecord) -> None:
        sys.stderr.write(f"Het logboek in {self.folder} is niet te schrijven: {sys.exc_info()[1]}\n")
