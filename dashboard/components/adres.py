"""The address of a page as its state: links that change one choice and keep the others."""

from dataclasses import dataclass, replace
from urllib.parse import urlencode

from indicators.gemeenten.groepen import STANDAARD

MARKS = ":+,"
"""Stand in the address as they are: between the members of an own set, and between features."""


@dataclass(frozen=True, slots=True)
class Adres:
    """A page at `pad` (with the URL prefix), its comparator, the features left out, and what is opened."""

    pad: str
    vergelijk: str = STANDAARD
    zonder: tuple[str, ...] = ()
    indicator: str | None = None

    def met(self, indicator: str | None) -> str:
        """Return this address with another indicator opened, or none; it leads to the row of that one."""
        return replace(self, indicator=indicator).href() + (f"#c-{indicator}" if indicator else "")

    def href(self) -> str:
        """Return the address; what is not chosen does not stand in it."""
        vraag = self.vergelijking() | ({"indicator": self.indicator} if self.indicator else {})
        return f"{self.pad}?{urlencode(vraag, safe=MARKS)}" if vraag else self.pad

    def vergelijking(self) -> dict[str, str]:
        """Return what every link to another page with a comparator carries; nothing for the usual one."""
        gekozen = {} if self.vergelijk == STANDAARD else {"vergelijk": self.vergelijk}
        return gekozen | ({"zonder": ",".join(self.zonder)} if self.zonder else {})
