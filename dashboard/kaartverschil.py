"""Two periods on one map: where a figure changed by more than chance, and where nobody can see that."""

from collections.abc import Sequence
from dataclasses import replace

from dashboard.doorsnede import doorsnede
from dashboard.gebiedscijfers import Verschil, gewone_perioden, verschillen
from dashboard.kaartbeeld import Kaartbeeld, Vlak, kaartbeeld
from dashboard.warehouse import Stand
from indicators.gemeenten import gemeenten
from indicators.gemeenten.gebieden import gebieden
from indicators.gemeenten.groepen import STANDAARD
from indicators.statistics import Onbekend, Periode, Positie, StatistiekFout, Verandering
from indicators.statistics.indeling import Indeling
from indicators.statistics.klassen import Klassen, klassen
from indicators.statistics.vaste_klassen import VERSCHILWAARDE

WOORDEN: dict[str, str] = {
    Positie.LAGER: "gedaald, meer dan toeval",
    Positie.NIET_TE_ONDERSCHEIDEN: "te klein om te zien",
    Positie.HOGER: "gestegen, meer dan toeval",
}
GEEN_TWEE = "Er zijn geen twee perioden met een cijfer die over andere jaren gaan. Vergelijken gaat dus niet."
TE_KLEIN = (
    "“Te klein om te zien” betekent niet dat er niets veranderde: met zoveel mensen is een kleiner verschil "
    "niet van toeval te onderscheiden."
)
NA_EEN_PIEK = "Na een piek volgt vaak een daling, ook als niemand iets deed."


def verschilbeeld(
    stand: Stand,
    indicator: str,
    nieuw: Periode | None = None,
    oud: Periode | None = None,
    gebied: str = STANDAARD,
) -> Kaartbeeld:
    """Return the map of what changed between two periods; without them, the newest two that do not overlap.

    Raises OverlappendePerioden where they share a day, StatistiekFout where there are no two of them.
    """
    nieuw, oud = _periods(doorsnede(stand, indicator).perioden, nieuw, oud)
    beeld = kaartbeeld(stand, indicator, nieuw, gebied)
    per_gemeente = [gebieden()[een.slug] for een in gemeenten().values()]
    gevonden = {
        een.gebied.leden[0]: een for een in verschillen(stand, per_gemeente, beeld.indicator, nieuw, oud)
    }
    waarden = [waarde for een in gevonden.values() if (waarde := _value(een.uitkomst)) is not None]
    ingedeeld = _classes(waarden, list(gevonden.values()))
    return replace(
        beeld,
        vorige=oud,
        indeling=Indeling.VERSCHIL,
        klassen=ingedeeld,
        vast=False,
        vlakken=tuple(_area(vlak, gevonden[vlak.nis_code], ingedeeld) for vlak in beeld.vlakken),
        waarden=tuple(waarden),
        noten=(TE_KLEIN, NA_EEN_PIEK) if waarden else (),
    )


def _periods(
    bekend: Sequence[Periode], nieuw: Periode | None, oud: Periode | None
) -> tuple[Periode, Periode]:
    """Put the newer one first, and fill in what was not chosen: the newest, and the one before that."""
    tot = [een for een in bekend if nieuw is None or een.einde <= nieuw.einde]
    gewoon = gewone_perioden(tot)
    if nieuw and oud:
        return max(nieuw, oud), min(nieuw, oud)
    if gewoon is None:
        raise StatistiekFout(GEEN_TWEE)
    return gewoon[0], oud or gewoon[1]


def _value(uitkomst: Verandering | Onbekend) -> float | None:
    if isinstance(uitkomst, Onbekend):
        return None
    if not uitkomst.groter_dan_toeval:
        return VERSCHILWAARDE[Positie.NIET_TE_ONDERSCHEIDEN]
    return VERSCHILWAARDE[Positie.HOGER if uitkomst.verschil > 0 else Positie.LAGER]


def _classes(waarden: Sequence[float], alle: Sequence[Verschil]) -> Klassen | Onbekend:
    """Return the three classes with words for a change, or why nobody can say anything."""
    gevonden = klassen(waarden, Indeling.VERSCHIL)
    if isinstance(gevonden, Onbekend):
        redenen = (een.uitkomst for een in alle if een.nieuw and een.oud)
        return next((een for een in redenen if isinstance(een, Onbekend)), gevonden)
    return replace(
        gevonden,
        leden=tuple(replace(klas, woord=WOORDEN[klas.woord or ""]) for klas in gevonden.leden),
        opmerking=None,
    )


def _area(vlak: Vlak, verschil: Verschil, ingedeeld: Klassen | Onbekend) -> Vlak:
    waarde = _value(verschil.uitkomst)
    return replace(
        vlak,
        waarde=waarde,
        klas=None if waarde is None or isinstance(ingedeeld, Onbekend) else ingedeeld.van(waarde),
        onzeker=bool(waarde is not None and verschil.nieuw and verschil.nieuw.meting.schatting),
        verandering=verschil.uitkomst if verschil.nieuw and verschil.oud else None,
    )
