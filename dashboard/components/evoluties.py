"""One indicator over time, a small chart per area on one scale, and the same figures as a table."""

from collections.abc import Mapping, Sequence
from functools import partial

from dashboard.components.duiding import aslabel, schrijf, tussen
from dashboard.components.verloop import AS_NIET_NUL, VANAF_NUL, over_vensters, vol
from dashboard.figures.klein_veelvoud import Paneel, klein_veelvoud
from dashboard.figures.lijnen import Lijn, Meting
from dashboard.omgevingsanalyse.gebiedscijfers import Cijfer, Evoluties, Reeks, breuk_tussen
from dashboard.tekst import datum, hoofdletter, periode
from dashboard.warehouse import Rij
from indicators.gemeenten.gebieden import Gebied
from indicators.statistics import Interval, Periode

BREED, SMAL = 860, 330
LEEG = "geen cijfer"


def evolutiedeel(alle: Evoluties) -> dict[str, object]:
    """Return drawings, sentences and table; no drawing where the figures are of fewer than two years."""
    jaren = {een.einde.year for _, reeks in alle.gebieden for een, _ in reeks}
    zinnen = [_sentence(alle, gebied, reeks) for gebied, reeks in alle.gebieden]
    if len(jaren) < 2:
        zinnen.append("Een evolutie zie je pas vanaf twee metingen, en hier zijn er minder.")
        return {"figuur": None, "zinnen": zinnen, "noten": [], "tabel": _table(alle) if jaren else None}
    return {
        "figuur": {"breed": tekening(alle, BREED), "smal": tekening(alle, SMAL)},
        "zinnen": zinnen,
        "noten": _notes(alle),
        "tabel": _table(alle),
    }


def tekening(alle: Evoluties, breedte: int) -> str:
    """Draw a panel per area, `breedte` pixels wide in all."""
    titel = alle.indicator["titel"]
    return klein_veelvoud(
        [Paneel(hoofdletter(gebied.naam), _lines(alle, gebied, reeks)) for gebied, reeks in alle.gebieden],
        partial(schrijf, alle),
        partial(aslabel, eenheid=alle.indicator["eenheid"]),
        breedte,
        f"{titel} door de jaren, een grafiek per gebied",
        "Alle grafieken hebben dezelfde schaal. De tabel eronder geeft alle cijfers.",
        vanaf_nul=alle.soort in VANAF_NUL,
    )


def _lines(alle: Evoluties, gebied: Gebied, reeks: Reeks) -> tuple[Lijn, ...]:
    """Return the own line, and that of the group beside it; an area does not stand beside itself."""
    eigen = Lijn(gebied.naam, tuple(_point(alle, *een) for een in reeks), eigen=True)
    if not reeks or not alle.tegenover or set(gebied.leden) == set(alle.groep.leden):
        return (eigen,)
    naast = tuple(
        Meting(een.einde.year, cijfer.meting.waarde, _full(alle, een)) for een, cijfer in alle.tegenover
    )
    return eigen, Lijn(alle.groep.naam, naast, eigen=False)


def _point(alle: Evoluties, wanneer: Periode, cijfer: Cijfer) -> Meting:
    marge = cijfer.interval
    grenzen = (marge.laag, marge.hoog) if isinstance(marge, Interval) else (None, None)
    return Meting(wanneer.einde.year, cijfer.meting.waarde, _full(alle, wanneer), *grenzen)


def _full(alle: Evoluties, wanneer: Periode) -> bool:
    return vol(alle.indicator, wanneer.einde.year, alle.perioden[-1].einde.year)


def _sentence(alle: Evoluties, gebied: Gebied, reeks: Reeks) -> str:
    """Say with which figure a series begins and ends, after its last break; chance is said elsewhere."""
    naam = hoofdletter(gebied.naam)
    if not reeks:
        return f"{naam}: {LEEG}."
    laatste = reeks[-1][0]
    heel = [een for een in reeks if breuk_tussen(alle.indicator, laatste, een[0]) is None] or reeks[-1:]
    begin, eind = (f"{_value(alle, cijfer)} ({_time(wanneer)})" for wanneer, cijfer in (heel[0], heel[-1]))
    wie = ", voor de middelste gemeente" if heel[-1][1].vorm == "mediaan" else ""
    alleen = heel[0][0].overlapt(laatste)  # one figure, or two that count the same people
    return f"{naam}: {eind}{wie}." if alleen else f"{naam}: van {begin} naar {eind}{wie}."


def _notes(alle: Evoluties) -> list[str]:
    """Return what the reader must know before reading the charts."""
    breuken = alle.indicator["breuken"] or ()
    marges = any(isinstance(een.interval, Interval) for _, reeks in alle.gebieden for _, een in reeks)
    midden = any(een.vorm == "mediaan" for _, een in alle.tegenover[-1:])
    wie = f"{alle.groep.in_zin}, de middelste gemeente" if midden else alle.groep.in_zin
    noten = [
        f"Streepjeslijn: {wie}." if alle.tegenover else "",
        "De band rond een lijn toont hoe onzeker elk cijfer is." if marges else "",
        *over_vensters(alle.indicator),
        "" if alle.soort in VANAF_NUL else AS_NIET_NUL,
        *(f"Breuk vanaf {datum(breuk['vanaf'])}: {breuk['uitleg']}" for breuk in breuken if _in(alle, breuk)),
    ]
    return [noot for noot in noten if noot]


def _in(alle: Evoluties, breuk: Rij) -> bool:
    """Say whether a break falls between two periods of these series."""
    return bool(alle.perioden) and alle.perioden[0].einde < breuk["vanaf"] <= alle.perioden[-1].einde


def _table(alle: Evoluties) -> dict[str, object]:
    """Return the figures, newest period first, an area per column and the group last."""
    kolommen: list[Mapping[Periode, Cijfer]] = [dict(reeks) for _, reeks in alle.gebieden]
    namen = [hoofdletter(gebied.naam) for gebied, _ in alle.gebieden]
    if alle.tegenover and not any(set(g.leden) == set(alle.groep.leden) for g, _ in alle.gebieden):
        kolommen.append(dict(alle.tegenover))
        namen.append(hoofdletter(alle.groep.naam))
    tijden = [een for een in reversed(alle.perioden) if any(een in kolom for kolom in kolommen)]
    return {
        "bijschrift": f"{alle.indicator['titel']} door de jaren",
        "kop": ["Periode", *namen],
        "rijen": [[_time(een), *_cells(alle, kolommen, een)] for een in tijden],
    }


def _cells(alle: Evoluties, kolommen: Sequence[Mapping[Periode, Cijfer]], wanneer: Periode) -> list[str]:
    return [_cell(alle, kolom[wanneer]) if wanneer in kolom else LEEG for kolom in kolommen]


def _cell(alle: Evoluties, cijfer: Cijfer) -> str:
    marge = f", {tussen(alle, cijfer.interval)}" if isinstance(cijfer.interval, Interval) else ""
    schatting = " (schatting)" if cijfer.meting.schatting else ""
    return f"{_value(alle, cijfer)}{marge}{schatting}"


def _value(alle: Evoluties, cijfer: Cijfer) -> str:
    return LEEG if cijfer.meting.waarde is None else schrijf(alle, cijfer.meting.waarde)


def _time(wanneer: Periode) -> str:
    return periode(wanneer.begin, wanneer.einde)
