"""What can be chosen for a page with more than one map; the part that all maps share is `kaartformulier`."""

from collections.abc import Sequence

from dashboard.components.kaartadres import NAAST, VEELVOUD, Kaartadres
from dashboard.components.kaartformulier import Groepen, Optie, indicatorlijst, kaartformulier
from dashboard.components.kaartwoorden import tijd
from dashboard.kaart.beeld import Kaartbeeld
from dashboard.kaart.reeks import HOOGSTENS
from dashboard.omgevingsanalyse.achtergrond import achtergrond
from dashboard.omgevingsanalyse.doorsnede import doorsnede
from dashboard.warehouse import Stand
from indicators.model import Levensdomein, Soort

ALTIJD = ("indicator", "vorm", "gebied")
KLASSEN = ("indeling", "aantal", "waarde")
PERIODEN_VAN_EEN = "De periodes van dit cijfer"
PROCENT = "%"
CRITERIA = "kansarmoede_"
NIET_EEN_CRITERIUM = "kansarmoede_index"


def samenformulier(
    stand: Stand, adres: Kaartadres, beelden: Sequence[Kaartbeeld], eerste: Kaartbeeld, kaart: bool
) -> dict[str, object]:
    """Return what the form is filled in with; `beelden` are the maps, none where they were refused.

    `kaart`: there are boundaries to draw.
    """
    velden = kaartformulier(stand, eerste, adres, kaart)
    gevraagd = list(ALTIJD)
    if adres.vorm == VEELVOUD:
        velden["indicatoren"] = _several(stand, adres)
        velden["zelf"] = _own_choice(stand, adres)
        velden["verborgen_zelf"] = list(adres.gekozen("indicatoren"))
        gevraagd += ["indicatoren", *KLASSEN]
    else:
        tweede = beelden[1] if len(beelden) > 1 else None
        getoond = tweede.indicator["indicator"] if tweede else adres.naast or adres.indicator
        velden["naast"] = indicatorlijst(stand, getoond)
        velden["periode2"] = _periods(stand, adres, tweede)
        gevraagd += ["periode", "naast", "periode2", "beeld", *(KLASSEN if adres.vorm == NAAST else ())]
    velden["gevraagd"] = [een for een in gevraagd if een != "beeld" or kaart]
    velden["verborgen"] = list(adres.gekozen(*gevraagd, "gemeente"))
    return velden


def _periods(stand: Stand, adres: Kaartadres, tweede: Kaartbeeld | None) -> list[Optie]:
    if tweede:
        gekozen, perioden = tweede.periode, tweede.perioden
    else:
        snede = doorsnede(stand, adres.indicator)
        gekozen, perioden = None, snede.perioden
    return [
        (str(een.einde), tijd(een), een == gekozen or (not gekozen and str(een.einde) == adres.periode2))
        for een in reversed(perioden)
    ]


def _own_choice(stand: Stand, adres: Kaartadres) -> Groepen:
    """Return all percentages with figures, to tick: they fit on one legend."""
    achter, gekozen = achtergrond(stand), adres.indicatoren.split(",")
    alle = [
        (
            domein.titel,
            [
                (naam, rij["titel"], naam in gekozen)
                for naam, rij in achter.catalogus.items()
                if rij["levensdomein"] == domein and rij["eenheid"] == PROCENT and achter.laatste[naam]
            ],
        )
        for domein in Levensdomein
    ]
    return [(titel, opties) for titel, opties in alle if opties]


def _several(stand: Stand, adres: Kaartadres) -> list[Optie]:
    """Return what small maps can be of: periods, or all percentages that belong together."""
    achter = achtergrond(stand)
    rijen = {naam: rij for naam, rij in achter.catalogus.items() if achter.laatste[naam]}
    domein = achter.catalogus[adres.indicator]["levensdomein"]
    criteria = [naam for naam in rijen if naam.startswith(CRITERIA) and naam != NIET_EEN_CRITERIUM]
    verwant = [
        naam
        for naam, rij in rijen.items()
        if rij["levensdomein"] == domein and rij["eenheid"] == PROCENT and rij["soort"] != Soort.AANTAL
    ][:HOOGSTENS]
    keuzes = {"": PERIODEN_VAN_EEN}
    if criteria:
        keuzes[",".join(criteria)] = "De criteria van kansarmoede"
    if len(verwant) > 1:
        keuzes[",".join(verwant)] = f"{Levensdomein(domein).titel}: cijfers in procent"
    if adres.indicatoren not in keuzes:
        keuzes[adres.indicatoren] = "Eigen keuze"
    return [(waarde, tekst, waarde == adres.indicatoren) for waarde, tekst in keuzes.items()]
