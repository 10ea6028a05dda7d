"""`cijfers.csv`: one row per figure, in columns that say everything about it."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from io import StringIO

from dashboard.components.duiding import ligging
from dashboard.tekst import REDENEN
from dashboard.warehouse import Rij
from indicators.model import Soort, Status
from indicators.statistics import Aggregaat, Interval, Meting, Onbekend, Oordeel

KOLOMMEN = {
    "indicator": "De vaste naam van de indicator.",
    "titel": "De naam van de indicator, zoals op het scherm.",
    "nis_code": "De code van de gemeente. Leeg bij een gebied.",
    "naam": "De gemeente of het gebied.",
    "periode_begin": "De eerste dag waar het cijfer over gaat.",
    "periode_einde": "De laatste dag waar het cijfer over gaat.",
    "waarde": "Het cijfer. Een leeg vak is nooit nul: er is dan geen cijfer.",
    "eenheid": "Waarin de waarde staat.",
    "status": "'waarde', of waarom er geen is: 'onderdrukt', 'niet_van_toepassing' of 'ontbreekt'.",
    "reden": "Er is geen cijfer, omdat … Leeg als er een cijfer is, of als we de reden niet kennen.",
    "laag": "Het cijfer is onzeker: met 95 % zekerheid is het niet lager dan dit.",
    "hoog": "En niet hoger dan dit.",
    "interval_geschat": "'ja' als die grenzen zelf een schatting zijn.",
    "interval_reden": "Er zijn geen grenzen, omdat …",
    "vergelijking": "Met wie het cijfer vergeleken is.",
    "vergelijking_waarde": "Het cijfer van die groep.",
    "vergelijking_soort": (
        "'gepubliceerd' door de bron, 'gewogen' uit de gemeenten, of 'mediaan': het cijfer van de middelste "
        "gemeente, niet dat van de groep."
    ),
    "oordeel": (
        "'hoger', 'lager' of 'niet te onderscheiden'. Hoger en lager staan er alleen als het verschil groter "
        "is dan toeval. Leeg als we dat niet weten."
    ),
    "gunst": "'gunstiger' of 'ongunstiger', waar de indicator een gunstige kant heeft.",
    "plaats": "Waar het cijfer ligt tussen alle gemeenten. Dat zegt niets over toeval.",
    "schatting": "'ja' als het cijfer na een fusie herrekend is.",
    "voorlopig": "'ja' als de bron het nog kan aanpassen.",
    "noemer": "Hoeveel mensen of gezinnen geteld zijn, waar dat gekend is.",
    "n": "Hoeveel mensen antwoordden, waar dat gekend is.",
    "levering": "De sleutel van het bestand waar het cijfer uit komt: zie metadata.json.",
}
FORMULES = ("=", "+", "-", "@", "\t", "\r")
"""A text that begins so would be computed by a spreadsheet."""
CODERING = "utf-8-sig"
"""With the mark by which Excel knows that the letters are UTF-8."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cijfer:
    """One figure to take along; values in the unit of the indicator, which is its row of the catalog.

    `reden` is a key of `tekst.REDENEN`, or a `Status` where more is not known; only without a value.
    `tegenover` names the group behind `vergelijking`.
    """

    indicator: Rij
    nis_code: str
    naam: str
    periode: tuple[date, date] | None
    meting: Meting | None
    levering: str | None
    reden: str | None = None
    interval: Interval | Onbekend | None = None
    tegenover: str | None = None
    vergelijking: Aggregaat | Onbekend | None = None
    oordeel: Oordeel | Onbekend | None = None
    kwantiel: float | None = None

    @property
    def waarde(self) -> float | None:
        return self.meting.waarde if self.meting else None

    @property
    def status(self) -> str:
        """Return the status of an observation, which the reason tells where there is no value."""
        if self.waarde is not None:
            return Status.WAARDE
        return self.reden if self.reden in set(Status) and self.reden else Status.ONTBREEKT


def als_csv(cijfers: Iterable[Cijfer]) -> bytes:
    """Return the table as Excel in Belgium opens it: semicolons, decimal commas, days as 2024-12-31."""
    geschreven = StringIO()
    tabel = csv.DictWriter(geschreven, KOLOMMEN, restval="", delimiter=";")
    tabel.writeheader()
    tabel.writerows({naam: _cell(waarde) for naam, waarde in _row(cijfer).items()} for cijfer in cijfers)
    return geschreven.getvalue().encode(CODERING)


def _row(cijfer: Cijfer) -> dict[str, object]:
    indicator, meting = cijfer.indicator, cijfer.meting
    begin, einde = cijfer.periode or (None, None)
    bekend = meting if cijfer.waarde is not None else None
    return {
        "indicator": indicator["indicator"],
        "titel": indicator["titel"],
        "nis_code": cijfer.nis_code,
        "naam": cijfer.naam,
        "periode_begin": begin,
        "periode_einde": einde,
        "waarde": cijfer.waarde,
        "eenheid": indicator["eenheid"],
        "status": cijfer.status,
        "reden": REDENEN.get(cijfer.reden, "") if cijfer.reden else "",
        **_certainty(cijfer),
        **_comparison(cijfer),
        "schatting": bekend and bekend.schatting,
        "voorlopig": bekend and bekend.voorlopig,
        "noemer": bekend and bekend.noemer,
        "n": bekend and bekend.n,
        "levering": cijfer.levering,
    }


def _certainty(cijfer: Cijfer) -> dict[str, object]:
    interval = cijfer.interval
    if cijfer.waarde is None or interval is None or Soort(cijfer.indicator["soort"]) is Soort.AANTAL:
        return {}
    if isinstance(interval, Onbekend):
        return {"interval_reden": interval.reden}
    return {"laag": interval.laag, "hoog": interval.hoog, "interval_geschat": interval.geschat}


def _comparison(cijfer: Cijfer) -> dict[str, object]:
    gevonden, oordeel = cijfer.vergelijking, cijfer.oordeel
    cellen: dict[str, object] = {}
    if isinstance(gevonden, Aggregaat):
        cellen |= {"vergelijking": cijfer.tegenover, "vergelijking_waarde": gevonden.waarde}
        cellen |= {"vergelijking_soort": gevonden.soort}
    if isinstance(oordeel, Oordeel):
        cellen |= {"oordeel": str(oordeel.positie), "gunst": oordeel.gunst}
    if cijfer.kwantiel is not None:
        cellen |= {"plaats": ligging(cijfer.kwantiel)}
    return cellen


def _cell(waarde: object) -> str:
    """Write a cell: empty for what is not known, and never a text that a spreadsheet computes."""
    if waarde is None:
        return ""
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, int | float):
        return _number(waarde)
    tekst = str(waarde)
    return f"'{tekst}" if tekst.startswith(FORMULES) else tekst


def _number(waarde: float) -> str:
    """Write a number with at most six decimals and none that say nothing: `12,1`, `-0,25`, `26934`."""
    geheel, _, decimalen = f"{round(waarde, 6) + 0.0:.6f}".partition(".")
    rest = decimalen.rstrip("0")
    return f"{geheel},{rest}" if rest else geheel
