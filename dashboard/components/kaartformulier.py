"""What can be chosen for a map: the form of `templates/kaart.html`, the same with and without a script."""

from collections.abc import Mapping, Sequence

from dashboard.components.kaartadres import (
    BIVARIAAT,
    EEN,
    GEOGRAFISCH,
    NAAST,
    SPREIDING,
    TEGELS,
    VEELVOUD,
    VERSCHIL,
    Kaartadres,
)
from dashboard.components.kaartwoorden import ARRONDISSEMENT, LIJNEN, tijd
from dashboard.kaart.beeld import GEKROMPEN, RUW, Kaartbeeld
from dashboard.omgevingsanalyse.achtergrond import achtergrond
from dashboard.warehouse import Stand
from indicators.gemeenten.gebieden import CENTRUMSTEDEN, Gebied, gebieden
from indicators.gemeenten.groepen import EIGEN, STANDAARD
from indicators.model import Levensdomein
from indicators.statistics.indeling import Indeling

Optie = tuple[str, str, bool]
"""Value, text, chosen."""
Groepen = list[tuple[str, Sequence[Optie]]]
"""The heading of a part of a list, empty for those before all parts, and its choices."""

INDELINGEN: Mapping[str, str] = {
    Indeling.KWANTIELEN: "Evenveel gemeenten per klasse",
    Indeling.NATUURLIJK: "Natuurlijke grenzen",
    Indeling.GELIJK: "Even brede klassen",
    Indeling.ROND: "Ronde grenzen",
    Indeling.KANSARMOEDE: "Klassen van het onderzoek van 2018",
    Indeling.AFSTAND: "Afstand tot het gemiddelde",
    Indeling.VERSCHIL: "Hoger of lager dan de vergelijking",
}
KLASSEN = range(3, 8)
VORMEN = {
    EEN: "De cijfers zelf",
    VERSCHIL: "Wat er veranderde",
    NAAST: "Twee kaarten",
    BIVARIAAT: "Twee cijfers, één kaart",
    SPREIDING: "Twee cijfers, puntenwolk",
    VEELVOUD: "Veel kleine kaarten",
}
BEELDEN = {GEOGRAFISCH: "Kaart", TEGELS: "Even grote tegels"}
WAARDEN = {RUW: "Het cijfer zelf", GEKROMPEN: "Bijgesteld voor toeval"}
NIVEAUS = {
    "provincie": "Provincies",
    "arrondissement": "Arrondissementen",
    "referentieregio": "Referentieregio's",
    "eerstelijnszone": "Eerstelijnszones",
}
ROND_DE_GEMEENTE = {
    "provincie": "De eigen provincie",
    "arrondissement": "Het eigen arrondissement",
    "referentieregio": "De eigen referentieregio",
    "eerstelijnszone": "De eigen eerstelijnszone",
    "grootteklasse": "Gemeenten die even groot zijn",
    "kansarmoedeklasse": "Gemeenten met evenveel kansarmoede",
    "buren": "De buurgemeenten",
    "vergelijkbaar": "Gemeenten die erop lijken",
}
"""Comparators of the municipality whose card is open."""


def kaartformulier(stand: Stand, beeld: Kaartbeeld, adres: Kaartadres, kaart: bool) -> dict[str, object]:
    """Return what the form is filled in with; `kaart`: there are boundaries to draw."""
    gekozen = "" if beeld.periode is None else str(beeld.periode.einde)
    vorige = "" if beeld.vorige is None else str(beeld.vorige.einde)
    niet_gevraagd = ZONDER_INVLOED if adres.vorm == VERSCHIL else ()
    achteruit = [(str(een.einde), tijd(een)) for een in reversed(beeld.perioden)]
    return {
        "indicator": indicatorlijst(stand, beeld.indicator["indicator"]),
        "periode": [(dag, naam, dag == gekozen) for dag, naam in achteruit],
        "van": [(dag, naam, dag == vorige) for dag, naam in achteruit],
        "gebied": [*_areas(beeld.gebied.sleutel, "Heel Vlaanderen"), *_own(beeld.gebied)],
        "vorm": _options(VORMEN, adres.vorm),
        "indeling": _options(INDELINGEN, adres.indeling),
        "aantal": [(str(een), str(een), str(een) == adres.aantal) for een in KLASSEN],
        "waarde": _options(WAARDEN, adres.waarde),
        "beeld": _options(BEELDEN, adres.beeld if kaart else TEGELS),
        "vergelijk": _comparators(beeld.tegenover),
        "stippen": bool(adres.stippen),
        "lijnen": [
            (naam, tekst, naam in adres.lijnen.split(","))
            for naam, tekst in LIJNEN.items()
            if kaart or naam == ARRONDISSEMENT
        ],
        "verborgen": list(adres.gekozen(*(een for een in GEVRAAGD if een not in niet_gevraagd))),
    }


GEVRAAGD = (
    "indicator",
    "periode",
    "van",
    "gebied",
    "vorm",
    "indeling",
    "aantal",
    "waarde",
    "beeld",
    "vergelijk",
    "stippen",
    "lijnen",
)
"""The keys that the form asks for itself."""
ZONDER_INVLOED = ("vergelijk", "indeling", "aantal", "waarde")
"""Those that change nothing on a map of what changed."""


def _options(teksten: Mapping[str, str], gekozen: str) -> list[Optie]:
    return [(str(sleutel), tekst, sleutel == gekozen) for sleutel, tekst in teksten.items()]


def indicatorlijst(stand: Stand, gekozen: str) -> Groepen:
    """Return every indicator by levensdomein, with the one that is chosen."""
    rijen = achtergrond(stand).catalogus.values()
    alle = [
        (
            domein.titel,
            [
                (rij["indicator"], rij["titel"], rij["indicator"] == gekozen)
                for rij in rijen
                if rij["levensdomein"] == domein
            ],
        )
        for domein in Levensdomein
    ]
    return [(titel, opties) for titel, opties in alle if opties]


def _areas(gekozen: str, heel: str) -> Groepen:
    alle = gebieden()
    steden = alle[CENTRUMSTEDEN]
    groepen: Groepen = [
        (
            "",
            [
                (STANDAARD, heel, gekozen == STANDAARD),
                (CENTRUMSTEDEN, f"De {steden.naam}", gekozen == CENTRUMSTEDEN),
            ],
        )
    ]
    for niveau, titel in NIVEAUS.items():
        leden = [een for een in alle.values() if een.sleutel.startswith(f"{niveau}:")]
        groepen.append((titel, [(een.sleutel, _short(een.naam), een.sleutel == gekozen) for een in leden]))
    return groepen


def _short(naam: str) -> str:
    for niveau in NIVEAUS:
        naam = naam.removeprefix(f"{niveau} ")
    return naam


def _comparators(tegenover: Gebied) -> Groepen:
    gekozen = tegenover.sleutel
    rond = [(keuze, tekst, keuze == gekozen) for keuze, tekst in ROND_DE_GEMEENTE.items()]
    eerst, *rest = _areas(gekozen, "Vlaanderen")
    return [eerst, *_own(tegenover), ("Rond de gemeente die je aanduidt", rond), *rest]


def _own(gekozen: Gebied) -> Groepen:
    """Return an own set, or one municipality, as a choice while it is the one chosen."""
    eigen = gekozen.sleutel.startswith(EIGEN) or gekozen.gemeente
    return [("Eigen keuze", [(gekozen.sleutel, gekozen.naam, True)])] if eigen else []
