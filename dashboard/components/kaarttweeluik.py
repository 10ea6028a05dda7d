"""Two indicators in one drawing: a map in nine colours, and a cloud with a disc per municipality."""

from collections.abc import Iterator
from functools import partial

from dashboard.components.duiding import aslabel, schrijf
from dashboard.components.kaartfiguur import namen
from dashboard.components.kaartwoorden import tijd
from dashboard.components.samenbeeld import Kaartdeel, Samenbeeld, cijfer, tabelrijen, uitsnede_van
from dashboard.errors import Onbegrepen
from dashboard.figures.kaart import Kaartvlak, kaart
from dashboard.figures.kaartlegende import Regel, kaartlegende
from dashboard.figures.spreidingsdiagram import As, Schijf, spreidingsdiagram
from dashboard.figures.tweeluiklegende import PALET, tweeluiklegende, vakklasse
from dashboard.figures.vormen import Vormen
from dashboard.kaart.beeld import Kaartbeeld
from dashboard.kaart.paar import Kaartpaar
from dashboard.omgevingsanalyse.achtergrond import kenmerken
from dashboard.tekst import aantal, hoofdletter
from dashboard.warehouse import Stand
from indicators.statistics.klassen import Klassen
from indicators.statistics.tweeluik import DERDEN, Tweeluik, in_woorden

BREEDTE, LEGENDE = 640, 300
HOOG, LAAG = (2, 2), (0, 0)
GEEN_OORZAAK = (
    "Samen voorkomen is geen oorzaak: je ziet niet of het ene cijfer het andere verklaart. En het gaat over "
    "gemeenten, niet over mensen: wie het ene meemaakt, maakt daarom het andere niet mee."
)
TOEVAL = "Een gemeente dicht bij een grens kan door toeval in een ander vak liggen."
ALLE_GEMEENTEN = (
    "Laag, in het midden en hoog zijn telkens een derde van alle Vlaamse gemeenten, niet goed of slecht."
)
NIEMAND = (
    "Geen enkele gemeente van dit gebied heeft beide cijfers. Kies een ander gebied of een ander cijfer."
)
SCHIJVEN = (
    "Elke schijf is een gemeente: hoe groter, hoe meer inwoners. De stippellijnen scheiden de derden. "
    "De assen beginnen niet altijd bij nul."
)


def tweeluikbeeld(
    stand: Stand, paar: Kaartpaar, gevonden: Tweeluik, vormen: Vormen, wolk: bool
) -> Samenbeeld:
    """Return the map with its legend in colours and in words; `wolk` puts the discs beside it.

    Raises Onbegrepen, with a sentence, where nobody in the area has both figures.
    """
    een, ander = _title(paar.eerste), _title(paar.tweede)
    titel = f"{een} en {ander}, {paar.eerste.gebied.naam}"
    geteld = dict.fromkeys(gevonden.aantallen, 0)
    for vlak in paar.eerste.getoond:
        if vlak.nis_code in gevonden.vakken:
            geteld[gevonden.vakken[vlak.nis_code]] += 1
    if not any(geteld.values()):
        raise Onbegrepen(NIEMAND)
    figuren = [Kaartdeel("Op de kaart", _map(stand, paar, gevonden, vormen, titel))]
    if wolk:
        figuren.append(Kaartdeel("Als puntenwolk", _cloud(stand, paar, gevonden, titel)))
    return Samenbeeld(
        kop=titel,
        zinnen=(_finding(geteld, sum(geteld.values())), GEEN_OORZAAK),
        kaarten=tuple(figuren),
        noten=(*paar.opmerkingen, *_notes(paar, gevonden), *([SCHIJVEN] if wolk else [])),
        kolommen=(een, ander),
        rijen=tabelrijen((paar.eerste, paar.tweede), lambda nis: _words(gevonden, nis)),
        beelden=(paar.eerste, paar.tweede),
        legenden=(tweeluiklegende(geteld, een, ander, LEGENDE), _in_words(paar, gevonden, titel)),
    )


def _title(beeld: Kaartbeeld) -> str:
    return f"{beeld.indicator['titel']}, {tijd(beeld.periode)}" if beeld.periode else beeld.indicator["titel"]


def _finding(geteld: dict[tuple[int, int], int], samen: int) -> str:
    """Say how many have both high and both low: what the eye looks for first."""
    hoog, laag = (aantal(geteld[vak], "gemeente", "gemeenten") for vak in (HOOG, LAAG))
    wie = aantal(samen, "gemeente", "gemeenten")
    return f"{hoofdletter(wie)} met beide cijfers: allebei hoog in {hoog}, allebei laag in {laag}."


def _notes(paar: Kaartpaar, gevonden: Tweeluik) -> Iterator[str]:
    yield ALLE_GEMEENTEN
    for beeld, derden in ((paar.eerste, gevonden.eerste), (paar.tweede, gevonden.tweede)):
        laag, hoog = derden.grenzen
        grenzen = f"laag tot en met {schrijf(beeld, laag)}, hoog boven {schrijf(beeld, hoog)}"
        yield f"{beeld.indicator['titel']}: {grenzen}."
    yield TOEVAL


def _words(gevonden: Tweeluik, nis: str) -> str:
    """Say in which third both figures lie, in the order of the columns."""
    if nis not in gevonden.vakken:
        return "niet ingedeeld"
    x, y = gevonden.vakken[nis]
    return f"allebei {DERDEN[x]}" if x == y else f"{DERDEN[x]} en {DERDEN[y]}"


def _map(stand: Stand, paar: Kaartpaar, gevonden: Tweeluik, vormen: Vormen, titel: str) -> str:
    vlakken = []
    for een, ander in zip(paar.eerste.vlakken, paar.tweede.vlakken, strict=True):
        nis = een.nis_code
        tekst = f"{een.naam}: {cijfer(paar.eerste, een)} en {cijfer(paar.tweede, ander)}"
        vlakken.append(Kaartvlak(nis, _colour(paar, gevonden, nis, een.binnen), tekst))
    return kaart(
        vlakken,
        vormen,
        BREEDTE,
        titel,
        "De tabel geeft dezelfde cijfers.",
        palet=PALET,
        gebied=uitsnede_van(paar.eerste),
        namen=namen(stand, paar.eerste),
    )


def _colour(paar: Kaartpaar, gevonden: Tweeluik, nis: str, binnen: bool) -> str:
    if not binnen:
        return "buiten"
    return vakklasse(gevonden.vakken[nis]) if nis in gevonden.vakken else "zonder-ontbreekt"


def _in_words(paar: Kaartpaar, gevonden: Tweeluik, titel: str) -> str:
    """Draw every colour that occurs with what it means, from both high to both low."""
    getoond = [vlak.nis_code for vlak in paar.eerste.getoond]
    vakken = [gevonden.vakken.get(nis) for nis in getoond]
    namen_van = [een.indicator["titel"] for een in (paar.eerste, paar.tweede)]
    regels = [
        Regel(vakklasse(vak), in_woorden(vak, namen_van[0], namen_van[1]), vakken.count(vak))
        for vak in sorted(gevonden.aantallen, reverse=True)
        if vak in vakken
    ]
    if None in vakken:
        regels.append(Regel("zonder-ontbreekt", "een van beide cijfers ontbreekt", vakken.count(None)))
    return kaartlegende(regels, None, (), PALET, LEGENDE, f"Legende in woorden: {titel}")


def _cloud(stand: Stand, paar: Kaartpaar, gevonden: Tweeluik, titel: str) -> str:
    inwoners = kenmerken(stand).inwoners
    schijven = []
    for een, ander in zip(paar.eerste.vlakken, paar.tweede.vlakken, strict=True):
        nis = een.nis_code
        if not een.binnen or een.waarde is None or ander.waarde is None:
            continue
        klas = vakklasse(gevonden.vakken[nis])
        schijven.append(Schijf(nis, een.waarde, ander.waarde, inwoners.get(nis, 0), klas, een.naam))
    return spreidingsdiagram(
        schijven,
        _axis(paar.eerste, gevonden.eerste),
        _axis(paar.tweede, gevonden.tweede),
        PALET,
        titel,
        "Elke gemeente als een schijf. De tabel geeft dezelfde cijfers.",
    )


def _axis(beeld: Kaartbeeld, derden: Klassen) -> As:
    eenheid = partial(aslabel, eenheid=beeld.indicator["eenheid"])
    return As(_title(beeld), eenheid, derden.grenzen)
