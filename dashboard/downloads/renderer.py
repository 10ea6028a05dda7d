"""What takes long of a drawing, in a process of its own: the PNG of it, and the letters inside the SVG.

The renderer lets no other thread work while it draws: a third of a second in which nobody would get a page.
"""

import subprocess
import sys
from functools import cache
from pathlib import Path
from threading import BoundedSemaphore, Lock

from werkzeug.exceptions import TooManyRequests

from dashboard.figures.letters import letterregels
from dashboard.figures.uitvoer import naar_png

ROOT = Path(__file__).parents[2]
LONGEST = 30
"""Seconds after which a drawing is given up."""
ONE_AT_A_TIME = Lock()
"""Drawings wait for each other, so that pages keep the other core."""
AT_ONCE = BoundedSemaphore(3)
"""Drawings made or waited for: one less than the threads of a process, so that there is one for a page."""


def png_van(svg: str) -> bytes:
    """Return a standalone SVG as PNG.

    Raises CalledProcessError or TimeoutExpired where that fails, TooManyRequests where too many wait already.
    """
    return _apart("png", svg)


@cache
def letters() -> str:
    """Return the rules with our letters for inside an SVG; raises as `png_van` does."""
    return _apart("letters").decode()


def _apart(wat: str, svg: str = "") -> bytes:
    if not AT_ONCE.acquire(blocking=False):
        raise TooManyRequests
    try:
        with ONE_AT_A_TIME:
            done = subprocess.run(
                [sys.executable, "-m", __name__, wat],
                input=svg.encode(),
                capture_output=True,
                cwd=ROOT,
                timeout=LONGEST,
                check=True,
            )
    finally:
        AT_ONCE.release()
    return done.stdout


if __name__ == "__main__":
    if sys.argv[1] == "png":
        sys.stdout.buffer.write(naar_png(sys.stdin.buffer.read().decode()))
    else:
        sys.stdout.write(letterregels())
