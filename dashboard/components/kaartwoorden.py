"""What is said about a map: its title, its classes, each municipality, and how to read it."""

from collections.abc import Iterator
from statistics import median

from dashboard.components.duiding import NIET_GEKEND, met_teken, schrijf, tussen
from dashboard.kaart.beeld import GEEN_UITSPRAAK, Kaartbeeld, Legenderegel, Vlak
from dashboard.tekst import LEEG, REDENEN, aantal, datum, getal, opsomming, periode
from dashboard.warehouse import Rij
from indicators.gemeenten.groepen import EIGEN
from indicators.model import Soort
from indicators.statistics import Interval, Onbekend, Oordeel, Periode, Positie
from indicators.statistics.indeling import Indeling
from indicators.statistics.klassen import Klassen

ZONDER = {
    "ontbreekt": "geen cijfer bij de bron",
    "onderdrukt": "te weinig mensen om te tonen",
    "niet_van_toepassing": "niet van toepassing",
    "geen_levering": "nog niet opgehaald bij de bron",
    "geen_uitspraak": "wel een cijfer, maar toeval niet gekend",
}
"""Beside the pattern of each, in the order of the legend."""
NIET_TE_VERGELIJKEN = "wel een cijfer, maar niet te vergelijken"
ONZEKER = "gestreept: onzeker, kan ook in een andere klasse liggen"
SCHATTING = "gestreept: een schatting"
ALLE_GEMEENTEN = "De klassen zijn gemaakt met alle Vlaamse gemeenten"
ALLE_PERIODEN = " en alle periodes samen. Zo betekent een kleur overal en altijd hetzelfde."
DEZE_PERIODE = " in deze periode."
OP_DE_GRENS = "Een cijfer op een grens hoort bij de lagere klasse."
AFSTAND = (
    "De kleur toont de afstand tot het gemiddelde van alle gemeenten. “Ver” is meer dan anderhalve "
    "standaardafwijking: de maat voor hoe ver gemeenten uit elkaar liggen. Dat zegt niets over toeval."
)
BIJGESTELD = (
    "De kleuren tonen een bijgesteld cijfer: hoe minder mensen er geteld zijn, hoe dichter het bij dat van "
    "alle gemeenten samen ligt. Het gewone cijfer staat bij elke gemeente."
)
ARRONDISSEMENT = "arrondissement"
LIJNEN = {
    ARRONDISSEMENT: "Grenzen van de arrondissementen",
    "voor-2019": "Gemeenten van 2018 die er niet meer zijn",
    "voor-2025": "Gemeenten van 2024 die er niet meer zijn",
}
"""Borders that can be drawn over a map: those of old municipalities only where they lie."""
GEEN_VERSCHIL = "geen verschil"
PROVINCIE = "Grenzen van de provincies"
GROTER = "Hoe groter de schijf, hoe groter het aantal."


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
    if beeld.naar_grootte and regel.van < 0 < regel.tot:
        return GEEN_VERSCHIL
    if beeld.naar_grootte:
        van = met_teken(beeld.indicator, regel.van, eenheid=False)
        return f"{van} tot {met_teken(beeld.indicator, regel.tot)}"
    if beeld.indeling is Indeling.VERSCHIL:
        return _verdict_class(beeld, regel.woord or "")
    if beeld.indeling is Indeling.KANSARMOEDE and regel.woord:
        return regel.woord.removeprefix("kansarmoede-index ")
    eenheid, decimalen = beeld.indicator["eenheid"], beeld.indicator["decimalen"]
    van, tot = getal(regel.van, decimalen), schrijf(beeld, regel.tot)
    if eenheid == "euro":
        van = schrijf(beeld, regel.van)
    grenzen = tot if van == getal(regel.tot, decimalen) else f"{van}–{tot}"
    return f"{regel.woord} ({grenzen})" if regel.woord and beeld.indeling is Indeling.AFSTAND else grenzen


def zonder_kleur(beeld: Kaartbeeld, zonder: str) -> str:
    """Say why some have no colour, with a key of `ZONDER`."""
    geen_uitspraak = zonder == GEEN_UITSPRAAK and beeld.vorige
    return NIET_TE_VERGELIJKEN if geen_uitspraak else ZONDER[zonder]


def _verdict_class(beeld: Kaartbeeld, woord: str) -> str:
    return woord if beeld.vorige else _against(woord, beeld.tegenover.in_zin)


def _against(woord: str, wie: str) -> str:
    return f"{woord} {'van' if woord == Positie.NIET_TE_ONDERSCHEIDEN else 'dan'} {wie}"


def tegen_wie(beeld: Kaartbeeld, vlak: Vlak) -> str:
    """Name what a municipality is held against: a member of an own set against the others in it."""
    lid = beeld.tegenover.sleutel.startswith(EIGEN) and vlak.nis_code in beeld.tegenover.leden
    return "de anderen in je groep" if lid else beeld.tegenover.in_zin


def vlaktekst(beeld: Kaartbeeld, vlak: Vlak) -> str:
    """Say everything about one municipality in one line: for who points at it, or listens."""
    if not vlak.meting or vlak.meting.waarde is None:
        return f"{vlak.naam}: geen cijfer, omdat {REDENEN[vlak.reden or LEEG]}"
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
        if vlak.verschil is None:
            return None
        verschil, erbij = met_teken(beeld.indicator, vlak.verschil), over_verschil(beeld, vlak.klas)
        return f"{verschil}: {erbij}" if erbij else verschil
    if not isinstance(vlak.oordeel, Oordeel):
        return None
    return _against(vlak.oordeel.positie, tegen_wie(beeld, vlak))


def over_verschil(beeld: Kaartbeeld, klas: int | None) -> str | None:
    """Return what is said of the changes in a class, or of those without a class; of counts nothing."""
    if klas is None or beeld.naar_grootte:
        return None if beeld.soort is Soort.AANTAL else NIET_GEKEND
    return next(regel.woord for regel in beeld.legende if regel.klas == klas)


def leeswijzer(beeld: Kaartbeeld) -> list[str]:
    """Return what the reader must know, after what could not be done as asked."""
    if beeld.periode is None:
        return [*beeld.noten]
    if isinstance(beeld.klassen, Onbekend):
        schijven = [GROTER] if beeld.soort is Soort.AANTAL and not beeld.vorige else []
        return [*beeld.noten, f"We kleuren deze kaart niet, omdat {beeld.klassen.reden}.", *schijven]
    breuken = beeld.indicator["breuken"] if beeld.vast else None
    return [
        *beeld.noten,
        *_about_classes(beeld, beeld.klassen),
        *_about_certainty(beeld),
        *([BIJGESTELD] if beeld.gekrompen else []),
        *(_break(een) for een in breuken or () if _between(een, beeld)),
    ]


def _about_classes(beeld: Kaartbeeld, klassen: Klassen) -> Iterator[str]:
    if beeld.indeling is Indeling.VERSCHIL:
        return
    if beeld.indeling is Indeling.AFSTAND:
        yield AFSTAND
    yield ALLE_GEMEENTEN + (ALLE_PERIODEN if beeld.vast and len(beeld.perioden) > 1 else DEZE_PERIODE)
    if not klassen.vanaf:
        yield OP_DE_GRENS


def _about_certainty(beeld: Kaartbeeld) -> Iterator[str]:
    """Say why nothing is striped where nobody knows how certain the figures are."""
    if beeld.vorige:
        return
    marges = [vlak.interval for vlak in beeld.vlakken if vlak.meting]
    onbekend = [een.reden for een in marges if isinstance(een, Onbekend)]
    if onbekend and len(onbekend) == len(marges):
        yield f"Er is niets gestreept: hoe onzeker deze cijfers zijn, is niet bekend, omdat {onbekend[0]}."


def _between(breuk: Rij, beeld: Kaartbeeld) -> bool:
    return bool(beeld.perioden) and beeld.perioden[0].einde < breuk["vanaf"] <= beeld.perioden[-1].einde


def _break(breuk: Rij) -> str:
    return f"Vanaf {datum(breuk['vanaf'])} is dit cijfer anders geteld. {breuk['uitleg']}"


def bevinding(beeld: Kaartbeeld) -> str:
    """Say what the map shows: how the municipalities of the area are spread, or how many stand apart."""
    if beeld.vorige and (beeld.naar_grootte or not beeld.legende):
        return _sizes(beeld)
    if beeld.indeling is Indeling.VERSCHIL and beeld.legende:
        geteld = [_counted(beeld, regel) for regel in beeld.legende if regel.aantal]
        zin = "; ".join(geteld) if beeld.vorige else opsomming(geteld)
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


def _counted(beeld: Kaartbeeld, regel: Legenderegel) -> str:
    """Say how many are in a class: a change is too small to see, a municipality is not."""
    hoeveel, wat = aantal(regel.aantal, "gemeente", "gemeenten"), klastekst(beeld, regel)
    return f"{wat}: {hoeveel}" if beeld.vorige else f"{hoeveel} {wat}"


def _sizes(beeld: Kaartbeeld) -> str:
    """Say between which changes the municipalities of the area lie."""
    verschillen = sorted(vlak.verschil for vlak in beeld.getoond if vlak.verschil is not None)
    if len(verschillen) < 2:
        return ""
    laagste, hoogste, midden = (
        met_teken(beeld.indicator, een) for een in (verschillen[0], verschillen[-1], median(verschillen))
    )
    return f"Het verschil loopt van {laagste} tot {hoogste}. De middelste gemeente heeft {midden}."
