"""The whole product, running: a demo or real warehouse, the server that `make serve` starts, a browser.

For the browser tests, the benchmark and the pictures in docs/: they all look at the same thing.
"""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, sync_playwright

from bootstrap import CHROMIUM_NAMES
from dashboard.__main__ import WORKERS

ROOT = Path(__file__).parents[1]
REAL_DATA = ROOT.parent / "shared" / "data"
# Refuses at once: what runs under it has no network, and may not pretend otherwise.
NO_NETWORK = {f"{scheme}_PROXY": "http://127.0.0.1:9" for scheme in ("HTTP", "HTTPS")} | {
    "NO_PROXY": "127.0.0.1"
}
HANGS = 900  # s: no machine is as slow as that
CHROMIUM_FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]


def environment(folder: Path, **more: str) -> dict[str, str]:
    """The environment of a process whose figures and answers stand in `folder`, and nowhere else."""
    return {
        **os.environ,
        **NO_NETWORK,
        "WAREHOUSE_DIR": str(folder),
        "DATABASE_URL": f"sqlite:///{folder / 'store.sqlite'}",
        **more,
    }


def etl(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run `python -m etl` with these words, on the warehouse in `folder`, without a network."""
    command = [sys.executable, "-m", "etl", *words]
    return subprocess.run(
        command, cwd=ROOT, env=environment(folder), capture_output=True, text=True, timeout=HANGS
    )


def build_demo(folder: Path) -> Path:
    """A warehouse of the demo deliveries in `folder`."""
    done = etl(folder, "--offline", "run")
    assert (folder / "warehouse.duckdb").exists(), (
        f"no warehouse (exit {done.returncode}):\n{done.stdout}{done.stderr}"
    )
    return folder


def build_real(folder: Path) -> Path:
    """A warehouse of every delivery in ../shared/data; what lies beside its folders is no delivery."""
    deliveries = [str(path) for path in sorted(REAL_DATA.iterdir()) if path.is_dir()]
    done = etl(folder, "--offline", "import", *deliveries)
    assert done.returncode == 0, f"exit {done.returncode}:\n{done.stdout}{done.stderr}"
    return folder


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def running(
    command: list[str], environ: dict[str, str], cwd: Path = ROOT, within: float = HANGS
) -> Iterator[str]:
    """Start a command that serves on PORT of `environ`; gives its address once /gezond says well."""
    base = f"http://127.0.0.1:{environ['PORT']}{environ.get('URL_PREFIX', '')}"
    log = Path(environ["WAREHOUSE_DIR"]) / f"server-{environ['PORT']}.log"
    with log.open("w") as output:
        process = subprocess.Popen(
            command, cwd=cwd, env=environ, stdout=output, stderr=output, start_new_session=True
        )
    try:
        _wait_until_well(base, process, log, within)
        yield base
    finally:
        # The whole group: make, its shell and gunicorn's workers.
        os.killpg(process.pid, 15)
        process.wait(HANGS)


def _wait_until_well(base: str, process: subprocess.Popen[bytes], log: Path, within: float) -> None:
    end = time.monotonic() + within
    while time.monotonic() < end:
        assert process.poll() is None, f"stopped with {process.returncode}:\n{log.read_text()[-3000:]}"
        try:
            with urllib.request.urlopen(f"{base}/gezond", timeout=60):
                return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
    raise AssertionError(f"no healthy answer within {within} s:\n{log.read_text()[-3000:]}")


@contextmanager
def served(folder: Path, **more: str) -> Iterator[str]:
    """The address of the server on the warehouse in `folder`, as `make serve` starts it."""
    environ = environment(folder, HOST="127.0.0.1", PORT=str(free_port()), **more)
    with running([sys.executable, "-m", "dashboard", "serve"], environ) as base:
        yield base


def wait_until_drawn(folder: Path, base: str, within: float = HANGS) -> None:
    """Wait until each process of the server on `folder` has drawn the pages of all municipalities ahead."""
    log = folder / f"server-{urlsplit(base).port}.log"
    end = time.monotonic() + within
    while (ready := log.read_text().count("stand ready")) < WORKERS:
        assert time.monotonic() < end, (
            f"{ready} of {WORKERS} ready within {within} s:\n{log.read_text()[-3000:]}"
        )
        time.sleep(1)


def chromium() -> str | None:
    """Path of the system's Chromium, or None."""
    return next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)


@contextmanager
def browser() -> Iterator[Browser]:
    """The system's Chromium, without a window."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium(), args=CHROMIUM_FLAGS)
        yield started
        started.close()
