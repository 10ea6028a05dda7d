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
    """A page at `pad` (with the URL prefix), its comparator, the features left out, and what is opened."""

    pad: str
    vergelijk: str = STANDAARD
    zonder: tuple[str, ...] = ()
    indicator: str | None = None

    def met(self, indicator: str | None) -> str:
        """Return this address with another indicator opened, or none; it leads to the row of that one."""
        vraag = _query(self.vergelijk, self.zonder)
        if indicator is None:
            return f"{self.pad}?{vraag}" if vraag else self.pad
        return f"{self.pad}?{vraag}{'&' if vraag else ''}indicator={indicator}#c-{indicator}"

    def vergelijking(self) -> str:
        """Return what every link to another page with a comparator carries: the search part without `?`."""
        return _query(self.vergelijk, self.zonder)


@lru_cache(maxsize=REMEMBERED)
def _query(vergelijk: str, zonder: tuple[str, ...]) -> str:
    gekozen = {} if vergelijk == STANDAARD else {"vergelijk": vergelijk}
    return urlencode(gekozen | ({"zonder": ",".join(zonder)} if zonder else {}), safe=MARKS)
