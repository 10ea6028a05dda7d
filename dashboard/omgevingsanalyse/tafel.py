"""Several municipalities and areas beside each other: what the table of `/vergelijk` and its download show.

All of a row is of one period, the newest of the indicator, and held against one group. An area is never held
against itself.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from dashboard.omgevingsanalyse.achtergrond import Achtergrond, achtergrond, meting, plaats
from dashboard.omgevingsanalyse.gebiedscijfers import GEEN_CIJFER, Cijfer, van_gebied, van_gemeente
from dashboard.tekst import REDENEN
from dashboard.warehouse import Rij, Stand
from indicators.gemeenten.gebieden import Gebied, gebieden
from indicators.gemeenten.groepen import STANDAARD, Groep, groep
from indicators.model import Levensdomein, Richting, Soort
from indicators.statistics import (
    Aggregaat,
    Onbekend,
    Oordeel,
    Periode,
    aggregaat,
    oordeel,
)
from indicators.statistics.interval import GEEN_VERHOUDING

HOOGSTENS = 8
"""More columns than these do not fit beside each other."""
ZELF = Onbekend("dit de vergelijking zelf is")
ALLEEN = Onbekend("geen andere gemeente uit de groep dit cijfer heeft")


@dataclass(frozen=True, slots=True)
class Cel:
    """One indicator in one area: a figure, or why there is none (`reden`, after "omdat").

    `kwantiel` (0 to 1) places a municipality among all of them. `levering` is the key of a file behind it.
    """

    cijfer: Cijfer | None
    reden: str | None
    oordeel: Oordeel | Onbekend
    kwantiel: float | None
    levering: str | None


@dataclass(frozen=True, slots=True)
class Regel:
    """One indicator in every area, in the order of the areas; without any figure there is no period."""

    indicator: Rij
    periode: Periode | None
    vergelijking: Aggregaat | Onbekend
    cellen: tuple[Cel, ...]

    @property
    def soort(self) -> Soort:
        return Soort(self.indicator["soort"])


@dataclass(frozen=True, slots=True)
class Tafel:
    """The areas beside each other, compared with `groep`; `stand` is the build that they come from."""

    gebieden: tuple[Gebied, ...]
    groep: Groep
    regels: tuple[Regel, ...]
    demo: bool
    stand: str


def groep_voor(
    stand: Stand, gekozen: Sequence[Gebied], vergelijk: str, zonder: Collection[str] = ()
) -> Groep:
    """Return what the areas are compared with: Flanders, or a group around the first municipality.

    Raises OnbekendeGroep, with a sentence for the reader, where there is no such group.
    """
    eerste = next((een.gemeente for een in gekozen if een.gemeente), None)
    if eerste:
        return groep(vergelijk, eerste.nis_code, achtergrond(stand).kenmerken, zonder)
    vlaanderen = gebieden()[STANDAARD]
    return Groep(STANDAARD, vlaanderen.naam, vlaanderen.in_zin, vlaanderen.leden, True, "Alle gemeenten.")


def indicatoren(stand: Stand, domein: Levensdomein | None) -> list[str]:
    """Return what the rows are: all indicators of a levensdomein, or the first few (`kern`) of each."""
    volgorde = list(Levensdomein)
    catalogus = achtergrond(stand).catalogus
    gezocht = [
        (volgorde.index(Levensdomein(rij["levensdomein"])), not rij["kern"], rij["titel"], naam)
        for naam, rij in catalogus.items()
        if (rij["levensdomein"] == domein if domein else rij["kern"])
    ]
    return [naam for *_, naam in sorted(gezocht)]


def naast_elkaar(stand: Stand, gekozen: Sequence[Gebied], samen: Groep, namen: Sequence[str]) -> Tafel:
    """Return the indicators `namen` of the areas, each held against the group."""
    achter = achtergrond(stand)
    profielen = {
        een.leden[0]: {rij["indicator"]: rij for rij in stand.profiel(een.leden[0])} for een in gekozen
    }
    regels = tuple(_row(stand, achter, gekozen, samen, naam, profielen) for naam in namen)
    return Tafel(tuple(gekozen), samen, regels, stand.demo, stand.id)


def _row(
    stand: Stand,
    achter: Achtergrond,
    gekozen: Sequence[Gebied],
    samen: Groep,
    naam: str,
    profielen: Mapping[str, Mapping[str, Rij]],
) -> Regel:
    indicator = achter.catalogus[naam]
    rijen = [profielen[een.leden[0]][naam] for een in gekozen]
    begin, einde = rijen[0]["periode_begin"], rijen[0]["periode_einde"]
    periode = Periode(begin, einde) if einde else None
    tegenover = _comparator(achter, samen, indicator, periode)
    figures = [
        _figure(stand, achter, een, indicator, periode, rij) for een, rij in zip(gekozen, rijen, strict=True)
    ]
    cellen = tuple(
        Cel(
            *gevonden,
            _verdict(gevonden[0], een, samen, achter, indicator, tegenover),
            _place(achter, een, rij, indicator),
            rij["levering"],
        )
        for een, rij, gevonden in zip(gekozen, rijen, figures, strict=True)
    )
    return Regel(indicator, periode, tegenover, cellen)


def _comparator(
    achter: Achtergrond, samen: Groep, indicator: Rij, periode: Periode | None
) -> Aggregaat | Onbekend:
    if Soort(indicator["soort"]) is Soort.AANTAL:
        return GEEN_VERHOUDING
    naam = indicator["indicator"]
    if samen.keuze == STANDAARD:
        geen = Onbekend("er voor Vlaanderen geen cijfer is")
        return next((een for wanneer, een in achter.vlaanderen.get(naam, ()) if wanneer == periode), geen)
    waarden = achter.laatste[naam]
    delen = [waarden[nis][:2] for nis in samen.leden if nis in waarden]
    return aggregaat(delen, Soort(indicator["soort"]), indicator["noemer_naam"])


def _figure(
    stand: Stand, achter: Achtergrond, gebied: Gebied, indicator: Rij, periode: Periode | None, rij: Rij
) -> tuple[Cijfer | None, str | None]:
    """Return the newest figure of an area, or why there is none; `rij` is of its (first) municipality."""
    if gebied.gemeente:
        if rij["waarde"] is None:
            return None, REDENEN[rij["reden"]]
        return van_gemeente(meting(rij), indicator), None
    if periode is None:
        return None, REDENEN[rij["reden"]]
    naam = indicator["indicator"]
    gevonden = stand.onthoud(
        ("gebied", gebied.sleutel, naam),
        lambda: van_gebied(achter, gebied, indicator, periode, achter.laatste[naam]),
    )
    return (None, gevonden.reden) if isinstance(gevonden, Onbekend) else (gevonden, None)


def _verdict(
    cijfer: Cijfer | None,
    gebied: Gebied,
    samen: Groep,
    achter: Achtergrond,
    indicator: Rij,
    tegenover: Aggregaat | Onbekend,
) -> Oordeel | Onbekend:
    """Hold a figure against that of the group; where it is the group's own, or alone in it, say so."""
    if cijfer is None:
        return GEEN_CIJFER
    if isinstance(tegenover, Onbekend):
        return tegenover
    if set(gebied.leden) == set(samen.leden):
        return ZELF
    if isinstance(cijfer.interval, Onbekend):
        return cijfer.interval
    waarden = achter.laatste[indicator["indicator"]]
    if gebied.gemeente and not any(nis in waarden for nis in samen.leden if nis not in gebied.leden):
        return ALLEEN
    return oordeel(cijfer.interval, tegenover.waarde, Richting(indicator["richting"]))


def _place(achter: Achtergrond, gebied: Gebied, rij: Rij, indicator: Rij) -> float | None:
    """Return where one municipality lies; an area has no place, and a count says nothing by it."""
    if gebied.gemeente is None or Soort(indicator["soort"]) is Soort.AANTAL:
        return None
    alle = achter.verdelingen.get((indicator["indicator"], rij["periode_einde"]))
    return plaats(rij["kwantiel"], rij["waarde"], alle)
