"""How the municipalities are spread: the distribution, and the funnel that says who stands out."""

from functools import partial
from typing import TypedDict

from dashboard.components.duiding import aslabel, schrijf
from dashboard.figures.trechter import Punt, in_woorden
from dashboard.figures.trechter import trechter as teken_punten
from dashboard.figures.verdeling import Merk, Staven, staven
from dashboard.figures.verdeling import verdeling as teken_staven
from dashboard.omgevingsanalyse.doorsnede import Doorsnede, Opvallend, opvallend
from dashboard.tekst import aantal, getal, hoofdletter, periode, procent
from indicators.gemeenten import gemeenten
from indicators.statistics import Aggregaat, Onbekend

BREED, SMAL = 580, 320
VER_VAN_NUL = 0.4
"""Where the lowest figure is more than this part of the highest, an axis from zero would be mostly empty."""
NOEMER = "aantal mensen"
OP_EEN_GRENS = "Een cijfer op de grens van twee vakken telt bij het hoogste van de twee."
AS_NIET_NUL = "De as begint niet bij nul."


class Tabel(TypedDict):
    """The same figures as a drawing: `rijen` are as long as `kop`, the first cell heads the row."""

    bijschrift: str
    kop: list[str]
    rijen: list[list[str]]


class Deel(TypedDict):
    """A drawing for wide and for narrow screens, with its words; without a drawing `zinnen` say why."""

    id: str
    titel: str
    ondertitel: str
    breed: str
    smal: str
    zinnen: list[str]
    noten: list[str]
    tabel: Tabel | None


def zonder_figuur(id: str, titel: str, zin: str) -> Deel:
    """Return a part that says in one sentence why nothing is drawn."""
    return Deel(id=id, titel=titel, ondertitel="", breed="", smal="", zinnen=[zin], noten=[], tabel=None)


def verdelingsdeel(snede: Doorsnede, eigen: str | None) -> Deel | None:
    """Return the distribution with its title and its table; `eigen` is a NIS code. None without figures."""
    if snede.verdeling is None:
        return None
    geteld = _count(snede)
    wat = "dat cijfer" if geteld.enkel else "een cijfer in dat vak"
    noten = [] if geteld.enkel else [OP_EEN_GRENS]
    noten += [] if _from_zero(snede) else [AS_NIET_NUL]
    if isinstance(snede.vlaanderen, Aggregaat):
        noten.insert(0, f"De streepjeslijn is {wie(snede.vlaanderen)}.")
    return {
        "id": "verdeling",
        "titel": verdelingstitel(snede),
        "ondertitel": onderschrift(snede),
        "breed": teken_verdeling(snede, eigen, BREED),
        "smal": teken_verdeling(snede, eigen, SMAL),
        "zinnen": [f"Elke staaf telt hoeveel gemeenten {wat} hebben."],
        "noten": noten,
        "tabel": _bars(snede, geteld),
    }


def verdelingstitel(snede: Doorsnede) -> str:
    """Say between which figures the middle half of the municipalities lies."""
    if snede.verdeling is None:
        return snede.indicator["titel"]
    laag, hoog = (schrijf(snede, grens) for grens in (snede.verdeling.kwartiel1, snede.verdeling.kwartiel3))
    if laag == hoog:
        return f"De middelste helft van de gemeenten ligt rond {laag}"
    return f"De middelste helft van de gemeenten ligt tussen {laag} en {hoog}"


def onderschrift(snede: Doorsnede) -> str:
    """Name the measure, the period and how many municipalities are shown."""
    wanneer = f", {periode(snede.periode.begin, snede.periode.einde)}" if snede.periode else ""
    hoeveel = aantal(len(snede.bekend), "gemeente", "gemeenten")
    return f"{snede.indicator['titel']}{wanneer}, {hoeveel}"


def wie(vlaanderen: Aggregaat) -> str:
    """Name what the line of Flanders is: Flanders itself, or the municipality in the middle."""
    return "de middelste gemeente" if vlaanderen.soort == "mediaan" else "Vlaanderen"


def teken_verdeling(snede: Doorsnede, eigen: str | None, breedte: int) -> str:
    """Draw the distribution `breedte` pixels wide; the period must have figures."""
    spreiding = snede.verdeling
    if spreiding is None:
        raise ValueError(f"{snede.indicator['indicator']} has no figures to draw")
    plek = snede.plekken.get(eigen or "")
    merk = Merk(plek.gemeente.naam, plek.waarde) if plek and plek.waarde is not None else None
    vlaanderen = None
    if isinstance(snede.vlaanderen, Aggregaat):
        naam = wie(snede.vlaanderen)
        vlaanderen = Merk(hoofdletter(naam), snede.vlaanderen.waarde)
    laag, hoog = schrijf(snede, spreiding.minimum), schrijf(snede, spreiding.maximum)
    return teken_staven(
        [een.waarde for een in snede.bekend if een.waarde is not None],
        (spreiding.kwartiel1, spreiding.mediaan, spreiding.kwartiel3),
        merk,
        vlaanderen,
        partial(schrijf, snede),
        partial(aslabel, eenheid=snede.indicator["eenheid"]),
        breedte,
        verdelingstitel(snede),
        f"Laagste {laag}, hoogste {hoog}. De tabel eronder geeft alle staven.",
        vanaf_nul=_from_zero(snede),
        kleinste=_smallest(snede),
    )


def _smallest(snede: Doorsnede) -> float:
    """Return the smallest difference that is written of this indicator."""
    decimalen: int = snede.indicator["decimalen"]
    return 10.0**-decimalen


def _from_zero(snede: Doorsnede) -> bool:
    spreiding = snede.verdeling
    return spreiding is None or spreiding.minimum <= VER_VAN_NUL * spreiding.maximum


def _count(snede: Doorsnede) -> Staven:
    waarden = [een.waarde for een in snede.bekend if een.waarde is not None]
    return staven(waarden, _from_zero(snede), _smallest(snede))


def _bars(snede: Doorsnede, geteld: Staven) -> Tabel:
    """Return the bars that hold somebody; a figure on a border counts in the higher one."""
    rijen = [
        [geteld.naam(nummer, partial(schrijf, snede)), getal(hoeveel)]
        for nummer, hoeveel in enumerate(geteld.aantallen)
        if hoeveel
    ]
    bijschrift = f"Hoeveel gemeenten welk cijfer hebben: {onderschrift(snede)}"
    return {"bijschrift": bijschrift, "kop": ["Cijfer", "Aantal gemeenten"], "rijen": rijen}


def trechterdeel(snede: Doorsnede, eigen: str | None) -> Deel:
    """Return the funnel with its title and who stands out, or in `zinnen` why there is none."""
    beeld = opvallend(snede)
    if isinstance(beeld, Onbekend):
        waarom = f"Wie er opvalt, kunnen we bij dit cijfer niet zeggen, omdat {beeld.reden}."
        return zonder_figuur("trechter", "Wie valt op?", waarom)
    return {
        "id": "trechter",
        "titel": trechtertitel(beeld),
        "ondertitel": onderschrift(snede),
        "breed": teken_trechter(snede, beeld, eigen, BREED),
        "smal": teken_trechter(snede, beeld, eigen, SMAL),
        "zinnen": [in_woorden(beeld.model, _points(beeld), _name(eigen))],
        "noten": _notes(beeld, len(snede.bekend) - len(beeld.delen)),
        "tabel": _outside(snede, beeld),
    }


def trechtertitel(beeld: Opvallend) -> str:
    """Say how many municipalities stand out."""
    buiten = len(beeld.buiten)
    if buiten == 0:
        return "Geen enkele gemeente valt op"
    if buiten == 1:
        return f"Eén van de {len(beeld.delen)} gemeenten valt op"
    return f"{buiten} van de {len(beeld.delen)} gemeenten vallen op"


def teken_trechter(snede: Doorsnede, beeld: Opvallend, eigen: str | None, breedte: int) -> str:
    """Draw the funnel `breedte` pixels wide; `eigen` is the NIS code of who is named."""
    punten, naam = _points(beeld), _name(eigen)
    return teken_punten(
        beeld.model,
        punten,
        naam,
        partial(aslabel, eenheid="%"),
        getal,
        snede.indicator["noemer_naam"] or NOEMER,
        breedte,
        trechtertitel(beeld),
        in_woorden(beeld.model, punten, naam),
    )


def _points(beeld: Opvallend) -> list[Punt]:
    return [Punt(gemeenten()[nis].naam, *deel) for nis, deel in beeld.delen.items()]


def _name(nis: str | None) -> str | None:
    return gemeenten()[nis].naam if nis else None


def _notes(beeld: Opvallend, zonder: int) -> list[str]:
    noten = [
        "Elk punt is een gemeente. De lijn in het midden is alle gemeenten samen: "
        f"{procent(100 * beeld.model.doel)}.",
        "Hoe meer mensen een cijfer telt, hoe minder toeval erin zit. Daarom worden de grenzen naar rechts "
        "smaller.",
        "Tussen de streepjeslijnen liggen gewoonlijk 95 van de 100 gemeenten, tussen de volle lijnen 998 van "
        "de 1.000. Een ruit ligt daarbuiten: die gemeente valt op.",
    ]
    if zonder:
        wie_niet = aantal(zonder, "gemeente staat", "gemeenten staan").capitalize()
        noten.append(f"{wie_niet} er niet bij, omdat we niet weten hoeveel mensen er geteld zijn.")
    return noten


def _outside(snede: Doorsnede, beeld: Opvallend) -> Tabel | None:
    """Return who stands out as a table; the figures of all others stand in the table of the page."""
    if not beeld.buiten:
        return None
    noemer = snede.indicator["noemer_naam"] or NOEMER
    rijen = []
    for nis in beeld.buiten:
        aandeel, geteld = beeld.delen[nis]
        kant = "hoger" if aandeel > beeld.model.doel else "lager"
        rijen.append([gemeenten()[nis].naam, schrijf(snede, 100 * aandeel), getal(geteld), kant])
    kop = ["Gemeente", "Cijfer", hoofdletter(noemer), "Dan verwacht"]
    return {"bijschrift": f"Wie opvalt: {onderschrift(snede)}", "kop": kop, "rijen": rijen}
