"""`cijfers.csv`: one row per figure, in columns that say everything about it."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from io import StringIO

from dashboard.components.duiding import ligging
from dashboard.downloads.kolommen import KOLOMMEN
from dashboard.tekst import REDENEN
from dashboard.warehouse import Rij
from indicators.model import Soort, Status
from indicators.statistics import Aggregaat, Interval, Meting, Onbekend, Oordeel, Verandering

FORMULES = ("=", "+", "-", "@", "\t", "\r")
"""A text that begins so would be computed by a spreadsheet."""
CODERING = "utf-8-sig"
"""With the mark by which Excel knows that the letters are UTF-8."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cijfer:
    """One figure to take along; values in the unit of the indicator, which is its row of the catalog.

    `reden` is a key of `tekst.REDENEN`, or a `Status` where more is not known; only without a value. Where
    an area has no figure there is no such key, but `waarom` says it in words. `vorm` is how the figure of an
    area was made, `tegenover` names the group behind `vergelijking`, `bijgesteld` is the shrunk value.
    `verschil` is new minus old, with the last day of the old, where more is not known of `verandering`.
    """

    indicator: Rij
    nis_code: str
    naam: str
    periode: tuple[date, date] | None
    meting: Meting | None
    levering: str | None
    reden: str | None = None
    waarom: str | None = None
    vorm: str | None = None
    interval: Interval | Onbekend | None = None
    tegenover: str | None = None
    vergelijking: Aggregaat | Onbekend | None = None
    oordeel: Oordeel | Onbekend | None = None
    kwantiel: float | None = None
    verandering: Verandering | Onbekend | None = None
    verschil: tuple[float, date] | None = None
    bijgesteld: float | None = None

    @property
    def waarde(self) -> float | None:
        return self.meting.waarde if self.meting else None

    @property
    def status(self) -> str:
        """Return the status of an observation, which the reason tells where there is no value."""
        if self.waarde is not None:
            return Status.WAARDE
        return self.reden if self.reden in set(Status) and self.reden else Status.ONTBREEKT


def als_csv(cijfers: Iterable[Cijfer], demo: bool) -> bytes:
    """Return the table as Excel in Belgium opens it: semicolons, decimal commas, days as 2024-12-31.

    `demo` marks every row: a table is copied out of its zip, and its rows out of the table.
    """
    geschreven = StringIO()
    tabel = csv.DictWriter(geschreven, KOLOMMEN, restval="", delimiter=";")
    tabel.writeheader()
    for cijfer in cijfers:
        tabel.writerow({naam: _cell(waarde) for naam, waarde in {**_row(cijfer), "demo": demo}.items()})
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
        "vorm": cijfer.vorm,
        "status": cijfer.status,
        "reden": cijfer.waarom or REDENEN.get(cijfer.reden or ""),
        **_certainty(cijfer),
        **_comparison(cijfer),
        **_change(cijfer),
        "bijgesteld": cijfer.bijgesteld,
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


def _change(cijfer: Cijfer) -> dict[str, object]:
    gevonden = cijfer.verandering
    if cijfer.waarde is None or gevonden is None or Soort(cijfer.indicator["soort"]) is Soort.AANTAL:
        return {}
    if isinstance(gevonden, Onbekend):
        verschil, sinds = cijfer.verschil or (None, None)
        return {
            "verandering": verschil,
            "verandering_sinds": sinds,
            "verandering_reden": gevonden.reden,
        }
    return {
        "verandering": gevonden.verschil,
        "verandering_sinds": gevonden.oud.periode.einde,
        "verandering_laag": gevonden.interval.laag,
        "verandering_hoog": gevonden.interval.hoog,
        "verandering_oordeel": "groter dan toeval" if gevonden.groter_dan_toeval else "te klein om te zien",
    }


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
