"""What a careful eye sees on a page: text over text, text cut off, sideways scroll, empty panels, English."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from weakref import WeakKeyDictionary

from playwright.sync_api import BrowserContext, Page, Request, expect

# Words that are no Dutch word too; "is", "in", "of" and "over" would be.
ENGLISH = re.compile(
    r"\b(the|and|loading|updating|select|search|no data|submit|cancel|close|clear|updated|share|show|hide|"
    r"value|years?|toggle|settings|undefined|nan|none|null|error|true|false|choose|total|back to)\b",
    re.IGNORECASE,
)
SMALLEST_TEXT = 13  # px
WENT_WRONG = "Er ging iets fout"
SEE = (Path(__file__).parent / "look.js").read_text("utf-8").split("\n", 2)[2]
PATIENCE = 30_000  # ms: a machine may be busy; how fast the pages are is for the benchmark
MOMENT = 100  # ms: what one answer leads to is asked for within it
REST = """async (moment) => {
  await document.fonts.ready;
  const last = (motion) => motion.effect.getComputedTiming().endTime;
  const ends = (motion) => motion.playState === "running" && Number.isFinite(last(motion));
  await Promise.allSettled(document.getAnimations().filter(ends).map((motion) => motion.finished));
  await new Promise((done) => setTimeout(done, moment));
  for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
}"""
"""Until the letters are there, nothing moves any more, and what was asked in this moment is drawn."""


@dataclass
class Visit:
    """A page, and everything that went wrong while it was open."""

    page: Page
    base: str
    problems: list[str] = field(default_factory=list)

    def go(self, path: str, width: int, status: int) -> "Visit":
        """Open `path` in a window of `width` px."""
        self.page.set_viewport_size({"width": width, "height": 900})
        self.open(path, status)
        return self

    def open(self, path: str, status: int = 200) -> None:
        """Go to `path` and wait until nothing is loading any more."""
        self._expected = status
        answer = self.page.goto(self.base + path)
        assert answer is not None and answer.status == status, f"{path}: {answer and answer.status}"
        settle(self.page)

    def __post_init__(self) -> None:
        own_host = urlsplit(self.base).netloc

        def asked(url: str) -> None:
            if urlsplit(url).scheme.startswith("http") and urlsplit(url).netloc != own_host:
                self.problems.append(f"request to another host: {url}")

        def said(kind: str, text: str) -> None:
            # The page itself was asked for as missing: the browser reports that, and we expect it.
            if kind == "error" and not (self._expected == 404 and "404" in text):
                self.problems.append(f"console: {text[:300]}")

        watch(self.page)
        self._expected = 200
        self._heard: dict[Any, Callable[[Any], None]] = {
            "request": lambda request: asked(request.url),
            "console": lambda message: said(message.type, message.text),
            "pageerror": lambda error: self.problems.append(f"script: {str(error)[:300]}"),
        }
        for event, hear in self._heard.items():
            self.page.on(event, hear)

    def leave(self) -> None:
        """Leave the tab as it was found, for who comes next."""
        for event, hear in self._heard.items():
            self.page.remove_listener(event, hear)
        self.page.evaluate("location.protocol.startsWith('http') && localStorage.clear()")
        self.page.context.clear_cookies()
        self.page.emulate_media(media="null", color_scheme="null", reduced_motion="null")
        self.page.goto("about:blank")

    def look(self) -> list[str]:
        """Every problem of the page as it stands now, one line each; empty when all is well."""
        seen = self.page.evaluate(SEE, SMALLEST_TEXT)
        text = "\n".join(seen.pop("text"))
        english = sorted({found.group(0).lower() for found in ENGLISH.finditer(text)})
        lang = self.page.evaluate("document.documentElement.lang")
        places = [f"{kind}: {what}" for kind, found in seen.items() for what in found[:10]]
        return [
            *self.problems,
            *places,
            *(f"English: {word}" for word in english),
            *([] if lang.startswith("nl") else [f"lang: {lang!r}"]),
        ]

    def unfold(self) -> None:
        """Open every fold of the page, as a reader does who wants to know more."""
        self.page.evaluate("document.querySelectorAll('main details').forEach(d => d.open = true)")
        settle(self.page)


def visit(context: BrowserContext, base: str, path: str, width: int = 1280, status: int = 200) -> Visit:
    """Open `path` in a window of `width` px, in a tab of its own."""
    return Visit(context.new_page(), base).go(path, width, status)


@contextmanager
def looking(page: Page) -> Iterator[Callable[..., Visit]]:
    """`visit` in one tab, again and again: for who only looks. A new tab costs more than most pages."""
    visits: list[Visit] = []

    def visit(base: str, path: str, width: int = 1280, status: int = 200) -> Visit:
        while visits:
            visits.pop().leave()
        visits.append(Visit(page, base))
        return visits[0].go(path, width, status)

    try:
        yield visit
    finally:
        while visits:
            visits.pop().leave()


class Traffic:
    """What a page has asked for and did not get yet."""

    def __init__(self, page: Page) -> None:
        self.asked, self.under_way = 0, set[Request]()
        page.on("request", self._ask)
        page.on("requestfinished", self._end)
        page.on("requestfailed", self._end)

    def _ask(self, request: Request) -> None:
        if request.is_navigation_request() and request.frame.parent_frame is None:
            self.under_way.clear()  # of the page that is left, nobody hears any more
        self.asked += 1
        self.under_way.add(request)

    def _end(self, request: Request) -> None:
        self.under_way.discard(request)


_WATCHED: WeakKeyDictionary[Page, Traffic] = WeakKeyDictionary()


def watch(page: Page) -> Page:
    """Count what this page asks for from now on: only of such a page can be said that it is quiet."""
    if page not in _WATCHED:
        _WATCHED[page] = Traffic(page)
    return page


def settle(page: Page) -> None:
    """Wait until the page is drawn, filled and quiet."""
    heading = page.locator("main h1").first
    heading.wait_for()
    expect(page.locator("main:is([data-eerste], [aria-busy=true])")).to_have_count(0)
    traffic = _WATCHED[page]
    for _ in range(PATIENCE // MOMENT):
        asked = traffic.asked
        page.evaluate(REST, MOMENT)
        if traffic.asked == asked and not traffic.under_way:
            break
    else:
        raise AssertionError(f"{page.url} waits for {[request.url for request in traffic.under_way]}")
    assert heading.inner_text() != WENT_WRONG, f"{page.url}: the server could not make this page"
