"""Sentences about one municipality: one function per claim, with the words that the figures allow.

Every comparison names what is compared with. `hoger` and `lager` stand only where the difference is larger
than chance; a place among the municipalities says that chance is not known. Nothing here says why.
"""

from dataclasses import dataclass
from typing import Literal

from dashboard.components.duiding import een_op, ligging, midden, tegenover, wanneer
from dashboard.omgevingsanalyse.analyse import Analyse, Regel
from dashboard.tekst import REDENEN, geboortejaren, getal, hoofdletter, met_eenheid
from indicators.catalog import catalog
from indicators.gemeenten.groepen import Groep
from indicators.statistics import (
    Aggregaat,
    Meting,
    Onbekend,
    Periode,
    Positie,
    Trend,
    Verandering,
    in_mensen,
)

SoortZin = Literal["kop", "ongunstig", "gunstig", "verandering", "ligging", "onbekend", "betekenis"]
INDEX = "kansarmoede_index"
ONDER = 0.4
"""Below this part of the municipalities a figure lies under the middle."""
GUNST: dict[str | None, SoortZin] = {"ongunstiger": "ongunstig", "gunstiger": "gunstig"}


@dataclass(frozen=True, slots=True)
class Zin:
    """One claim: one or two short sentences, and the `anker` of the figure that they are about."""

    tekst: str
    anker: str
    soort: SoortZin


def anker(indicator: str) -> str:
    """Return the id of the row of an indicator on the page."""
    return f"c-{indicator}"


def naam(regel: Regel) -> str:
    """Return what an indicator is called inside a sentence: by the catalog, else by its quoted title."""
    indicator = catalog().get(regel.rij["indicator"])
    if indicator and indicator.in_zin:
        return indicator.in_zin
    return f'het cijfer "{regel.indicator["titel"]}"'


def kinderen(analyse: Analyse) -> Zin:
    """Say which part of the children grows up in kansarmoede, and how many that is, from ten upwards."""
    regel, waar = analyse.regels[INDEX], analyse.gemeente.naam
    rij, meting = regel.rij, regel.meting
    if meting is None or meting.waarde is None:
        waarom = REDENEN[rij["reden"]]
        return _zin(
            regel, "kop", f"Voor {waar} is er geen cijfer over kinderen in kansarmoede, omdat {waarom}."
        )
    geboren = geboortejaren(meting.periode.begin, meting.periode.einde)
    hoeveel = "".join(f", {woord}" for woord in _remarks(meting))
    n, deel = een_op(meting.waarde), _value(regel, meting.waarde)
    if n:
        begin = f"Van elke {n} kinderen in {waar}, {geboren}, groeit er ongeveer 1 op in kansarmoede"
        return _zin(regel, "kop", f"{begin} ({deel}{hoeveel}).")
    tussen = f" ({hoeveel.removeprefix(', ')})" if hoeveel else ""
    return _zin(
        regel, "kop", f"In {waar} groeit {deel} van de kinderen, {geboren}, op in kansarmoede{tussen}."
    )


def vergelijking(regel: Regel, groep: Groep, soort: SoortZin | None = None) -> Zin:
    """Say whether a figure is higher or lower than that of the group, or why that cannot be said.

    `soort` is what the favourable side makes of it where it is not given; no favourable side is `ligging`.
    """
    if isinstance(regel.vergelijking, Onbekend) or isinstance(regel.oordeel, Onbekend):
        return _no_verdict(regel, groep, soort or "onbekend")
    cijfers = _beside_each_other(regel, regel.vergelijking)
    if regel.oordeel.positie is Positie.NIET_TE_ONDERSCHEIDEN:
        begin = f"{hoofdletter(naam(regel))} is niet te onderscheiden van het cijfer van {groep.in_zin}"
        return _zin(regel, soort or "ligging", f"{begin}: {cijfers}. Het verschil kan toeval zijn.")
    begin = f"Vergeleken met {groep.in_zin} is {naam(regel)} {regel.oordeel.positie}"
    alleen = ", al is ook het tweede cijfer onzeker" if regel.vergelijking.aantal == 1 else ""
    return _zin(
        regel,
        soort or GUNST.get(regel.oordeel.gunst, "ligging"),
        f"{begin}: {cijfers}. Het verschil is groter dan toeval{alleen}.{_yet(regel, regel.oordeel.positie)}",
    )


def _yet(regel: Regel, positie: Positie) -> str:
    """Say where a figure lies among all municipalities if that is not the side of the verdict; else nothing.

    A few large cities lift a weighed figure so far that most municipalities are below it.
    """
    if regel.kwantiel is None:
        return ""
    zelfde_kant = regel.kwantiel < ONDER if positie is Positie.LAGER else regel.kwantiel >= 1 - ONDER
    return "" if zelfde_kant else f" Het cijfer ligt wel {ligging(regel.kwantiel)} van alle gemeenten."


def _beside_each_other(regel: Regel, gevonden: Aggregaat) -> str:
    """Write both figures, `13,9 % tegenover 7,8 % (in 2022)`, apart from the names that may hold a % too."""
    eigen, ander = _value(regel, regel.rij["waarde"]), _value(regel, gevonden.waarde)
    wie, status = midden(gevonden), _status(regel.meting) if regel.meting else []
    return f"{eigen} tegenover {ander} ({', '.join([*filter(None, [wie]), wanneer(regel.rij), *status])})"


def plaats(regel: Regel, waar: str, soort: SoortZin = "ligging", groep: Groep | None = None) -> Zin:
    """Say in which fifth of the municipalities a figure lies whose uncertainty nobody knows.

    Where a `groep` is given, its figure stands beside that.
    """
    if regel.kwantiel is None:
        raise ValueError(f"{regel.rij['indicator']} has no place among the municipalities")
    tekst = f"{waar} ligt {ligging(regel.kwantiel)} van de Vlaamse gemeenten"
    over = f"voor {naam(regel)} ({_figure(regel)})"
    naast = ""
    if groep and isinstance(regel.vergelijking, Aggregaat):
        naast = f" Ter vergelijking: {tegenover(regel, groep, regel.vergelijking)}."
    return _zin(regel, soort, f"{tekst} {over}.{naast} Of dat toeval is, weten we niet.")


def verandering(regel: Regel, groep: Groep | None = None) -> Zin:
    """Say whether a share changed between two periods without overlap, or why we do not know.

    A change larger than chance is told with that of `groep`, where one is given.
    """
    gevonden = regel.verandering
    if isinstance(gevonden, Onbekend):
        return _zin(
            regel, "onbekend", f"Of {naam(regel)} veranderd is, valt niet te zeggen, omdat {gevonden.reden}."
        )
    nieuw, oud = (_value(regel, m.waarde) for m in (gevonden.nieuw, gevonden.oud) if m.waarde is not None)
    tekst = f"In {gevonden.nieuw.periode} was {naam(regel)} {nieuw}, in {gevonden.oud.periode} was dat {oud}."
    tekst = f"{tekst} {_size(gevonden, nieuw == oud)}"
    if gevonden.groter_dan_toeval and groep:
        tekst += _meanwhile(regel, groep, gevonden.oud.periode, gevonden.nieuw.periode)
    return _zin(regel, "verandering", tekst)


def _size(gevonden: Verandering, zelfde: bool) -> str:
    """Say whether chance can make a change this large; `zelfde` where both values are written the same."""
    if gevonden.groter_dan_toeval:
        return "De verandering is groter dan toeval."
    if zelfde:
        return "Een verandering is er dus niet te zien."
    wat = "daling" if gevonden.verschil < 0 else "stijging"
    return f"Dat verschil is te klein om van een {wat} te spreken."


def _meanwhile(regel: Regel, groep: Groep, begin: Periode, einde: Periode) -> str:
    """Say how the group moved in the same time, where that is known of the group itself; else nothing."""
    bekend = dict(regel.tegenreeks)
    oud, nieuw = bekend.get(begin), bekend.get(einde)
    if oud is None or nieuw is None or oud.soort != nieuw.soort or nieuw.soort == "mediaan":
        return ""
    van, naar = _value(regel, oud.waarde), _value(regel, nieuw.waarde)
    hoe = f"bleef het {naar}" if van == naar else f"ging het van {van} naar {naar}"
    return f" In dezelfde tijd {hoe} in {groep.in_zin}."


def trend(regel: Regel, gevonden: Trend, groep: Groep) -> Zin:
    """Say that the last five values rise or fall, and how fast, beside the group.

    Only for a trend larger than chance.
    """
    if gevonden.richting == "geen duidelijke trend":
        raise ValueError(f"{regel.rij['indicator']} has no clear trend to tell of")
    jaren = f"Van {gevonden.perioden[0]} tot {gevonden.perioden[-1]} {gevonden.richting} {naam(regel)}"
    tempo = getal(abs(gevonden.per_jaar), max(1, regel.indicator["decimalen"]))
    naast = _meanwhile(regel, groep, gevonden.perioden[0], gevonden.perioden[-1])
    return _zin(
        regel,
        "verandering",
        f"{jaren}, met ongeveer {tempo} procentpunt per jaar. Die trend is groter dan toeval.{naast}",
    )


def ontbreekt(regels: list[Regel], totaal: int) -> Zin:
    """Say how many of the `totaal` figures are missing and why; `regels` are those, the first one linked.

    Where the predecessors of a merged municipality had one, say that those can be read.
    """
    vroeger = any(voor["waarde"] is not None for regel in regels for voor in regel.voorgangers)
    slot = " De cijfers van vóór de fusie staan er wel bij." if vroeger else ""
    redenen = [regel.reden for regel in regels if regel.reden]
    reden, meestal = most_common(redenen)
    if len(regels) == 1:
        titel = regels[0].indicator["titel"]
        return _zin(regels[0], "onbekend", f'Bij "{titel}" is er geen cijfer, omdat {REDENEN[reden]}.{slot}')
    hoeveel = f"Bij {len(regels)} van de {totaal} onderwerpen is er geen cijfer"
    return _zin(regels[0], "onbekend", f"{hoeveel}, {meestal}omdat {REDENEN[reden]}.{slot}")


def onzeker(regels: list[Regel], totaal: int) -> Zin:
    """Say of how many of the `totaal` figures the uncertainty is not known; `regels` are those."""
    redenen = [regel.interval.reden for regel in regels if isinstance(regel.interval, Onbekend)]
    reden, meestal = most_common(redenen)
    if len(regels) == 1:
        titel = regels[0].indicator["titel"]
        return _zin(
            regels[0], "onbekend", f'Hoe onzeker het cijfer "{titel}" is, valt niet te zeggen, omdat {reden}.'
        )
    hoeveel = f"Bij {len(regels)} van de {totaal} cijfers weten we niet hoe onzeker ze zijn"
    return _zin(regels[0], "onbekend", f"{hoeveel}, {meestal}omdat {reden}.")


def most_common(redenen: list[str]) -> tuple[str, str]:
    """Return the commonest reason, in the alphabet first of equals, and `meestal ` where there are more."""
    reden = min(set(redenen), key=lambda een: (-redenen.count(een), een))
    return reden, "" if len(set(redenen)) == 1 else "meestal "


def betekenis(analyse: Analyse) -> Zin:
    """Say what a low figure, or no figure, does not mean."""
    regel = analyse.regels[INDEX]
    cijfer = "Een laag cijfer" if regel.meting else "Geen cijfer"
    return _zin(
        regel,
        "betekenis",
        f"{cijfer} betekent niet dat er geen armoede is. De kansarmoede-index telt alleen jonge kinderen, en "
        "zegt niets over oudere kinderen, volwassenen en ouderen.",
    )


def _no_verdict(regel: Regel, groep: Groep, soort: SoortZin) -> Zin:
    onbekend = next(een for een in (regel.vergelijking, regel.oordeel) if isinstance(een, Onbekend))
    tekst = f"Of {naam(regel)} hoger of lager is, vergeleken met {groep.in_zin}, valt niet te zeggen"
    return _zin(regel, soort, f"{tekst}, omdat {onbekend.reden}.")


def _remarks(meting: Meting) -> list[str]:
    """Return what belongs beside the headline figure: how many children, estimated, not final."""
    mensen = in_mensen(meting.waarde or 0.0, meting.noemer) if meting.noemer else None
    return [
        *([f"naar schatting {getal(mensen)} kinderen"] if mensen else []),
        *_status(meting),
    ]


def _figure(regel: Regel) -> str:
    """Write value, period and status, as they stand between brackets: `12,3 % in 2022, voorlopig`."""
    delen = [f"{_value(regel, regel.rij['waarde'])} {wanneer(regel.rij)}"]
    return ", ".join([*delen, *(_status(regel.meting) if regel.meting else [])])


def _status(meting: Meting) -> list[str]:
    return [
        *(["herberekend na de fusie"] if meting.schatting else []),
        *(["voorlopig"] if meting.voorlopig else []),
    ]


def _value(regel: Regel, waarde: float) -> str:
    return met_eenheid(waarde, regel.indicator["eenheid"], regel.indicator["decimalen"])


def _zin(regel: Regel, soort: SoortZin, tekst: str) -> Zin:
    return Zin(tekst, anker(regel.rij["indicator"]), soort)
