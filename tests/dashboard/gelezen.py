"""Read the figures off the page of a municipality, as its HTML shows them."""

import re
from collections import defaultdict
from html.parser import HTMLParser

VOID = ("area", "br", "hr", "img", "input", "link", "meta")
CELLS = ("cijfer-getal", "kopcijfer-getal", "woordlabel", "cijfer-tegenover", "cijfer-tijd", "cijfer-geen")
NUMBER = re.compile(r"−?\d[\d.]*(?:,\d+)?")


class Figures(HTMLParser):
    """`rows`: per indicator the text of each of its `CELLS`; `tables`: the cells of every table row."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.rows: dict[str, dict[str, str]] = {}
        self.tables: list[list[str]] = []
        self._open: list[tuple[str, list[str]]] = []
        self._row: tuple[int, str] | None = None
        self.feed(markup)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in VOID:
            return
        given = dict(attrs)
        classes = (given.get("class") or "").split()
        if {"cijfer", "kopcijfer"}.intersection(classes):
            naam = (given["id"] or "").removeprefix("c-")
            self._row = (len(self._open), naam)
            self.rows[naam] = defaultdict(str)
        if tag == "tr":
            self.tables.append([])
        if tag in ("td", "th") and self.tables:
            self.tables[-1].append("")
        self._open.append((tag, classes))

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        opened, _ = self._open.pop()
        assert opened == tag, f"</{tag}> closes <{opened}>"
        if self._row and self._row[0] == len(self._open):
            self._row = None

    def handle_data(self, data: str) -> None:
        data = re.sub(r"\s+", " ", data)
        if self._open and self._open[-1][0] in ("td", "th"):
            self.tables[-1][-1] += data
        if self._row:
            depth, naam = self._row
            for _, classes in self._open[depth:]:
                for cell in CELLS:
                    if cell in classes:
                        self.rows[naam][cell] += data


def number(text: str) -> float:
    """Return the last number in a text as people write it: `1.234,5 %` is 1234.5."""
    found = NUMBER.findall(text)
    assert found, f"no number in {text!r}"
    return float(found[-1].replace(".", "").replace(",", ".").replace("−", "-"))


def between(text: str) -> tuple[float, float] | None:
    """Return the interval in `2022 · tussen 6,0 en 6,6`, or None."""
    found = re.search(r"tussen (\S+) en (\S+)", text)
    return (number(found[1]), number(found[2])) if found else None
