"""What a visitor notices, on the demo warehouse: bytes, server time, accessibility."""

import gzip
import http.client
import statistics
import time
from pathlib import Path
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Request

from tests import running
from tests.bench.result import Result, seconds
from tests.browser.look import WENT_WRONG, settle, visit

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


def measure(folder: Path) -> list[Result]:
    """The results about pages, and about a warehouse of real size, in the order of the table."""
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
