"""`make bench`: measure what a visitor and an operator notice, against the goals.

Prints a table and writes bench.json. Measured on the demo warehouse, on this machine, without a network.
"""

import gzip
import http.client
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Request
from rich.console import Console
from rich.table import Table

from tests import running
from tests.browser.look import WENT_WRONG, settle, visit

RESULT = running.ROOT / "bench.json"
PAGE = "/gemeente/{}"
HEADERS = {"Content-Type": "application/json", "Accept-Encoding": "gzip"}  # as a browser over plain HTTP
WARM = "gent"
FIVE = ("boom", "ronse", "tongeren-borgloon", "herstappe", "beveren-kruibeke-zwijndrecht")
PAGES = (
    "/",
    "/zoek?q=sint",
    "/gegevens",
    "/privacy",
    *map(PAGE.format, FIVE),
    "/regiescan/ronse",
    "/nergens",
)


@dataclass(frozen=True)
class Result:
    """One line of the table; the goal is a maximum."""

    name: str
    value: float
    unit: str
    goal: float
    compared_with: str

    @property
    def reached(self) -> bool:
        return self.value <= self.goal


def first_load(browser: Browser, base: str) -> float:
    """KB over the wire (1000 bytes) until the municipality page is quiet, with an empty cache."""
    context = browser.new_context(locale="nl-BE")
    page = context.new_page()
    received: list[float] = []
    network = context.new_cdp_session(page)
    network.send("Network.enable")
    network.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
    page.goto(base + PAGE.format(FIVE[0]))
    settle(page)
    context.close()
    return sum(received) / 1000


def questions(browser: Browser, base: str) -> list[Request]:
    """What the municipality page asks of the server besides files: its HTML and Dash's calls, in order."""
    context = browser.new_context(locale="nl-BE")
    page = context.new_page()
    asked: list[Request] = []
    page.on("request", lambda r: asked.append(r) if r.resource_type in ("document", "fetch", "xhr") else None)
    page.goto(base + PAGE.format(WARM))
    settle(page)
    context.close()
    return asked


def server_time(base: str, asked: list[Request], slug: str) -> float:
    """Milliseconds that the server takes for all of `asked`, about another municipality, one by one."""
    connection = http.client.HTTPConnection(urlsplit(base).netloc)
    spent = 0.0
    for question in asked:
        path = question.url.removeprefix(base).replace(WARM, slug)
        body = (question.post_data or "").replace(WARM, slug) or None
        begin = time.perf_counter()
        connection.request(question.method, path, body, HEADERS)
        answer = connection.getresponse()
        content = answer.read()
        spent += time.perf_counter() - begin
        said = gzip.decompress(content) if answer.getheader("Content-Encoding") == "gzip" else content
        assert answer.status < 400 and WENT_WRONG.encode() not in said, f"{path}: {answer.status}"
    connection.close()
    return spent * 1000


def violations(browser: Browser, base: str) -> int:
    """Serious and critical findings of axe-core on all pages."""
    found = 0
    for path in PAGES:
        context = browser.new_context(locale="nl-BE")
        opened = visit(context, base, path, status=404 if path == "/nergens" else 200)
        opened.unfold()
        result = Axe().run(opened.page).response["violations"]
        found += sum(v["impact"] in ("serious", "critical") for v in result)
        context.close()
    return found


def seconds(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def measure(folder: Path) -> list[Result]:
    """All results, in the order of the table."""
    demo, real = folder / "demo", folder / "real"
    demo.mkdir()
    real.mkdir()
    results = [
        Result(
            "warehouse of the demo deliveries",
            seconds(lambda: running.build_demo(demo)),
            "s",
            30,
            "make run: 60 s",
        )
    ]
    if running.REAL_DATA.is_dir():
        built = seconds(lambda: running.build_real(real))
        results.append(Result("warehouse of the real deliveries", built, "s", 60, "every delivery at hand"))
    with running.served(demo) as base, running.browser() as browser:
        asked = questions(browser, base)
        times = [server_time(base, asked, slug) for slug in FIVE]
        results += [
            Result(
                "municipality page, first load",
                first_load(browser, base),
                "kB",
                900,
                "Dash with plotly: 1800 kB",
            ),
            Result(
                "municipality page, server time",
                statistics.median(times),
                "ms",
                60,
                f"median of five municipalities, {len(asked)} calls each",
            ),
            Result(
                "serious accessibility violations",
                violations(browser, base),
                "",
                0,
                f"axe-core, {len(PAGES)} pages",
            ),
        ]
    return results


def main() -> int:
    """Print the table, write the file; 1 when a goal is not reached."""
    with tempfile.TemporaryDirectory() as folder:
        results = measure(Path(folder))
    table = Table("name", "value", "unit", "goal", "reached", "compared with")
    for r in results:
        table.add_row(
            r.name, f"{r.value:.1f}", r.unit, f"≤ {r.goal:g}", "yes" if r.reached else "NO", r.compared_with
        )
    Console(width=120).print(table)
    RESULT.write_text(json.dumps([asdict(r) | {"reached": r.reached} for r in results], indent=2) + "\n")
    return 0 if all(r.reached for r in results) else 1


if __name__ == "__main__":
    sys.exit(main())
