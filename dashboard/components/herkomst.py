"""What a figure means, how certain it is and where it comes from: the fold under each figure."""

from collections.abc import Iterable, Sequence

from dashboard.components.duiding import schrijf, tijd, tussen
from dashboard.omgevingsanalyse.analyse import Analyse, Regel
from dashboard.tekst import DEMO, aantal, datum, getal, hoofdletter, opsomming
from dashboard.warehouse import Rij
from indicators.model import Richting, Soort
from indicators.statistics import Aggregaat, Onbekend
from indicators.uitgevers import PAGINAS

RICHTINGEN = {
    Richting.HOGER_IS_GUNSTIGER: "Een hoger cijfer is gunstiger.",
    Richting.LAGER_IS_GUNSTIGER: "Een lager cijfer is gunstiger.",
}
MEEST_HERZIEN = 5
"""As many revisions of one figure as are written out."""
OOK_ONZEKER = "Ook dat cijfer kan door toeval hoger of lager uitvallen. Daar houden we geen rekening mee."
Delen = list[tuple[str, str]]
"""Terms with their explanation."""


def betekenis(indicator: Rij) -> tuple[tuple[str, str], ...]:
    """Return what is the same for every municipality: what the figure means and how to read it."""
    zonder = f"Hoger is niet beter of slechter. {indicator['richting_reden'] or ''}".strip()
    breuken = indicator["breuken"] or ()
    delen = [
        ("Wat is dit?", indicator["definitie"]),
        ("Waarom telt dit?", indicator["waarom"]),
        ("Hoe lees je het?", RICHTINGEN.get(indicator["richting"]) or zonder),
        ("Let op", indicator["kanttekening"]),
        *(("Breuk in de reeks", f"Vanaf {datum(breuk['vanaf'])}: {breuk['uitleg']}") for breuk in breuken),
    ]
    return tuple((term, tekst) for term, tekst in delen if tekst)


def uitleg(regel: Regel, analyse: Analyse, herzien: Sequence[Rij]) -> Delen:
    """Return certainty, comparator and history of a figure; `herzien` are its revisions, newest first."""
    delen = [*_certainty(regel, analyse), *_state(regel)]
    delen += [("Gewijzigd", _revised(regel, rij)) for rij in herzien[:MEEST_HERZIEN]]
    return [(term, tekst) for term, tekst in delen if tekst]


def bron(levering: Rij, demo: bool) -> dict[str, object]:
    """Return what the source line says: publisher, file, day of retrieval, licence, links."""
    genoemd = {veld: levering[veld] for veld in ("bron_titel", "uitgever", "bestandsnaam", "licentie", "url")}
    return {
        **genoemd,
        "dag": datum(levering["opgehaald_op"]),
        "demo": DEMO if demo else None,
        "pagina": None if demo else PAGINAS.get(levering["bron"]),
    }


def bronnen(leveringen: Iterable[Rij | None], demo: bool) -> str | None:
    """Name the sources of some figures, each once, with the day of retrieval; None where nothing has one."""
    per_dag: dict[str, dict[str, None]] = {}
    for een in leveringen:
        if een:
            bron_ = f"{een['bron_titel']} ({een['uitgever']})"
            per_dag.setdefault(datum(een["opgehaald_op"]), {})[bron_] = None
    delen = [f"{opsomming(list(namen))}, opgehaald op {dag}" for dag, namen in per_dag.items()]
    if not delen:
        return None
    kop = "Bron" if sum(map(len, per_dag.values())) == 1 else "Bronnen"
    return f"{kop}: {'; '.join(delen)}." + (f" {DEMO}." if demo else "")


def _certainty(regel: Regel, analyse: Analyse) -> list[tuple[str, str | None]]:
    if regel.meting is None or regel.soort is Soort.AANTAL:
        return []
    return [
        ("Hoe zeker is dit?", _margin(regel, analyse.gemeente.naam)),
        ("Waarmee vergeleken?", _comparator(regel, analyse)),
    ]


def _margin(regel: Regel, waar: str) -> str:
    if isinstance(regel.interval, Onbekend):
        return (
            f"We weten niet hoe onzeker dit cijfer is, omdat {regel.interval.reden}. De woorden erbij zeggen "
            f"alleen waar {waar} ligt tussen alle gemeenten, niet of dat toeval is."
        )
    grenzen = tussen(regel, regel.interval)
    zin = (
        "Door toeval kan een cijfer hoger of lager uitvallen. "
        f"Zonder dat toeval ligt het, met 95\u202f% zekerheid, {grenzen}."
    )
    if not regel.interval.geschat:
        return zin
    return f"{zin} Die marge is zelf een schatting: {_why_estimated(regel)}."


def _why_estimated(regel: Regel) -> str:
    if regel.indicator["noemer_indicator"]:
        return "hoeveel mensen er geteld zijn, komt uit een andere bron"
    return "het cijfer is herberekend na een fusie"


def _comparator(regel: Regel, analyse: Analyse) -> str:
    gevonden = regel.vergelijking
    if isinstance(gevonden, Onbekend):
        return f"Er is geen vergelijking, omdat {gevonden.reden}."
    naam = f"{hoofdletter(analyse.groep.naam)}: {schrijf(regel, gevonden.waarde)}"
    return " ".join(
        een for een in (f"{naam}.", _how(gevonden, len(analyse.groep.leden)), _estimates(regel)) if een
    )


def _how(gevonden: Aggregaat, leden: int) -> str:
    """Say how the figure of a group of so many `leden` was made; nothing of a single municipality."""
    if gevonden.soort == "gepubliceerd":
        return "Dat cijfer komt van de bron zelf."
    if gevonden.aantal == 1:
        alleen = "Dat is het cijfer van één gemeente: de andere uit de groep hebben er geen. "
        return f"{alleen if leden > 1 else ''}{OOK_ONZEKER}"
    hoeveel = aantal(gevonden.aantal, "gemeente", "gemeenten")
    if gevonden.soort == "gewogen":
        return f"Berekend uit {hoeveel}, gewogen met {gevonden.noemer}."
    if gevonden.aantal == 2:
        return f"Dat ligt midden tussen de cijfers van {hoeveel}."
    return f"Dat is het cijfer van de middelste van {hoeveel}."


def _estimates(regel: Regel) -> str:
    if not regel.schattingen:
        return ""
    hoeveel = aantal(regel.schattingen, "gemeente", "gemeenten")
    return f"Bij {hoeveel} is het cijfer een schatting, na een fusie."


def _state(regel: Regel) -> list[tuple[str, str | None]]:
    indicator, rij = regel.indicator, regel.rij
    hoeveel = rij["aantal_gemeenten"]
    vast = indicator["vastgehouden"]
    return [
        (
            "Voor hoeveel gemeenten?",
            f"{getal(hoeveel)} gemeenten hebben dit cijfer." if hoeveel else None,
        ),
        ("Voorlopig", "De bron kan dit cijfer nog aanpassen." if rij["voorlopig"] else None),
        (
            "Vorige cijfers",
            f"Er zijn nieuwe cijfers, maar we houden de vorige vast, omdat {vast}." if vast else None,
        ),
        ("Verbeterd", _corrected(regel) if rij["gecorrigeerd"] is not None else None),
        ("Schatting", _estimate(indicator) if rij["schatting"] else None),
    ]


def _corrected(regel: Regel) -> str:
    rij = regel.rij
    return (
        f"De bron geeft hier {schrijf(regel, rij['gecorrigeerd'])}. Dat klopt niet: {rij['correctie_reden']} "
        f"We meldden het aan de bron op {datum(rij['gemeld_op'])}."
    )


def _estimate(indicator: Rij) -> str:
    gewicht = f", gewogen met {indicator['noemer_naam']}" if indicator["noemer_naam"] else ""
    return f"We rekenden dit uit met de cijfers van de gemeenten van vóór de fusie{gewicht}."


def _revised(regel: Regel, rij: Rij) -> str:
    nieuw = "geen cijfer meer" if rij["nieuw"] is None else schrijf(regel, rij["nieuw"])
    dag = datum(rij["vastgesteld_op"])
    return f"Cijfer van {tijd(rij)}: eerst {schrijf(regel, rij['oud'])}, sinds {dag} {nieuw}."
