"""One indicator over time: the chart, what it may be read as, and the same figures as a table."""

from functools import partial

from dashboard.components.doel import in_woorden
from dashboard.components.duiding import aslabel, midden, schrijf, tijd, tussen, voorbehoud, wanneer
from dashboard.components.herkomst import bron
from dashboard.components.verloop import (
    VANAF_NUL,
    Verloop,
    breaks,
    changed,
    lasting,
    notes,
    sources,
    vol,
)
from dashboard.figures.lijnen import Lijn, Meting
from dashboard.figures.tekens import Doel
from dashboard.figures.trend import trend
from dashboard.tekst import geen_cijfer, opsomming
from indicators.gemeenten.groepen import Groep
from indicators.model import Status
from indicators.statistics import Aggregaat

BREED, SMAL = 640, 320
GEEN_WAARDE = {
    Status.ONDERDRUKT: "geen cijfer: te weinig mensen",
    Status.NIET_VAN_TOEPASSING: "niet van toepassing",
    Status.ONTBREEKT: "geen cijfer",
}


def evolutie(verloop: Verloop, breed: int = BREED) -> dict[str, object]:
    """Return what the macro `evolutie` of `templates/cijfers.html` is filled in with, drawn `breed` wide.

    There is no drawing where there are fewer than two years with a value.
    """
    bekend, regel, groep = verloop.bekend, verloop.regel, verloop.analyse.groep
    if not bekend:
        return {"figuur": None, "zinnen": [geen_cijfer(regel.reden)] if regel.reden else []}
    if not verloop.tekenbaar:
        een = f"Er is één meting: {schrijf(regel, bekend[0]['waarde'])} ({tijd(bekend[0])})."
        return {"figuur": None, "zinnen": [f"{een} Een evolutie zie je pas vanaf twee metingen."]}
    return {
        "id": f"e-{regel.rij['indicator']}",
        "figuur": {"breed": tekening(verloop, breed), "smal": tekening(verloop, SMAL)},
        "zinnen": [*_target_in_words(verloop), *changed(regel, groep), *lasting(regel, groep)],
        "noten": [*notes(verloop), *sources(verloop)],
        "tabel": _table(verloop),
        "bronnen": _files(verloop),
    }


def _target_in_words(verloop: Verloop) -> list[str]:
    return [] if verloop.doel is None else in_woorden(verloop.regel, verloop.doel)


def _files(verloop: Verloop) -> list[dict[str, object]]:
    """Return the source lines of all files of the series but the newest figure's, which the fold names."""
    sleutels = dict.fromkeys(rij["levering"] for rij in verloop.bekend)
    gezegd = verloop.regel.levering["levering"] if verloop.regel.levering else None
    return [bron(verloop.leveringen[een], verloop.analyse.demo) for een in sleutels if een != gezegd]


def tekening(verloop: Verloop, breedte: int) -> str:
    """Draw the series beside its comparator; at least two different years are needed."""
    regel, waar = verloop.regel, verloop.analyse.gemeente.naam
    eerste, laatste = verloop.bekend[0], verloop.bekend[-1]
    begin, eind = (f"{schrijf(regel, rij['waarde'])} {wanneer(rij)}" for rij in (eerste, laatste))
    return trend(
        [Lijn(waar, _own_points(verloop), eigen=True), *_other_line(verloop)],
        partial(schrijf, regel),
        partial(aslabel, eenheid=regel.indicator["eenheid"]),
        breedte,
        f"{regel.indicator['titel']} in {waar}",
        f"{begin}, {eind}. De tabel eronder geeft alle cijfers.",
        vanaf_nul=regel.soort in VANAF_NUL,
        breuken=[breuk["vanaf"].year for breuk in breaks(verloop)],
        doelen=[] if verloop.doel is None else [Doel(verloop.doel, f"doel: {schrijf(regel, verloop.doel)}")],
    )


def _own_points(verloop: Verloop) -> tuple[Meting, ...]:
    punten = []
    for meting in verloop.regel.reeks:
        marge = verloop.marge(meting)
        grenzen = (marge.laag, marge.hoog) if marge else (None, None)
        jaar = meting.periode.einde.year
        punten.append(Meting(jaar, meting.waarde, _full(verloop, jaar), *grenzen))
    return tuple(punten)


def _other_line(verloop: Verloop) -> list[Lijn]:
    if not verloop.lijn:
        return []
    jaren = [(periode.einde.year, gevonden.waarde) for periode, gevonden in verloop.lijn]
    punten = tuple(Meting(jaar, waarde, _full(verloop, jaar)) for jaar, waarde in jaren)
    return [Lijn(line_name(verloop.analyse.groep, verloop.lijn[-1][1]), punten, eigen=False)]


def _full(verloop: Verloop, jaar: int) -> bool:
    return vol(verloop.regel.indicator, jaar, verloop.rijen[-1]["periode_einde"].year)


def line_name(groep: Groep, gevonden: Aggregaat) -> str:
    """Name the comparator's line; the middle municipality of a group is called that."""
    wie = midden(gevonden)
    return f"{groep.naam}: {wie}" if wie else groep.naam


def _table(verloop: Verloop) -> dict[str, object]:
    """Return the same figures as a table, newest first, each comparator by its name."""
    regel, groep, waar = verloop.regel, verloop.analyse.groep, verloop.analyse.gemeente.naam
    naast = dict(verloop.tegenover) if verloop.lijn else {}
    rijen = [] if verloop.doel is None else [["Doel", schrijf(regel, verloop.doel), "", "", "zelf gekozen"]]
    for rij, meting in zip(reversed(verloop.rijen), reversed(regel.reeks), strict=True):
        marge, ander = verloop.marge(meting), naast.get(meting.periode)
        rijen.append(
            [
                tijd(rij),
                GEEN_WAARDE[rij["reden"]] if rij["waarde"] is None else schrijf(regel, rij["waarde"]),
                tussen(regel, marge) if marge else "",
                f"{line_name(groep, ander)}: {schrijf(regel, ander.waarde)}" if ander else "",
                opsomming(voorbehoud(rij)),
            ]
        )
    kop = ["Periode", waar, "Onzeker", "Vergeleken met", "Opmerking"]
    gevuld = [plaats for plaats in range(len(kop)) if plaats < 2 or any(rij[plaats] for rij in rijen)]
    return {
        "bijschrift": f"{regel.indicator['titel']} in {waar}",
        "kop": [kop[plaats] for plaats in gevuld],
        "rijen": [[rij[plaats] for plaats in gevuld] for rij in rijen],
    }
