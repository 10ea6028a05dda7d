"""The table of indicators by areas: a figure, a word and a sign in every cell, and a colour beside them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from dashboard.components.duiding import ligging, midden, schrijf, tussen
from dashboard.components.gebiedsadres import Gebiedsadres
from dashboard.components.herkomst import bron
from dashboard.omgevingsanalyse.gebiedscijfers import Cijfer
from dashboard.omgevingsanalyse.tafel import ZELF, Cel, Regel, Tafel
from dashboard.tekst import aantal, hoofdletter, opsomming, periode
from dashboard.warehouse import Rij
from indicators.gemeenten.gebieden import Gebied
from indicators.model import Levensdomein, Soort
from indicators.statistics import Interval, Onbekend, Positie

VIJFDEN = 5


@dataclass(frozen=True, slots=True)
class Woord:
    """What stands under a figure: a sign, the word, and the class that gives the cell its colour."""

    teken: str
    label: str
    klasse: str


def warmtetabel(tafel: Tafel, adres: Gebiedsadres, leveringen: Mapping[str, Rij]) -> dict[str, object]:
    """Return what the table in `templates/vergelijk.html` is filled in with; `leveringen` by key."""
    return {
        "groep": tafel.groep,
        "hoeveel": _how_many(tafel.gebieden),
        "kolommen": [hoofdletter(een.naam) for een in tafel.gebieden],
        "blokken": [
            {"titel": domein.titel, "rijen": [_row(regel, tafel, adres) for regel in regels]}
            for domein, regels in groupby(tafel.regels, key=_domain)
        ],
        "zinnen": samenvatting(tafel),
        "ontbreekt": _missing(tafel),
        "bronnen": _files(tafel, leveringen),
    }


def _how_many(gebieden: Sequence[Gebied]) -> str:
    """Write how many stand beside each other: municipalities, or areas where any is more than one."""
    if all(een.gemeente for een in gebieden):
        return aantal(len(gebieden), "gemeente", "gemeenten")
    return aantal(len(gebieden), "gebied", "gebieden")


def woord(regel: Regel, cel: Cel) -> Woord | None:
    """Return the verdict, or else the place among the municipalities; None where nothing can be said."""
    if cel.oordeel == ZELF:
        return Woord("", "de vergelijking zelf", "zelf")
    if isinstance(cel.oordeel, Onbekend):
        if cel.kwantiel is None:
            return None
        return Woord("", ligging(cel.kwantiel), f"plaats-{min(int(VIJFDEN * cel.kwantiel), VIJFDEN - 1) + 1}")
    positie, gunst = cel.oordeel.positie, cel.oordeel.gunst
    if positie is Positie.NIET_TE_ONDERSCHEIDEN:
        return Woord("=", str(positie), "gelijk")
    teken = "▲" if positie is Positie.HOGER else "▼"
    return Woord(teken, f"{positie}, {gunst}" if gunst else str(positie), gunst or str(positie))


def herkomst(cijfer: Cijfer, gebied: Gebied) -> str | None:
    """Say how the figure of several municipalities was made, and of how many; None for one municipality."""
    if gebied.gemeente:
        return "schatting na de fusie" if cijfer.schattingen else None
    if cijfer.vorm == "mediaan":
        return f"middelste van {cijfer.gemeenten} gemeenten"
    leden = len(gebied.leden)
    return f"uit {cijfer.gemeenten} van de {leden} gemeenten" if cijfer.gemeenten < leden else None


def samenvatting(tafel: Tafel) -> list[str]:
    """Say per area how many figures differ from the group by more than chance, and which way.

    Counts are not among them: those are never compared.
    """
    regels = [regel for regel in tafel.regels if Soort(regel.indicator["soort"]) is not Soort.AANTAL]
    return [
        _sentence(gebied, tafel, [regel.cellen[plaats] for regel in regels])
        for plaats, gebied in enumerate(tafel.gebieden)
        if regels
    ]


def _sentence(gebied: Gebied, tafel: Tafel, cellen: Sequence[Cel]) -> str:
    if set(gebied.leden) == set(tafel.groep.leden):
        return f"{hoofdletter(gebied.naam)} is de vergelijking zelf."
    telling = Counter(_kind(cel) for cel in cellen)
    onbekend, leeg = telling["onbekend"], telling["leeg"]
    met = ("ongunstiger", "gunstiger", "hoger", "lager")
    anders = [f"{telling[soort]} {soort}" for soort in met if telling[soort]]
    gelijk = telling["niet te onderscheiden"]
    delen = [
        f"{opsomming(anders)} dan {tafel.groep.in_zin}" if anders else "",
        f"{gelijk} niet te onderscheiden" if gelijk else "",
        f"{onbekend} waarvan we niet weten of het verschil toeval is" if onbekend else "",
        f"{leeg} zonder cijfer" if leeg else "",
    ]
    hoeveel = aantal(len(cellen), "cijfer", "cijfers")
    return f"{hoofdletter(gebied.naam)}, {hoeveel}: {opsomming([deel for deel in delen if deel])}."


def _kind(cel: Cel) -> str:
    if cel.cijfer is None:
        return "leeg"
    if isinstance(cel.oordeel, Onbekend):
        return "onbekend"
    return cel.oordeel.gunst or str(cel.oordeel.positie)


def _row(regel: Regel, tafel: Tafel, adres: Gebiedsadres) -> dict[str, object]:
    naam = regel.indicator["indicator"]
    wanneer = periode(regel.periode.begin, regel.periode.einde) if regel.periode else None
    return {
        "id": naam,
        "titel": regel.indicator["titel"],
        "link": f"{adres.met(indicator=naam, van=None, tot=None)}#evolutie",
        "onder": " · ".join(filter(None, [wanneer, _comparator(regel, tafel)])),
        "cellen": [
            _cell(regel, cel, gebied) for cel, gebied in zip(regel.cellen, tafel.gebieden, strict=True)
        ],
    }


def _comparator(regel: Regel, tafel: Tafel) -> str | None:
    """Write the figure of the group, unless it has a column of its own."""
    gevonden = regel.vergelijking
    if isinstance(gevonden, Onbekend) or any(cel.oordeel == ZELF for cel in regel.cellen):
        return None
    wie = f", {woord}" if (woord := midden(gevonden)) else ""
    return f"{hoofdletter(tafel.groep.naam)}{wie}: {schrijf(regel, gevonden.waarde)}"


def _cell(regel: Regel, cel: Cel, gebied: Gebied) -> dict[str, object]:
    if cel.cijfer is None or cel.cijfer.meting.waarde is None:
        return {"waarde": None, "reden": cel.reden}
    marge = cel.cijfer.interval
    gezegd = woord(regel, cel)
    return {
        "waarde": schrijf(regel, cel.cijfer.meting.waarde),
        "marge": tussen(regel, marge) if isinstance(marge, Interval) and cel.oordeel != ZELF else None,
        "woord": gezegd,
        "klasse": gezegd.klasse if gezegd else "geen",
        "noot": _source(cel, cel.cijfer, gebied),
    }


def _source(cel: Cel, cijfer: Cijfer, gebied: Gebied) -> str | None:
    """Say how the figure of an area was made; of the comparator the heading of the page says more."""
    if cel.oordeel == ZELF:
        return "middelste gemeente" if cijfer.vorm == "mediaan" else None
    return herkomst(cijfer, gebied)


def _missing(tafel: Tafel) -> list[dict[str, object]]:
    """Return per area and reason which figures are missing."""
    gevonden: dict[tuple[str, str], list[str]] = {}
    for regel in tafel.regels:
        for cel, gebied in zip(regel.cellen, tafel.gebieden, strict=True):
            if cel.reden:
                gevonden.setdefault((gebied.naam, cel.reden), []).append(regel.indicator["titel"])
    return [
        {"gebied": hoofdletter(naam), "reden": reden, "titels": titels}
        for (naam, reden), titels in gevonden.items()
    ]


def _files(tafel: Tafel, leveringen: Mapping[str, Rij]) -> list[dict[str, object]]:
    sleutels = {cel.levering for regel in tafel.regels for cel in regel.cellen if cel.cijfer}
    return [bron(leveringen[een], tafel.demo) for een in sorted(filter(None, sleutels))]


def _domain(regel: Regel) -> Levensdomein:
    return Levensdomein(regel.indicator["levensdomein"])
