"""The figures of `/vergelijk` as rows: several areas beside each other, over time, and in two periods."""

from collections.abc import Iterator, Mapping, Sequence

from dashboard.downloads.cijfers import Cijfer
from dashboard.omgevingsanalyse.gebiedscijfers import Cijfer as Gebiedscijfer
from dashboard.omgevingsanalyse.gebiedscijfers import Evoluties, Verschil
from dashboard.omgevingsanalyse.tafel import Cel, Regel, Tafel
from dashboard.tekst import hoofdletter
from dashboard.warehouse import Rij, Stand
from indicators.gemeenten.gebieden import Gebied
from indicators.statistics import Aggregaat, Interval, Onbekend, Periode, Verandering


def van_tafel(stand: Stand, tafel: Tafel) -> Iterator[Cijfer]:
    """Yield a row per indicator and area, in the order of the table."""
    redenen = {een.sleutel: _reasons(stand, een) for een in tafel.gebieden}
    for regel in tafel.regels:
        for gebied, cel in zip(tafel.gebieden, regel.cellen, strict=True):
            yield _cell(regel, cel, gebied, tafel.groep.naam, redenen[gebied.sleutel])


def van_evoluties(stand: Stand, alle: Evoluties) -> Iterator[Cijfer]:
    """Yield a row per area and period, oldest first; a period without a figure is there too."""
    naast = dict(alle.tegenover)
    for gebied, reeks in alle.gebieden:
        bekend, rijen = dict(reeks), _rows(stand, gebied, alle.indicator["indicator"])
        for periode in alle.perioden:
            rij, tegenover = rijen.get(periode, {}), naast.get(periode)
            yield _row(
                alle.indicator,
                gebied,
                periode,
                bekend.get(periode),
                reden=rij.get("reden"),
                levering=rij.get("levering"),
                tegenover=alle.groep.naam,
                vergelijking=_aggregate(tegenover) if tegenover else None,
            )


def van_verschillen(
    indicator: Rij, perioden: tuple[Periode, Periode], verschillen: Sequence[Verschil]
) -> Iterator[Cijfer]:
    """Yield the old and the new figure of each area; the new one says what changed. `perioden`: old, new."""
    oud, nieuw = perioden
    for een in verschillen:
        yield _row(indicator, een.gebied, oud, een.oud)
        yield _row(indicator, een.gebied, nieuw, een.nieuw, verandering=een.uitkomst)


def _cell(regel: Regel, cel: Cel, gebied: Gebied, groep: str, redenen: Mapping[str, str]) -> Cijfer:
    reden = redenen.get(regel.indicator["indicator"]) if gebied.gemeente else None
    return Cijfer(
        indicator=regel.indicator,
        nis_code=_code(gebied),
        naam=hoofdletter(gebied.naam),
        periode=(regel.periode.begin, regel.periode.einde) if regel.periode else None,
        meting=cel.cijfer.meting if cel.cijfer else None,
        levering=cel.levering if gebied.gemeente else None,
        reden=reden,
        waarom=cel.reden,
        vorm=cel.cijfer.vorm if cel.cijfer else None,
        interval=cel.cijfer.interval if cel.cijfer else None,
        tegenover=groep,
        vergelijking=regel.vergelijking,
        oordeel=cel.oordeel,
        kwantiel=cel.kwantiel,
    )


def _row(
    indicator: Rij,
    gebied: Gebied,
    periode: Periode,
    gevonden: Gebiedscijfer | None,
    *,
    reden: str | None = None,
    levering: str | None = None,
    tegenover: str | None = None,
    vergelijking: Aggregaat | None = None,
    verandering: Verandering | Onbekend | None = None,
) -> Cijfer:
    interval: Interval | Onbekend | None = gevonden.interval if gevonden else None
    return Cijfer(
        indicator=indicator,
        nis_code=_code(gebied),
        naam=hoofdletter(gebied.naam),
        periode=(periode.begin, periode.einde),
        meting=gevonden.meting if gevonden else None,
        levering=levering,
        reden=reden,
        vorm=gevonden.vorm if gevonden else None,
        interval=interval,
        tegenover=tegenover,
        vergelijking=vergelijking,
        verandering=verandering,
    )


def _aggregate(gevonden: Gebiedscijfer) -> Aggregaat | None:
    """Return the figure of the group; a sum is none, since counts are not compared."""
    waarde, vorm = gevonden.meting.waarde, gevonden.vorm
    if waarde is None or vorm is None or vorm == "opgeteld":
        return None
    return Aggregaat(waarde, vorm, gevonden.noemer_naam, gevonden.gemeenten)


def _rows(stand: Stand, gebied: Gebied, indicator: str) -> dict[Periode, Rij]:
    """Return the rows of one indicator of a municipality by period; of an area there are none."""
    if gebied.gemeente is None:
        return {}
    return {
        Periode(rij["periode_begin"], rij["periode_einde"]): rij
        for rij in stand.reeksen(gebied.gemeente.nis_code)
        if rij["indicator"] == indicator
    }


def _reasons(stand: Stand, gebied: Gebied) -> dict[str, str]:
    """Return by indicator why a municipality has no newest figure."""
    if gebied.gemeente is None:
        return {}
    rijen = stand.profiel(gebied.gemeente.nis_code)
    return {rij["indicator"]: rij["reden"] for rij in rijen if rij["reden"]}


def _code(gebied: Gebied) -> str:
    return gebied.gemeente.nis_code if gebied.gemeente else ""
