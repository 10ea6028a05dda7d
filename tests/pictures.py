"""`python -m tests.pictures`: the screenshots in docs/schermen, of the pages with example figures."""

import sys
import tempfile
from pathlib import Path

from tests import running
from tests.browser.look import visit

FOLDER = running.ROOT / "docs" / "schermen"
PICTURES = {
    "start": ("/", 1280, 800),
    "gemeente": ("/gemeente/ronse", 1280, 1100),
    "gemeente-smal": ("/gemeente/ronse", 390, 1400),
    "vergelijk": ("/vergelijk?gebieden=ronse,boom,provincie:oost-vlaanderen", 1280, 1200),
    "indicator": ("/indicator/kansarmoede_index?gemeente=ronse", 1280, 1200),
    "kaart": ("/kaart?gemeente=ronse", 1280, 760),
    "regiescan": ("/regiescan/ronse", 1280, 900),
    "gegevens": ("/gegevens", 1280, 900),
}


def main() -> int:
    """Make every picture again."""
    with (
        tempfile.TemporaryDirectory() as folder,
        running.served(running.build_demo(Path(folder))) as base,
        running.browser() as browser,
    ):
        context = browser.new_context(locale="nl-BE")
        for name, (path, width, height) in PICTURES.items():
            page = visit(context, base, path, width).page
            page.set_viewport_size({"width": width, "height": height})
            page.screenshot(path=FOLDER / f"{name}.png")
        context.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
