"""A drawing that leaves the page: with a title that says what it shows, and where the figures come from."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dashboard import zinnen
from dashboard.analyse import Analyse, Regel
from dashboard.components.cijfer import balk
from dashboard.components.duiding import schrijf, tijd, woord
from dashboard.components.evolutie import line_name, tekening
from dashboard.components.verloop import Verloop, notes
from dashboard.figures.spineblad import Bladrij, spineblad
from dashboard.figures.uitvoer import zelfstandig
from dashboard.tekst import aantal, datum, geen_cijfer, opsomming
from dashboard.warehouse import Rij, Stand
from indicators.model import Richting, Soort
from indicators.statistics import Oordeel, Verandering

BREEDTE = 800
LEESWIJZER = (
    "Hoger en lager staan er alleen als het verschil groter is dan toeval. Anders lees je waar het cijfer "
    "ligt tussen alle gemeenten: dat zegt niets over toeval."
)
OORDELEN = ("ongunstiger", "gunstiger", "hoger", "lager")


@dataclass(frozen=True, slots=True)
class Tekening:
    """A drawing with what stands around it once it is on its own."""

    svg: str
    titel: str
    ondertitel: str
    leveringen: Sequence[Rij]

    def los(self, stand: Stand) -> str:
        """Return it as an SVG that needs no page: with source line, and a mark on made-up figures."""
        return zelfstandig(
            self.svg, self.titel, self.ondertitel, bronregel(self.leveringen, stand), stand.demo
        )


def bronregel(leveringen: Iterable[Rij], stand: Stand) -> str:
    """Write the sources, each once with its licence, and which build this is."""
    bronnen = dict.fromkeys(
        f"{een['bron_titel']} ({een['uitgever']}; licentie: {een['licentie']})" for een in leveringen
    )
    bron = f"Bron: {opsomming(list(bronnen))}. " if bronnen else ""
    return f"{bron}Regiekompas, stand van {datum(stand.gebouwd_op)}."


def blad(analyse: Analyse, regels: Sequence[Regel], wat: str) -> Tekening:
    """Draw these indicators as a sheet of rows; `wat` says what they are: `Wonen in Ronse`."""
    groep, waar = analyse.groep, analyse.gemeente.naam
    ondertitel = f"{wat}, vergeleken met {groep.in_zin}. {LEESWIJZER}"
    gunstig = any(regel.richting is not Richting.GEEN for regel in regels)
    svg = spineblad(
        [_row(analyse, regel) for regel in regels],
        "rechts is gunstiger" if gunstig else "rechts is hoger",
        waar,
        groep.naam,
        wat,
        f"Vergeleken met {groep.in_zin}.",
    )
    leveringen = [regel.levering for regel in regels if regel.meting and regel.levering]
    return Tekening(svg, _finding(regels, wat, groep.in_zin), ondertitel, leveringen)


def verloop_van(verloop: Verloop) -> Tekening | None:
    """Draw one indicator over the years; None where there are too few figures to draw."""
    if not verloop.tekenbaar:
        return None
    regel, waar = verloop.regel, verloop.analyse.gemeente.naam
    bekend = verloop.bekend
    laatste = f"{schrijf(regel, bekend[-1]['waarde'])} in {tijd(bekend[-1])}"
    wat = f"{regel.indicator['titel']} in {waar}"
    tegenover = verloop.lijn[-1][1] if verloop.lijn else None
    naast = f", naast {line_name(verloop.analyse.groep, tegenover)}" if tegenover else ""
    begin = f"{wat}, {tijd(bekend[0])} tot {tijd(bekend[-1])}{naast}."
    sleutels = dict.fromkeys(rij["levering"] for rij in bekend)
    return Tekening(
        svg=tekening(verloop, BREEDTE),
        titel=_changed(regel) or f"{wat}: {laatste}",
        ondertitel=" ".join([begin, *notes(verloop)]),
        leveringen=[verloop.leveringen[een] for een in sleutels],
    )


def _changed(regel: Regel) -> str | None:
    """Say whether the figure changed, where that can be said."""
    if regel.soort is Soort.AANTAL or not isinstance(regel.verandering, Verandering):
        return None
    return zinnen.verandering(regel).tekst.rstrip(".")


def _row(analyse: Analyse, regel: Regel) -> Bladrij:
    titel = regel.indicator["titel"]
    if regel.meting is None:
        return Bladrij(titel, "", geen_cijfer(regel.rij["reden"]), None)
    gezegd = woord(regel, analyse.groep).label or ""
    if gezegd and regel.richting is Richting.GEEN:
        gezegd = f"{gezegd} (rechts is hoger)"
    return Bladrij(f"{titel} ({tijd(regel.rij)})", schrijf(regel, regel.rij["waarde"]), gezegd, balk(regel))


def _finding(regels: Sequence[Regel], wat: str, groep: str) -> str:
    """Say how many figures differ from the group by more than chance, and on which side."""
    oordelen = [regel.oordeel for regel in regels if isinstance(regel.oordeel, Oordeel)]
    telling = Counter(een.gunst or str(een.positie) for een in oordelen)
    delen = [(telling[woord_], woord_) for woord_ in OORDELEN if telling[woord_]]
    if delen:
        hoeveel, eerste = delen[0]
        kop = f"{aantal(hoeveel, 'cijfer', 'cijfers')} {eerste}"
        rest = [f"{aantal(n, '', '').strip()} {woord_}" for n, woord_ in delen[1:]]
        return f"{wat}: {opsomming([kop, *rest])} dan {groep}"
    if oordelen:
        return f"{wat}: geen verschil met {groep} dat groter is dan toeval"
    return f"{wat}, naast {groep}"
