"""One indicator over time: the chart, what it may not be read as, and the same figures as a table."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from dash import html
from dash.development.base_component import Component

from dashboard.components.duiding import tijd, vergeleken_met, voorbehoud, wanneer
from dashboard.components.figuur import als_tabel, figuur
from dashboard.components.herkomst import bronregel
from dashboard.figures.trend import Lijn, Meting, trend
from dashboard.tekst import DEMO, aantal, datum, geen_cijfer, met_eenheid, opsomming
from dashboard.warehouse import Rij
from indicators.model import Levensdomein, Soort, Status

BREED, SMAL = 640, 320
MAX_PERIODEN = 3
"""More periods than these are not written out in a sentence."""
GEEN_WAARDE = {
    Status.ONDERDRUKT: "geen cijfer: te weinig mensen",
    Status.NIET_VAN_TOEPASSING: "niet van toepassing",
    Status.ONTBREEKT: "geen cijfer",
}


def keuzes(profiel: Sequence[Rij]) -> list[dict[str, object]]:
    """Return the options: per levensdomein a heading that cannot be chosen, then its indicators."""
    opties: list[dict[str, object]] = []
    for domein in Levensdomein:
        rijen = sorted((r for r in profiel if r["levensdomein"] == domein), key=lambda r: r["titel"])
        if rijen:
            opties.append({"label": domein.titel, "value": f"domein-{domein}", "disabled": True})
            opties += [{"label": f"\u2003{rij['titel']}", "value": rij["indicator"]} for rij in rijen]
    return opties


def evolutie(
    rij: Rij, reeks: Sequence[Rij], leveringen: Mapping[str, Rij], naam: str, demo: bool
) -> list[Component]:
    """Return chart, notes and table of one indicator, or a sentence where there are fewer than two values.

    `rij` is the indicator's row of the profile, `reeks` its periods in this municipality, oldest first,
    `leveringen` the deliveries by key.
    """
    bekend = [r for r in reeks if r["waarde"] is not None]
    if not bekend:
        return [html.P(geen_cijfer(rij["reden"]), className="cijfer-geen")]
    if len({r["periode_einde"].year for r in bekend}) < 2:
        return [html.P(_een_meting(rij, bekend[-1])), bronregel(leveringen[bekend[-1]["levering"]], demo)]
    teken = partial(_teken, rij, reeks, naam)
    noten = [*opmerkingen(rij, reeks), *_bronnen(bekend, leveringen)]
    bijschrift = html.Figcaption([*noten, *([html.Strong(f"{DEMO}.")] if demo else [])])
    figuurdeel = figuur(teken, BREED, SMAL, bijschrift, _tabel(rij, reeks, naam, demo))
    bestanden = dict.fromkeys(r["levering"] for r in bekend)
    return [figuurdeel, *(bronregel(leveringen[sleutel], demo) for sleutel in bestanden)]


def _een_meting(rij: Rij, meting: Rij) -> str:
    geschreven = met_eenheid(meting["waarde"], rij["eenheid"], rij["decimalen"])
    return f"Er is één meting: {geschreven} ({tijd(meting)}). Een evolutie zie je pas vanaf twee metingen."


def _teken(rij: Rij, reeks: Sequence[Rij], naam: str, breedte: int) -> str:
    bekend = [r for r in reeks if r["waarde"] is not None]
    schrijf = partial(met_eenheid, eenheid=rij["eenheid"], decimalen=rij["decimalen"])
    begin, eind = (f"{schrijf(r['waarde'])} {wanneer(r)}" for r in (bekend[0], bekend[-1]))
    return trend(
        [Lijn(naam, _metingen(rij, reeks, "waarde"), eigen=True), *_vergelijkingslijn(rij, reeks)],
        schrijf,
        partial(_aslabel, eenheid=rij["eenheid"]),
        breedte,
        f"{rij['titel']} in {naam}",
        f"{begin}, {eind}. De tabel eronder geeft alle cijfers.",
        vanaf_nul=vanaf_nul(rij),
        breuken=[breuk["vanaf"].year for breuk in _breuken(rij, reeks)],
    )


def _aslabel(waarde: float, eenheid: str) -> str:
    """Write a value at the axis with no more decimals than it has; long units stand in the heading only."""
    decimalen = len(f"{waarde:.4f}".rstrip("0").partition(".")[2])
    return met_eenheid(waarde, eenheid if eenheid in ("%", "euro") else "index", decimalen)


def _metingen(rij: Rij, reeks: Sequence[Rij], veld: str) -> tuple[Meting, ...]:
    """Turn rows into points; counted back from the newest, windows that do not overlap are filled."""
    laatste = reeks[-1]["periode_einde"].year
    venster = max(rij["venster_jaren"], 1)  # values of one day, such as a population, never overlap
    jaren = [(r["periode_einde"].year, r[veld]) for r in reeks]
    return tuple(Meting(jaar, waarde, (laatste - jaar) % venster == 0) for jaar, waarde in jaren)


def _vergelijkingslijn(rij: Rij, reeks: Sequence[Rij]) -> list[Lijn]:
    """Return the comparator as a line of one kind, the newest's; none for counts."""
    bekend = [r for r in reeks if r["vergelijking_waarde"] is not None]
    if rij["soort"] == Soort.AANTAL or not bekend:
        return []
    soort, noemer = bekend[-1]["vergelijking_soort"], bekend[-1]["vergelijking_noemer"]
    zelfde = [r for r in bekend if (r["vergelijking_soort"], r["vergelijking_noemer"]) == (soort, noemer)]
    return [Lijn(vergeleken_met(soort, noemer), _metingen(rij, zelfde, "vergelijking_waarde"), eigen=False)]


def _breuken(rij: Rij, reeks: Sequence[Rij]) -> list[Rij]:
    """Return the known breaks that fall between two periods of this series."""
    first, last = reeks[0]["periode_einde"], reeks[-1]["periode_einde"]
    return [breuk for breuk in rij["breuken"] or () if first < breuk["vanaf"] <= last]


def vanaf_nul(rij: Rij) -> bool:
    """Shares and indexes start at zero; amounts and counts would lose all their shape there."""
    return rij["soort"] in (Soort.AANDEEL, Soort.INDEX)


def opmerkingen(rij: Rij, reeks: Sequence[Rij]) -> list[Component]:
    """Return what the reader must know before reading the chart, a paragraph each."""
    venster, eenheid = rij["venster_jaren"], rij["eenheid"]
    zinnen = [
        f"Elk cijfer telt {venster} jaar samen. Liggen twee cijfers minder dan {venster} jaar uit elkaar, "
        "dan tellen ze deels dezelfde mensen. Vergelijk alleen de volle punten met elkaar."
        if venster > 1
        else None,
        None if vanaf_nul(rij) else "Let op: de as begint niet bij nul. Verschillen lijken daardoor groter.",
        None if eenheid in ("%", "euro", "index") else f"De as telt in {eenheid}.",
        "Een deel van de cijfers is een schatting: zie de tabel."
        if any(r["schatting"] for r in reeks)
        else None,
        "Een deel van de cijfers is voorlopig: zie de tabel." if any(r["voorlopig"] for r in reeks) else None,
        *(
            f"Breuk {nummer}, vanaf {datum(breuk['vanaf'])}: {breuk['uitleg']}"
            for nummer, breuk in enumerate(_breuken(rij, reeks), 1)
        ),
        "We weten nog niet hoe groot de onzekerheid is. Noem een klein verschil dus geen daling of stijging.",
    ]
    return [html.P(zin) for zin in zinnen if zin]


def _bronnen(bekend: Sequence[Rij], leveringen: Mapping[str, Rij]) -> list[Component]:
    """Say which periods another source gives than most of them; nothing where all come from one."""
    per_bron: dict[str, list[str]] = {}
    for r in bekend:
        per_bron.setdefault(leveringen[r["levering"]]["bron_titel"], []).append(tijd(r))
    meeste = max(per_bron, key=lambda bron: len(per_bron[bron]))
    return [
        html.P(f"{_cijfers_van(perioden)} van {bron}; de andere komen van {meeste}.")
        for bron, perioden in per_bron.items()
        if bron != meeste
    ]


def _cijfers_van(perioden: Sequence[str]) -> str:
    """Name a few periods; of more, the first and the last."""
    if len(perioden) == 1:
        return f"Het cijfer van {perioden[0]} komt"
    if len(perioden) <= MAX_PERIODEN:
        return f"De cijfers van {opsomming(perioden)} komen"
    hoeveel = aantal(len(perioden), "cijfer", "cijfers").capitalize()
    return f"{hoeveel}, van {perioden[0]} tot {perioden[-1]}, komen"


def _tabel(rij: Rij, reeks: Sequence[Rij], naam: str, demo: bool) -> html.Details:
    """Return the same figures as a table, newest first, each comparator by its name."""
    schrijf = partial(met_eenheid, eenheid=rij["eenheid"], decimalen=rij["decimalen"])
    met_vergelijking = bool(_vergelijkingslijn(rij, reeks))
    kop = ["Periode", naam, *(["Vergeleken met"] if met_vergelijking else []), "Opmerking"]
    rijen = []
    for r in reversed(reeks):
        waarde = GEEN_WAARDE[r["status"]] if r["waarde"] is None else schrijf(r["waarde"])
        cellen = [tijd(r), waarde]
        if met_vergelijking:
            cellen.append(_tegenover(r, schrijf))
        rijen.append([*cellen, opsomming(voorbehoud(r))])
    return als_tabel(f"{rij['titel']} in {naam}", kop, rijen, demo)


def _tegenover(r: Rij, schrijf: Callable[[float], str]) -> str:
    if r["vergelijking_waarde"] is None:
        return ""
    naam = vergeleken_met(r["vergelijking_soort"], r["vergelijking_noemer"])
    return f"{naam}: {schrijf(r['vergelijking_waarde'])}"
