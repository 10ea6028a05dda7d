"""What a visitor notices, on the demo warehouse: bytes, server time, accessibility."""

import gzip
import http.client
import statistics
import time
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from indicators.catalog import catalog
from indicators.gemeenten import gemeenten
from tests import running
from tests.bench import belasting
from tests.bench.result import Result, seconds
from tests.browser.look import WENT_WRONG, settle, visit, watch

PAGE = "/gemeente/{}"
BESIDE = "?vergelijk=provincie"
INDICATOR = "/indicator/{}?gemeente=ronse"
WARM_INDICATOR = "kansarmoede_index"
COMPARISON = "/vergelijk?gebieden={}"
INDICATORS = [een for een in catalog() if een != WARM_INDICATOR]
HEADERS = {"Accept-Encoding": "gzip"}  # as a browser over plain HTTP
WARM = "gent"
WORKERS = 8
"""Questions before the measurement: more than the server has processes."""
FIVE = ("boom", "ronse", "tongeren-borgloon", "herstappe", "beveren-kruibeke-zwijndrecht")
MANY = [een.slug for een in gemeenten().values() if een.slug not in FIVE][::11]
"""Spread over the alphabet, so over large and small."""
EIGHT = [",".join((MANY + MANY)[place : place + 8]) for place in range(len(MANY))]
"""As many comparisons, each of eight municipalities."""
MUNICIPALITY, COMPARATOR = "gemeente", "vergelijking"
CHANGE = """async ([what, slug]) => {
  const said = () => ["h1", "[data-meld]"].map((part) => document.querySelector(part).textContent).join();
  const before = said(), begin = performance.now();
  const drawn = new Promise((done) => {
    const watch = new MutationObserver(() => {
      if (said() === before) return;
      watch.disconnect();
      requestAnimationFrame(() => setTimeout(() => done(performance.now() - begin)));
    });
    watch.observe(document.querySelector("main"), { subtree: true, childList: true });
  });
  if (what === "gemeente") window.regiekompas.ga("/gemeente/" + slug, false);
  else {
    const list = document.getElementById("vergelijk");
    list.selectedIndex = (list.selectedIndex + 1) % (list.options.length - 1);
    list.dispatchEvent(new Event("change", { bubbles: true }));
  }
  return drawn;
}"""
"""Makes one change and waits for the frame in which it is painted."""
PAGES = (
    "/",
    "/zoek?q=sint",
    "/gegevens",
    "/privacy",
    *map(PAGE.format, FIVE),
    "/gemeente/ronse?vergelijk=vergelijkbaar&indicator=arop",
    "/regiescan/ronse",
    "/nergens",
)


def first_load(browser: Browser, base: str) -> float:
    """KB over the wire (1000 bytes) until the municipality page is quiet, with an empty cache."""
    context = browser.new_context(locale="nl-BE")
    page = watch(context.new_page())
    received: list[float] = []
    network = context.new_cdp_session(page)
    network.send("Network.enable")
    network.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
    page.goto(base + PAGE.format(FIVE[0]))
    settle(page)
    context.close()
    return sum(received) / 1000


def server_time(base: str, warm: str, paths: Sequence[str]) -> float:
    """Milliseconds until a whole page is there that nobody asked for yet: the median over `paths`."""
    connection = http.client.HTTPConnection(urlsplit(base).netloc)

    def ask(path: str) -> float:
        begin = time.perf_counter()
        connection.request("GET", path, headers=HEADERS)
        answer = connection.getresponse()
        content = answer.read()
        spent = time.perf_counter() - begin
        said = gzip.decompress(content) if answer.getheader("Content-Encoding") == "gzip" else content
        assert answer.status == 200 and WENT_WRONG.encode() not in said, f"{path}: {answer.status}"
        return spent * 1000

    for _ in range(WORKERS):  # each has read by then what is the same for every page
        ask(warm)
    times = [ask(path) for path in paths]
    connection.close()
    return statistics.median(times)


def change_time(browser: Browser, base: str, change: str) -> float:
    """Milliseconds in the browser from a choice to the new picture: the median over `FIVE`."""
    context = browser.new_context(locale="nl-BE")
    page = visit(context, base, PAGE.format(WARM)).page
    times = [page.evaluate(CHANGE, [change, slug]) for slug in FIVE]
    context.close()
    return statistics.median(times)


def violations(browser: Browser, base: str) -> int:
    """Findings of axe-core, of any impact, on all pages."""
    found = 0
    for path in PAGES:
        context = browser.new_context(locale="nl-BE")
        opened = visit(context, base, path, status=404 if path == "/nergens" else 200)
        opened.unfold()
        result = Axe().run(opened.page).response["violations"]
        found += len(result)
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
        running.wait_until_drawn(demo, base)
        results += [
            Result(
                "municipality page, first load",
                first_load(browser, base),
                "kB",
                600,
                "live peer: 683 kB, Dash with plotly: 1800 kB",
            ),
            Result(
                "municipality page, server time",
                server_time(base, PAGE.format(WARM), [PAGE.format(slug) for slug in MANY]),
                "ms",
                20,
                f"the whole page, drawn ahead; median of {len(MANY)} municipalities",
            ),
            Result(
                "municipality page beside another group, server time",
                server_time(base, PAGE.format(WARM) + BESIDE, [PAGE.format(slug) + BESIDE for slug in MANY]),
                "ms",
                None,
                f"the whole page, drawn when it is asked for; median of {len(MANY)} municipalities",
            ),
            Result(
                "indicator page, server time",
                server_time(base, INDICATOR.format(WARM_INDICATOR), [*map(INDICATOR.format, INDICATORS)]),
                "ms",
                40,
                f"the whole page, median of {len(INDICATORS)} indicators",
            ),
            Result(
                "comparison of eight, server time",
                server_time(base, COMPARISON.format(WARM), [*map(COMPARISON.format, EIGHT)]),
                "ms",
                40,
                f"the whole page, median of {len(EIGHT)} times eight municipalities",
            ),
            Result(
                "other comparator, until it is painted",
                change_time(browser, base, COMPARATOR),
                "ms",
                250,
                "live peer, other municipality: 457 to 552 ms",
            ),
            Result(
                "other municipality, until it is painted",
                change_time(browser, base, MUNICIPALITY),
                "ms",
                250,
                "live peer: 457 to 552 ms",
            ),
            Result(
                "accessibility violations",
                violations(browser, base),
                "",
                0,
                f"axe-core, any impact, {len(PAGES)} pages, folds open",
            ),
        ]
    with running.served(demo) as base:
        running.wait_until_drawn(demo, base)
        results += belasting.measure(base)
    return results
