"""What a careful eye sees on a page: text over text, text cut off, sideways scroll, empty panels, English."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, Page

# Words that are no Dutch word too; "is", "in", "of" and "over" would be.
ENGLISH = re.compile(
    r"\b(the|and|loading|updating|select|search|no data|submit|cancel|close|clear|updated|share|show|hide|"
    r"value|years?|toggle|settings|undefined|nan|none|null|error|true|false|choose|total|back to)\b",
    re.IGNORECASE,
)
SMALLEST_TEXT = 13  # px
WENT_WRONG = "Er ging iets fout"
SEE = (Path(__file__).parent / "look.js").read_text("utf-8").split("\n", 2)[2]


@dataclass
class Visit:
    """A page, and everything that went wrong while it was open."""

    page: Page
    base: str
    problems: list[str] = field(default_factory=list)

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

        self._expected = 200
        self.page.on("request", lambda request: asked(request.url))
        self.page.on("console", lambda message: said(message.type, message.text))
        self.page.on("pageerror", lambda error: self.problems.append(f"script: {str(error)[:300]}"))

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
    """Open `path` in a window of `width` px."""
    page = context.new_page()
    page.set_viewport_size({"width": width, "height": 900})
    opened = Visit(page, base)
    opened.open(path, status)
    return opened


def settle(page: Page) -> None:
    """Wait until the page is filled and quiet."""
    heading = page.locator("main h1").first
    heading.wait_for()
    page.wait_for_load_state("networkidle")
    assert heading.inner_text() != WENT_WRONG, f"{page.url}: the server could not make this page"
