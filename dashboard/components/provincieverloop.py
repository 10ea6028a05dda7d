"""One indicator over time in Flanders and in the provinces: the lines, their table, and what they are."""

from collections.abc import Mapping, Sequence
from functools import partial

from dashboard.components.duiding import aslabel, schrijf
from dashboard.components.verloop import AS_NIET_NUL, VANAF_NUL, over_vensters, vol
from dashboard.components.verspreiding import BREED, SMAL, Deel, Tabel, zonder_figuur
from dashboard.figures.lijnen import Lijn, Meting
from dashboard.figures.trend import trend
from dashboard.omgevingsanalyse.achtergrond import Reeks
from dashboard.omgevingsanalyse.doorsnede import VLAANDEREN, Doorsnede
from dashboard.tekst import datum, periode
from dashboard.warehouse import Rij
from indicators.model import Soort
from indicators.statistics import Aggregaat, Periode

Gebieden = Mapping[str, Reeks]


def gebiedsdeel(snede: Doorsnede, gebieden: Gebieden) -> Deel:
    """Return the lines with their title and table; without two periods or for counts only sentences."""
    lijnen = _one_kind(gebieden)
    if not lijnen:
        return zonder_figuur("evolutie", "Evolutie", _nothing(snede))
    tabel, noten = _table(snede, lijnen), _notes(snede, lijnen)
    tijden = {een for reeks in lijnen.values() for een, _ in reeks}
    if len({een.einde.year for een in tijden}) < 2:
        een = f"Er is één meting, van {_written(max(tijden))}. Een evolutie zie je pas vanaf twee metingen."
        return {**zonder_figuur("evolutie", "Evolutie", een), "noten": noten, "tabel": tabel}
    return {
        "id": "evolutie",
        "titel": evolutietitel(snede, gebieden),
        "ondertitel": f"{snede.indicator['titel']}: {_who(lijnen)}",
        "breed": teken_evolutie(snede, gebieden, BREED),
        "smal": teken_evolutie(snede, gebieden, SMAL),
        "zinnen": [],
        "noten": noten,
        "tabel": tabel,
    }


def evolutietitel(snede: Doorsnede, gebieden: Gebieden) -> str:
    """Say what Flanders, or its municipality in the middle, had first and had last."""
    reeks = _one_kind(gebieden)[VLAANDEREN]
    (begin, eerste), (einde, laatste) = reeks[0], reeks[-1]
    naam = f"De middelste gemeente van {VLAANDEREN}" if laatste.soort == "mediaan" else VLAANDEREN
    van, tot = schrijf(snede, eerste.waarde), schrijf(snede, laatste.waarde)
    if begin.overlapt(einde):  # one figure, or two that count the same people
        return f"{naam}: {tot} ({_written(einde)})"
    return f"{naam}: van {van} ({_written(begin)}) naar {tot} ({_written(einde)})"


def teken_evolutie(snede: Doorsnede, gebieden: Gebieden, breedte: int) -> str:
    """Draw the line of Flanders and of each province; at least two years are needed."""
    lijnen = _one_kind(gebieden)
    laatste = max(een.einde.year for reeks in lijnen.values() for een, _ in reeks)
    return trend(
        [
            Lijn(
                gebied,
                tuple(
                    Meting(een.einde.year, gevonden.waarde, vol(snede.indicator, een.einde.year, laatste))
                    for een, gevonden in reeks
                ),
                eigen=gebied == VLAANDEREN,
            )
            for gebied, reeks in lijnen.items()
        ],
        partial(schrijf, snede),
        partial(aslabel, eenheid=snede.indicator["eenheid"]),
        breedte,
        evolutietitel(snede, gebieden),
        "De tabel eronder geeft alle cijfers.",
        vanaf_nul=snede.soort in VANAF_NUL,
        breuken=[breuk["vanaf"].year for breuk in _breaks(snede, lijnen)],
    )


def _one_kind(gebieden: Gebieden) -> dict[str, Reeks]:
    """Return the lines; a line holds only figures of the kind that its newest one is of."""
    lijnen: dict[str, Reeks] = {}
    for gebied, reeks in gebieden.items():
        if reeks:
            soort = (reeks[-1][1].soort, reeks[-1][1].noemer)
            lijnen[gebied] = [een for een in reeks if (een[1].soort, een[1].noemer) == soort]
    return lijnen


def _nothing(snede: Doorsnede) -> str:
    if snede.soort is Soort.AANTAL:
        return (
            "Van een aantal tonen we geen lijn voor Vlaanderen en de provincies: een groter gebied heeft er "
            "vanzelf meer. De evolutie van één gemeente staat op haar eigen pagina."
        )
    return "Er is nog geen cijfer voor Vlaanderen of de provincies."


def _written(wanneer: Periode) -> str:
    return periode(wanneer.begin, wanneer.einde)


def _who(lijnen: Gebieden) -> str:
    """Name what the lines are of, where one stands for the municipality in the middle of its area."""
    midden = {gebied for gebied, reeks in lijnen.items() if reeks[-1][1].soort == "mediaan"}
    if not midden:
        return "Vlaanderen en de provincies"
    if VLAANDEREN in midden:
        return "de middelste gemeente van Vlaanderen en van elke provincie"
    return "Vlaanderen, en de middelste gemeente van elke provincie"


def _breaks(snede: Doorsnede, lijnen: Gebieden) -> list[Rij]:
    """Return the known breaks that fall between two periods of these lines."""
    dagen = [een.einde for reeks in lijnen.values() for een, _ in reeks]
    breuken: Sequence[Rij] = snede.indicator["breuken"] or ()
    return [breuk for breuk in breuken if min(dagen) < breuk["vanaf"] <= max(dagen)]


def _notes(snede: Doorsnede, lijnen: Gebieden) -> list[str]:
    noten = _kinds(snede, lijnen)
    if any(set(snede.perioden) - dict(reeks).keys() for reeks in lijnen.values()):
        noten.append("Een jaar waarin een deel van de gemeenten geen cijfer heeft, staat er niet bij.")
    noten += over_vensters(snede.indicator)
    if snede.soort not in VANAF_NUL:
        noten.append(AS_NIET_NUL)
    for nummer, breuk in enumerate(_breaks(snede, lijnen), 1):
        noten.append(f"Breuk {nummer}, vanaf {datum(breuk['vanaf'])}: {breuk['uitleg']}")
    return noten


def _kinds(snede: Doorsnede, lijnen: Gebieden) -> list[str]:
    """Say of Flanders and of the provinces how their figures were made."""
    vlaanderen = lijnen[VLAANDEREN][-1][1] if VLAANDEREN in lijnen else None
    provincies = [reeks[-1][1] for gebied, reeks in lijnen.items() if gebied != VLAANDEREN]
    hoe = {een.soort for een in provincies}
    if vlaanderen and hoe == {vlaanderen.soort}:
        return [_how("Vlaanderen en de provincies", "hun", vlaanderen, snede)]
    gezegd = [_how("Vlaanderen", "de", vlaanderen, snede)] if vlaanderen else []
    return gezegd + [_how("de provincies", "hun", een, snede) for een in provincies if een.soort in hoe][:1]


def _how(waar: str, van: str, gevonden: Aggregaat, snede: Doorsnede) -> str:
    begin = f"De cijfers van {waar}"
    if gevonden.soort == "gepubliceerd":
        return f"{begin} komen van de bron zelf."
    if gevonden.soort == "gewogen":
        return f"{begin} berekenden we uit die van {van} gemeenten, gewogen met {gevonden.noemer}."
    waarom = (
        "de bron niet voor elke gemeente zegt hoeveel mensen er geteld zijn"
        if snede.soort in (Soort.AANDEEL, Soort.GEMIDDELDE, Soort.INDEX)
        else "een gemiddelde van middelste waarden geen middelste waarde is"
    )
    return (
        f"Voor {waar} kunnen we geen cijfer berekenen, omdat {waarom}. Daarom staat er het cijfer van de "
        "middelste gemeente."
    )


def _table(snede: Doorsnede, lijnen: Gebieden) -> Tabel:
    """Return the lines as a table, the newest period first; what is missing is called so."""
    per_gebied = {gebied: dict(reeks) for gebied, reeks in lijnen.items()}
    tijden = sorted({een for reeks in lijnen.values() for een, _ in reeks}, reverse=True)

    def cel(reeks: Mapping[Periode, Aggregaat], een: Periode) -> str:
        return schrijf(snede, reeks[een].waarde) if een in reeks else "geen cijfer"

    rijen = [[_written(een), *(cel(reeks, een) for reeks in per_gebied.values())] for een in tijden]
    kop = ["Periode", *lijnen]
    return {
        "bijschrift": f"{snede.indicator['titel']}: {_who(lijnen)}",
        "kop": kop,
        "rijen": rijen,
    }
