"""A drawing that leaves the page: with a title that says what it shows, and where the figures come from."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dashboard.components.cijfer import balk
from dashboard.components.duiding import schrijf, tijd, voorbehoud, wanneer, woord
from dashboard.components.evolutie import line_name, tekening
from dashboard.components.verloop import Verloop, notes
from dashboard.figures.spineblad import Bladrij, spineblad
from dashboard.figures.uitvoer import zelfstandig
from dashboard.omgevingsanalyse import zinnen
from dashboard.omgevingsanalyse.analyse import Analyse, Regel
from dashboard.tekst import aantal, datum, geen_cijfer, opsomming
from dashboard.warehouse import Rij, Stand
from indicators.model import Richting, Soort
from indicators.statistics import Oordeel, Verandering

BREEDTE = 800
LEESWIJZER = (
    "Hoger en lager staan er alleen als het verschil groter is dan toeval. Anders lees je waar het cijfer "
    "ligt tussen alle gemeenten: dat zegt niets over toeval."
)
STER = "*"
ZONDER_KANT = f"{STER} Dit cijfer heeft geen gunstige kant: rechts is hoger."
OORDELEN = ("ongunstiger", "gunstiger", "hoger", "lager")


@dataclass(frozen=True, slots=True)
class Tekening:
    """A drawing with what stands around it once it is on its own: `noten` below, before the source."""

    svg: str
    titel: str
    ondertitel: str
    leveringen: Sequence[Rij]
    noten: Sequence[str] = ()

    def los(self, stand: Stand) -> str:
        """Return it as an SVG that needs no page: with source line, and a mark on made-up figures."""
        bron = bronregel(self.leveringen, stand)
        return zelfstandig(self.svg, self.titel, self.ondertitel, bron, stand.demo, self.noten)


def bronregel(leveringen: Iterable[Rij], stand: Stand) -> str:
    """Write the sources, each once with its licence, and which build this is."""
    bronnen = dict.fromkeys(
        f"{een['bron_titel']} ({een['uitgever']}; licentie: {een['licentie']})" for een in leveringen
    )
    bron = f"Bron: {opsomming(list(bronnen))}. " if bronnen else ""
    return f"{bron}Regiekompas, stand van {datum(stand.gebouwd_op)}."


def blad(analyse: Analyse, regels: Sequence[Regel], wat: str) -> Tekening | None:
    """Draw these indicators as a sheet of rows; `wat` says what they are: `Wonen in Ronse`.

    None where none of them has a figure.
    """
    bekend = [regel for regel in regels if regel.meting]
    if not bekend:
        return None
    groep, waar = analyse.groep, analyse.gemeente.naam
    getekend = [regel for regel in bekend if balk(regel)]
    gunstig = any(regel.richting is not Richting.GEEN for regel in getekend)
    gemengd = gunstig and any(regel.richting is Richting.GEEN for regel in getekend)
    svg = spineblad(
        [_row(analyse, regel, gemengd) for regel in regels],
        "rechts is gunstiger" if gunstig else "rechts is hoger",
        waar,
        groep.naam,
        wat,
        f"Vergeleken met {groep.in_zin}.",
    )
    return Tekening(
        svg=svg,
        titel=_finding(bekend, wat, groep.in_zin),
        ondertitel=f"Vergeleken met {groep.in_zin}.",
        leveringen=[regel.levering for regel in bekend if regel.levering],
        noten=[*([ZONDER_KANT] if gemengd else []), LEESWIJZER],
    )


def verloop_van(verloop: Verloop) -> Tekening | None:
    """Draw one indicator over the years; None where there are too few figures to draw."""
    if not verloop.tekenbaar:
        return None
    regel, waar = verloop.regel, verloop.analyse.gemeente.naam
    bekend = verloop.bekend
    laatste = f"{schrijf(regel, bekend[-1]['waarde'])} {wanneer(bekend[-1])}"
    wat = f"{regel.indicator['titel']} in {waar}"
    tegenover = verloop.lijn[-1][1] if verloop.lijn else None
    naast = f", naast {line_name(verloop.analyse.groep, tegenover)}" if tegenover else ""
    sleutels = dict.fromkeys(rij["levering"] for rij in bekend)
    return Tekening(
        svg=tekening(verloop, BREEDTE),
        titel=_changed(regel) or f"{wat}: {laatste}",
        ondertitel=f"{wat}, {tijd(bekend[0])} tot {tijd(bekend[-1])}{naast}.",
        leveringen=[verloop.leveringen[een] for een in sleutels],
        noten=notes(verloop),
    )


def _changed(regel: Regel) -> str | None:
    """Say whether the figure changed, where that can be said."""
    if regel.soort is Soort.AANTAL or not isinstance(regel.verandering, Verandering):
        return None
    return zinnen.verandering(regel).tekst.rstrip(".")


def _row(analyse: Analyse, regel: Regel, gemengd: bool) -> Bladrij:
    """Return the row of one indicator; `gemengd` marks those without a favourable side."""
    titel = regel.indicator["titel"]
    if regel.meting is None:
        return Bladrij(titel, "", geen_cijfer(regel.rij["reden"]), None)
    drawn = balk(regel)
    naam = f"{titel} ({', '.join([tijd(regel.rij), *voorbehoud(regel.rij)])})"
    if gemengd and drawn and regel.richting is Richting.GEEN:
        naam = f"{naam} {STER}"
    gezegd = woord(regel, analyse.groep).label or ""
    return Bladrij(naam, schrijf(regel, regel.rij["waarde"]), gezegd, drawn)


def _finding(regels: Sequence[Regel], wat: str, groep: str) -> str:
    """Say how many figures differ from the group by more than chance, and of how many nobody knows."""
    vergeleken = [regel for regel in regels if regel.soort is not Soort.AANTAL]
    oordelen = [regel.oordeel for regel in vergeleken if isinstance(regel.oordeel, Oordeel)]
    if not vergeleken:
        return wat
    if not oordelen:
        return f"{wat}: we weten niet of een verschil met {groep} toeval is"
    telling = Counter(een.gunst or str(een.positie) for een in oordelen)
    geteld = [(telling[oordeel], oordeel) for oordeel in OORDELEN if telling[oordeel]]
    # Only the first of them names what is counted: `twee cijfers ongunstiger en één gunstiger`.
    delen = [f"{aantal(hoeveel, 'cijfer', 'cijfers')} {oordeel}" for hoeveel, oordeel in geteld[:1]]
    delen += [f"{aantal(hoeveel, '', '').strip()} {oordeel}" for hoeveel, oordeel in geteld[1:]]
    gezegd = f"{opsomming(delen)} dan {groep}" if delen else f"geen verschil met {groep} groter dan toeval"
    onbekend = len(vergeleken) - len(oordelen)
    rest = f"; bij {aantal(onbekend, 'cijfer', 'cijfers')} weten we niet of het toeval is" if onbekend else ""
    return f"{wat}: {gezegd}{rest}"
