"""What a reader of the map notices: its weight, when it can be used, other figures, and playing the years."""

import statistics
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext

from tests import running
from tests.bench.result import TIMES, Result

READY = ".kaart-vlakken[role=listbox] [aria-label]"
BARE_READY = ".js-plotly-plot .main-svg"
BARE = """
import os
from dash import Dash, dcc
app = Dash()
app.layout = dcc.Graph(figure={"data": [{"y": [1, 3, 2]}]})
app.server.add_url_rule("/gezond", "gezond", lambda: "")
app.run(host="127.0.0.1", port=int(os.environ["PORT"]))
"""
"""The least that a page with Dash and one graph can be."""
CHANGES = (("indicator", "arop"), ("aantal", "7"), ("indeling", "natuurlijk"), ("indicator", "woonquote"))
MANY_PERIODS = "fiscaal_inkomen_per_inwoner"
"""Has 16: playing them is 15 changes."""
CHANGE = """async ([name, value]) => {
  const control = document.getElementById("kaart-" + name), page = document.querySelector(".kaartpagina");
  const begin = performance.now();
  const painted = new Promise((done) => page.addEventListener("kaart-anders", () =>
    requestAnimationFrame(() => setTimeout(() => done(performance.now() - begin))), { once: true }));
  control.value = value;
  control.dispatchEvent(new Event("change", { bubbles: true }));
  return painted;
}"""
"""Makes one choice and waits for the frame in which it is painted."""
PLAY = """async () => {
  const when = document.querySelector("[data-kaart-wanneer]"), seen = [];
  const slider = document.getElementById("kaart-schuif");
  const watch = new MutationObserver(() => seen.push(performance.now()));
  watch.observe(when, { childList: true });
  document.querySelector("[data-kaart-doe=speel]").click();
  while (seen.length < Number(slider.max)) await new Promise(requestAnimationFrame);
  watch.disconnect();
  return (seen[seen.length - 1] - seen[0]) / (seen.length - 1);
}"""
"""Plays all periods; the mean time that one of them stands there."""


def measure(folder: Path) -> list[Result]:
    """The results about the map of the warehouse in `folder`, and of a bare page with Dash beside it."""
    with running.served(folder) as base, bare(folder) as plain, running.browser() as browser:
        weight = statistics.median(first_view(browser, f"{base}/kaart", READY)[0] for _ in range(TIMES))
        rounds = [
            (first_view(browser, f"{base}/kaart", READY)[1], first_view(browser, plain, BARE_READY)[1])
            for _ in range(TIMES)
        ]
        ours, theirs = (statistics.median(one) for one in zip(*rounds, strict=True))
        painted, heaviest = changes(browser, base)
        return [
            Result("map, first load", weight, "kB", 700, "an empty cache"),
            Result("map, until it can be used", 100 * ours / theirs, "%", 120, f"bare Dash: {theirs:.0f} ms"),
            Result(
                "map, other figures, until painted", painted, "ms", 100, f"median of {len(CHANGES)} choices"
            ),
            Result("map, other figures, the heaviest answer", heaviest, "kB", 6, "over the wire"),
            Result("map, a period while playing", playing(browser, base), "ms", 105, "10 frames a second"),
        ]


@contextmanager
def bare(folder: Path) -> Iterator[str]:
    """The address of a page with Dash and one graph, and nothing else."""
    script = folder / "bare.py"
    script.write_text(BARE, "utf-8")
    environ = running.environment(folder, PORT=str(running.free_port()))
    with running.running([sys.executable, str(script)], environ) as base:
        yield base


def first_view(browser: Browser, url: str, ready: str) -> tuple[float, float]:
    """KB over the wire until the page is quiet, and milliseconds until `ready` is there; an empty cache."""
    context = browser.new_context(locale="nl-BE")
    page = context.new_page()
    received = _received(context)
    page.goto(url, wait_until="commit")
    page.locator(ready).first.wait_for(state="attached")
    spent = float(page.evaluate("performance.now()"))
    page.wait_for_load_state("networkidle")
    context.close()
    return sum(received) / 1000, spent


def changes(browser: Browser, base: str) -> tuple[float, float]:
    """Milliseconds from a choice to the new colours (median), and KB of the heaviest answer."""
    context = browser.new_context(locale="nl-BE")
    page = context.new_page()
    page.goto(f"{base}/kaart")
    page.wait_for_load_state("networkidle")
    received = _received(context)
    times = [page.evaluate(CHANGE, list(change)) for change in CHANGES]
    page.wait_for_load_state("networkidle")
    context.close()
    return statistics.median(times), max(received) / 1000


def playing(browser: Browser, base: str) -> float:
    """Milliseconds that a period stands there while they play."""
    context = browser.new_context(locale="nl-BE")
    page = context.new_page()
    page.goto(f"{base}/kaart?indicator={MANY_PERIODS}")
    page.wait_for_load_state("networkidle")
    page.locator("#kaart-schuif").fill("0")
    page.wait_for_url("**periode=*")
    spent = float(page.evaluate(PLAY))
    context.close()
    return spent


def _received(context: BrowserContext) -> list[float]:
    """Return a list that grows with the bytes of each answer to the page of `context`."""
    received: list[float] = []
    network = context.new_cdp_session(context.pages[0])
    network.send("Network.enable")
    network.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
    return received
