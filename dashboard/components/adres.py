"""The address of a page as its state: links that change one choice and keep the others."""

from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlencode

from indicators.gemeenten.groepen import STANDAARD

MARKS = ":+,"
"""Stand in the address as they are: between the members of an own set, and between features."""
REMEMBERED = 256
"""A page asks for its own address at every row."""


@dataclass(frozen=True, slots=True)
class Adres:
    """A page at `pad` (with the URL prefix), its comparator, the features left out, and what is opened.

    `doel` is the target as the reader wrote it, for the figure that is opened, or else for the headline.
    """

    pad: str
    vergelijk: str = STANDAARD
    zonder: tuple[str, ...] = ()
    indicator: str | None = None
    doel: str = ""

    def met(self, indicator: str | None) -> str:
        """Return this address with another indicator opened, or none; it leads to the row of that one."""
        doel = self.doel if indicator == self.indicator else ""
        vraag = _query(self.vergelijk, self.zonder, doel)
        if indicator is None:
            return f"{self.pad}?{vraag}" if vraag else self.pad
        return f"{self.pad}?{vraag}{'&' if vraag else ''}indicator={indicator}#c-{indicator}"

    def vergelijking(self) -> str:
        """Return what every link to another page with a comparator carries: the search part without `?`."""
        return _query(self.vergelijk, self.zonder)

    def met_doel(self) -> str:
        """Return the comparator and the target: the search part of what the chart is drawn from."""
        return _query(self.vergelijk, self.zonder, self.doel)


@lru_cache(maxsize=REMEMBERED)
def _query(vergelijk: str, zonder: tuple[str, ...], doel: str = "") -> str:
    gekozen = {} if vergelijk == STANDAARD else {"vergelijk": vergelijk}
    gekozen |= {"zonder": ",".join(zonder)} if zonder else {}
    return urlencode(gekozen | ({"doel": doel} if doel else {}), safe=MARKS)
