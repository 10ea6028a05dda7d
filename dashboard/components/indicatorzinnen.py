"""Sentences on one indicator in all municipalities, and on one of them among the others."""

from dashboard.components.duiding import ligging, schrijf, tussen
from dashboard.omgevingsanalyse.doorsnede import Doorsnede, Plek, rang_van
from dashboard.tekst import REDENEN, aantal, geen_cijfer, periode
from indicators.model import Soort
from indicators.statistics import Aggregaat, Interval, Onbekend, Oordeel, Periode


def wanneer(een: Periode) -> str:
    """Write a period: `2022–2024`."""
    return periode(een.begin, een.einde)


def samenvatting(snede: Doorsnede) -> list[str]:
    """Say how many municipalities have a figure, why others have none, and what Flanders has."""
    if snede.periode is None:
        return [geen_cijfer("geen_levering")]
    hoeveel = aantal(len(snede.bekend), "gemeente heeft", "gemeenten hebben").capitalize()
    zinnen = [f"{hoeveel} een cijfer voor {wanneer(snede.periode)}."]
    redenen: dict[str, int] = {}
    for plek in snede.plekken.values():
        if plek.reden:
            redenen[plek.reden] = redenen.get(plek.reden, 0) + 1
    for reden, zonder in sorted(redenen.items(), key=lambda paar: -paar[1]):
        gemeente = aantal(zonder, "gemeente", "gemeenten")
        zinnen.append(f"Voor {gemeente} is er geen cijfer, omdat {REDENEN[reden]}.")
    if isinstance(snede.vlaanderen, Aggregaat):
        zinnen.append(_flanders(snede, snede.vlaanderen))
    return zinnen


def _flanders(snede: Doorsnede, gevonden: Aggregaat) -> str:
    waarde = schrijf(snede, gevonden.waarde)
    if gevonden.soort == "gepubliceerd":
        return f"Vlaanderen: {waarde}. Dat cijfer komt van de bron zelf."
    if gevonden.soort == "gewogen":
        hoeveel = aantal(gevonden.aantal, "gemeente", "gemeenten")
        return f"Vlaanderen: {waarde}. Dat berekenden we uit {hoeveel}, gewogen met {gevonden.noemer}."
    return (
        f"De middelste gemeente heeft {waarde}: minstens de helft van de gemeenten heeft dat of meer, en "
        "minstens de helft dat of minder. Dat cijfer staat hier in de plaats van dat van Vlaanderen."
    )


def over_gemeente(snede: Doorsnede, plek: Plek) -> str:
    """Write figure, margin and verdict of one municipality, or its place where no verdict is possible."""
    if plek.waarde is None:
        return geen_cijfer(plek.reden) if plek.reden else ""
    delen = [f"{plek.gemeente.naam} heeft {schrijf(snede, plek.waarde)}"]
    if isinstance(plek.interval, Interval):
        delen.append(f"onzeker: {tussen(snede, plek.interval)}")
    merken = [woord for woord in ("schatting", "voorlopig") if getattr(plek.meting, woord)]
    zin = f"{', '.join([*delen, *merken])}."
    if isinstance(plek.oordeel, Oordeel) and isinstance(snede.vlaanderen, Aggregaat):
        positie = plek.oordeel.positie
        voor = "dan in" if positie in ("hoger", "lager") else "van het cijfer van"
        wie = "de middelste gemeente" if snede.vlaanderen.soort == "mediaan" else "Vlaanderen"
        gunst = f", en dat is {plek.oordeel.gunst}" if plek.oordeel.gunst else ""
        return f"{zin} Dat is {positie} {voor} {wie}{gunst}."
    if plek.kwantiel is None or snede.soort is Soort.AANTAL:
        return zin
    return f"{zin} Dat is {ligging(plek.kwantiel)}. Of dat toeval is, weten we niet."


def plaats_in_de_rij(snede: Doorsnede, plek: Plek) -> list[str]:
    """Say which place the municipality has, between which places it could be, and why that says little."""
    gevonden = rang_van(snede, plek.gemeente.nis_code)
    if isinstance(gevonden, Onbekend):
        return [f"Een plaats in de rij geven we hier niet, omdat {gevonden.reden}."]
    return [
        f"Van hoog naar laag is {plek.gemeente.naam} nummer {gevonden.plaats} van de {gevonden.aantal}. Door "
        f"toeval kan de echte plaats overal tussen {gevonden.laag} en {gevonden.hoog} liggen.",
        "Een plaats zegt weinig. Gemeenten die dicht bij elkaar liggen, wisselen door toeval van plaats. Een "
        "andere plaats betekent dus niet dat er iets veranderd is.",
    ]


def bij_de_tabel(snede: Doorsnede) -> list[str]:
    """Say what the margins are, and why no municipality is called higher or lower where that is so."""
    zinnen = []
    marges = [plek.interval for plek in snede.bekend if isinstance(plek.interval, Interval)]
    if marges:
        zinnen.append("“Onzeker” zegt tussen welke waarden een cijfer met 95\u202f% zekerheid ligt.")
    if snede.indicator["noemer_indicator"] and any(marge.geschat for marge in marges):
        zinnen.append(
            "Die marges zijn zelf een schatting: hoeveel mensen er geteld zijn, komt uit een andere bron."
        )
    waarom = _why_no_verdict(snede)
    return [*zinnen, waarom] if waarom else zinnen


def _why_no_verdict(snede: Doorsnede) -> str | None:
    if any(isinstance(plek.oordeel, Oordeel) for plek in snede.bekend) or not snede.bekend:
        return None
    waarom = snede.bekend[0].oordeel
    if isinstance(waarom, Oordeel):
        return None
    if snede.soort is Soort.AANTAL:
        return f"We vergelijken dit cijfer niet met Vlaanderen, omdat {waarom.reden}."
    return (
        f"We zeggen hier niet of een gemeente hoger of lager ligt dan Vlaanderen, omdat {waarom.reden}. De "
        "laatste kolom zegt alleen waar een gemeente ligt tussen alle gemeenten, niet of dat toeval is."
    )
