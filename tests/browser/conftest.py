"""One server and one Chromium for all browser tests of a worker."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests import running
from tests.browser.look import PATIENCE, Visit, looking, watch

expect.set_options(timeout=PATIENCE)
REMEDY = "Chromium is missing: make test installs it as root on Debian, else: sudo apt-get install chromium"


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    if not running.chromium():
        (pytest.fail if os.environ.get("CI") else pytest.skip)(REMEDY)
    with running.browser() as browser:
        yield browser


@pytest.fixture(scope="session")
def demo(demo_folder: Path) -> Iterator[str]:
    """Address of the app with demo figures."""
    with running.served(demo_folder) as base:
        yield base


@pytest.fixture(scope="session")
def real(real_folder: Path) -> Iterator[str]:
    """Address of the app with the real deliveries."""
    with running.served(real_folder) as base:
        yield base


@pytest.fixture(scope="session")
def tab(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(locale="nl-BE")
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()


@pytest.fixture
def look_at(tab: Page) -> Iterator[Callable[..., Visit]]:
    """Open a page in the tab of all tests that only look: `look_at(base, path, width, status)`."""
    with looking(tab) as look_at:
        yield look_at


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, locale="nl-BE")
    context.set_default_timeout(PATIENCE)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return watch(context.new_page())
