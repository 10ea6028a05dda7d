"""The address of `/vergelijk` as its state: links and forms that change one choice and keep the others."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from urllib.parse import urlencode

from dashboard.components.adres import MARKS
from indicators.gemeenten.groepen import STANDAARD


@dataclass(frozen=True, slots=True)
class Gebiedsadres:
    """The page at `pad` (with the URL prefix); empty is what nobody chose.

    `gebieden` are keys of `indicators.gemeenten.gebieden`, `van` and `tot` last days of periods.
    """

    pad: str
    gebieden: tuple[str, ...] = ()
    domein: str = ""
    indicator: str = ""
    van: date | None = None
    tot: date | None = None
    vergelijk: str = STANDAARD
    zonder: tuple[str, ...] = ()

    def met(self, **anders: Any) -> "Gebiedsadres":
        """Return the address with other choices."""
        return replace(self, **anders)

    def vraag(self) -> dict[str, str]:
        """Return the search parameters; what is not chosen does not stand among them."""
        gekozen = {
            "gebieden": ",".join(self.gebieden),
            "domein": self.domein,
            "indicator": self.indicator,
            "van": self.van.isoformat() if self.van else "",
            "tot": self.tot.isoformat() if self.tot else "",
            "vergelijk": "" if self.vergelijk == STANDAARD else self.vergelijk,
            "zonder": ",".join(self.zonder),
        }
        return {naam: waarde for naam, waarde in gekozen.items() if waarde}

    def velden(self, *eigen: str) -> list[tuple[str, str]]:
        """Return what a form sends along beside the fields that it shows itself, `eigen`."""
        return [(naam, waarde) for naam, waarde in self.vraag().items() if naam not in eigen]

    def zoekdeel(self) -> str:
        """Return the search part of the address, without `?`."""
        return urlencode(self.vraag(), safe=MARKS)

    def __str__(self) -> str:
        zoekdeel = self.zoekdeel()
        return f"{self.pad}?{zoekdeel}" if zoekdeel else self.pad
