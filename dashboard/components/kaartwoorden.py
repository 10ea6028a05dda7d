"""What is said about a map: its title, its classes, each municipality, and how to read it."""

from statistics import median

from dashboard.components.duiding import schrijf, tussen
from dashboard.kaartbeeld import Kaartbeeld, Legenderegel, Vlak
from dashboard.tekst import REDENEN, aantal, datum, getal, opsomming, periode
from dashboard.warehouse import Rij
from indicators.statistics import Interval, Onbekend, Oordeel, Periode, Positie, Verandering
from indicators.statistics.indeling import Indeling

ZONDER = {
    "ontbreekt": "geen cijfer bij de bron",
    "onderdrukt": "te weinig mensen om te tonen",
    "niet_van_toepassing": "niet van toepassing",
    "geen_levering": "nog niet opgehaald bij de bron",
    "geen_uitspraak": "wel een cijfer, maar toeval niet gekend",
}
"""Beside the pattern of each, in the order of the legend."""
ONZEKER = "gestreept: onzeker, kan ook in een andere klasse liggen"
SCHATTING = "gestreept: een schatting"
ALLE_GEMEENTEN = "De klassen zijn gemaakt met alle Vlaamse gemeenten"
ALLE_PERIODEN = " en alle periodes samen. Zo betekent een kleur overal en altijd hetzelfde."
DEZE_PERIODE = " in deze periode."
OP_DE_GRENS = "Een cijfer op een grens hoort bij de lagere klasse."
AFSTAND = (
    "De afstand tot het gemiddelde van alle gemeenten, in standaardafwijkingen. Dat is geen toets op toeval."
)
BIJGESTELD = (
    "De kleuren tonen een bijgesteld cijfer: hoe minder mensen er geteld zijn, hoe dichter het bij dat van "
    "alle gemeenten samen ligt. Het gewone cijfer staat bij elke gemeente."
)
LAAG_IS_NIET_NUL = "Ook waar een cijfer laag is, leven mensen in armoede."


def wanneer(beeld: Kaartbeeld) -> str:
    """Write the period, or both of them: `2022–2024`, `2024 tegenover 2021`."""
    if beeld.periode is None:
        return "nog geen cijfers"
    nu = tijd(beeld.periode)
    return f"{nu} tegenover {tijd(beeld.vorige)}" if beeld.vorige else nu


def tijd(een: Periode) -> str:
    """Write a period."""
    return periode(een.begin, een.einde)


def kop(beeld: Kaartbeeld) -> str:
    """Name measure, period and area: the title of the map."""
    wat = beeld.indicator["titel"] + (": wat is er veranderd?" if beeld.vorige else "")
    waar = beeld.gebied.naam
    return f"{wat}{'' if beeld.vorige else ','} {wanneer(beeld)}, {waar}"


def klastekst(beeld: Kaartbeeld, regel: Legenderegel) -> str:
    """Write a class: its word, its edges, or both."""
    if beeld.indeling is Indeling.VERSCHIL:
        return _verdict_class(beeld, regel.woord or "")
    eenheid, decimalen = beeld.indicator["eenheid"], beeld.indicator["decimalen"]
    van, tot = getal(regel.van, decimalen), schrijf(beeld, regel.tot)
    if eenheid == "euro":
        van = schrijf(beeld, regel.van)
    grenzen = tot if van == getal(regel.tot, decimalen) else f"{van}–{tot}"
    return f"{regel.woord} ({grenzen})" if regel.woord and beeld.indeling is Indeling.AFSTAND else grenzen


def _verdict_class(beeld: Kaartbeeld, woord: str) -> str:
    if beeld.vorige:
        return woord
    voegwoord = "van" if woord == Positie.NIET_TE_ONDERSCHEIDEN else "dan"
    return f"{woord} {voegwoord} {beeld.tegenover.in_zin}"


def vlaktekst(beeld: Kaartbeeld, vlak: Vlak) -> str:
    """Say everything about one municipality in one line: for who points at it, or listens."""
    if not vlak.meting or vlak.meting.waarde is None:
        return f"{vlak.naam}: geen cijfer, omdat {REDENEN[vlak.reden or 'leeg_bij_bron']}"
    delen = [f"{vlak.naam}: {schrijf(beeld, vlak.meting.waarde)}"]
    if beeld.gekrompen and vlak.waarde is not None:
        delen.append(f"bijgesteld {schrijf(beeld, vlak.waarde)}")
    if isinstance(vlak.interval, Interval):
        delen.append(f"onzeker: {tussen(beeld, vlak.interval)}")
    if vlak.schatting:
        delen.append("schatting")
    if gezegd := woord(beeld, vlak):
        delen.append(gezegd)
    return ", ".join(delen)


def woord(beeld: Kaartbeeld, vlak: Vlak) -> str | None:
    """Return the verdict, on the figure or on its change; None where there is none."""
    if beeld.vorige:
        if not isinstance(vlak.verandering, Verandering) or vlak.klas is None:
            return None
        decimalen = max(1, beeld.indicator["decimalen"])
        plus = "+" if vlak.verandering.verschil > 0 else ""
        gezegd = next(regel.woord for regel in beeld.legende if regel.klas == vlak.klas)
        return f"{plus}{getal(vlak.verandering.verschil, decimalen)} procentpunt: {gezegd}"
    if not isinstance(vlak.oordeel, Oordeel):
        return None
    return _verdict_class(beeld, vlak.oordeel.positie)


def leeswijzer(beeld: Kaartbeeld) -> list[str]:
    """Return what the reader must know about the classes, after what could not be done as asked."""
    zinnen = [*beeld.noten]
    if isinstance(beeld.klassen, Onbekend):
        return (
            [*zinnen, f"We kleuren deze kaart niet, omdat {beeld.klassen.reden}."]
            if beeld.periode
            else zinnen
        )
    if beeld.indeling is Indeling.AFSTAND:
        zinnen.append(AFSTAND)
    elif beeld.indeling is not Indeling.VERSCHIL:
        zinnen.append(
            ALLE_GEMEENTEN + (ALLE_PERIODEN if beeld.vast and len(beeld.perioden) > 1 else DEZE_PERIODE)
        )
        if not beeld.klassen.vanaf:
            zinnen.append(OP_DE_GRENS)
    if beeld.gekrompen:
        zinnen.append(BIJGESTELD)
    if beeld.vast:
        zinnen += [_break(een) for een in beeld.indicator["breuken"] or () if _between(een, beeld)]
    return zinnen


def _between(breuk: Rij, beeld: Kaartbeeld) -> bool:
    return bool(beeld.perioden) and beeld.perioden[0].einde < breuk["vanaf"] <= beeld.perioden[-1].einde


def _break(breuk: Rij) -> str:
    return f"Vanaf {datum(breuk['vanaf'])} is dit cijfer anders geteld. {breuk['uitleg']}"


def bevinding(beeld: Kaartbeeld) -> str:
    """Say what the map shows: how the municipalities of the area are spread, or how many stand apart."""
    if beeld.indeling is Indeling.VERSCHIL and beeld.legende:
        geteld = [
            f"{aantal(regel.aantal, 'gemeente', 'gemeenten')} {klastekst(beeld, regel)}"
            for regel in beeld.legende
            if regel.aantal
        ]
        zin = opsomming(geteld)
        return f"{zin[:1].upper()}{zin[1:]}." if zin else ""
    waarden = sorted(
        vlak.meting.waarde for vlak in beeld.getoond if vlak.meting and vlak.meting.waarde is not None
    )
    if len(waarden) < 2:
        return ""
    return (
        f"Het laagste cijfer is {schrijf(beeld, waarden[0])}, het hoogste {schrijf(beeld, waarden[-1])}. "
        f"De middelste gemeente heeft {schrijf(beeld, median(waarden))}."
    )
