"""The address of a page as its state: links that change one choice and keep the others."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from functools import lru_cache
from typing import Any
from urllib.parse import urlencode

from indicators.gemeenten.groepen import STANDAARD

MARKS = ":+,"
"""Stand in the address as they are: between the members of an own set, and between features."""
PAD = "pad"
REMEMBERED = 256
"""A page asks for its own address at every row."""


@dataclass(frozen=True, slots=True)
class Keuzes:
    """The page at `pad` (with the URL prefix); a page adds a field of text for each search parameter.

    What is not chosen has the value that stands with the field, and does not stand in the address.
    """

    pad: str = ""

    def met(self, **anders: Any) -> str:
        """Return the address with these choices instead."""
        return replace(self, **anders).href()

    def href(self) -> str:
        """Return the address."""
        vraag = self.vraag()
        return f"{self.pad}?{vraag}" if vraag else self.pad

    def vraag(self, *behalve: str) -> str:
        """Return the search part without `?`: for downloads, and for the data behind the page."""
        return urlencode(list(self.gekozen(*behalve)), safe=MARKS)

    def gekozen(self, *behalve: str) -> Iterator[tuple[str, str]]:
        """Yield what was chosen, as key and value; `behalve` are those that a form asks for itself."""
        for field in fields(self):
            waarde = getattr(self, field.name)
            if field.name not in (PAD, *behalve) and waarde != field.default:
                yield field.name, waarde

    @classmethod
    def sleutels(cls) -> tuple[str, ...]:
        """Return the search parameters of the page."""
        return tuple(field.name for field in fields(cls) if field.name != PAD)


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

    @classmethod
    def van_gemeente(cls, pad: str, vergelijk: str, zonder: str) -> "Adres":
        """Return the page of a municipality at `pad`; `zonder` as it stands in an address, with commas."""
        return cls(pad, vergelijk, tuple(naam for naam in zonder.split(",") if naam))

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
