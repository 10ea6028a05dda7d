"""One figure as a row: what the macros of `templates/cijfers.html` are filled in with."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from markupsafe import Markup

from dashboard.components.adres import Adres
from dashboard.components.downloads import Vouw, downloads
from dashboard.components.duiding import Woord, marge, schrijf, tijd, voorbehoud, woord
from dashboard.components.herkomst import Delen, betekenis, bron, uitleg
from dashboard.components.meldlink import meldlink
from dashboard.components.opmaak import macro
from dashboard.figures.sparkline import sparkline
from dashboard.figures.spine import Spine, spine
from dashboard.omgevingsanalyse.analyse import Analyse, Regel
from dashboard.omgevingsanalyse.zinnen import anker
from dashboard.tekst import geen_cijfer, opsomming
from dashboard.warehouse import Rij
from indicators.model import Richting, Soort
from indicators.statistics import Interval, Onbekend

REMEMBERED = 1024
"""Texts that are written once: of every indicator, and of every file."""


@dataclass(frozen=True, slots=True)
class Weergave:
    """What every row of a page needs: the analysis, the address, links with the prefix, and revisions."""

    analyse: Analyse
    adres: Adres
    href: Callable[[str], str]
    herzien: Mapping[str, Sequence[Rij]]

    def neem_mee(self, deel: str, plek: str, wat: str, figuur: bool = True, doel: bool = False) -> Vouw:
        """Return the fold with the downloads of a part of the page, of which `plek` is the id.

        `doel`: the target belongs to it.
        """
        pad = self.href(f"/download/gemeente/{self.analyse.gemeente.slug}/{deel}")
        pagina = self.adres.met(self.adres.indicator).partition("#")[0]
        vraag = self.adres.met_doel() if doel else self.adres.vergelijking()
        return downloads(pad, vraag, f"{pagina}#{plek}", wat, figuur)

    def alle_gemeenten(self, naam: str) -> str:
        """Return the address of the page of an indicator, with this municipality and comparator."""
        vraag = self.adres.vergelijking()
        begin = f"/indicator/{naam}?gemeente={self.analyse.gemeente.slug}"
        return self.href(f"{begin}&{vraag}" if vraag else begin)


@dataclass(frozen=True, slots=True)
class Uitleg:
    """The fold of a figure: `betekenis` and `bron` are markup, `delen` terms with their explanation."""

    id: str
    titel: str
    betekenis: Markup
    delen: Delen
    bron: Markup | None
    meld: str
    alle: str


@dataclass(frozen=True, slots=True)
class Cijfer:
    """One figure in words and drawings; without `waarde`, `geen` says why, and `voor_fusie` what there was.

    `link` opens the evolution of the figure, or closes it when it is `open`.
    """

    id: str
    indicator: str
    titel: str
    open: bool
    link: str
    uitleg: Uitleg
    geen: str | None = None
    voor_fusie: str | None = None
    waarde: str | None = None
    tijd: str | None = None
    marge: str | None = None
    woord: Woord | None = None
    spine: str | None = None
    vonk: str | None = None
    kant: str | None = None
    spreiding: str | None = None


def cijfer(regel: Regel, blad: Weergave) -> Cijfer:
    """Return one figure as a row of the page."""
    naam = regel.rij["indicator"]
    is_open = blad.adres.indicator == naam
    vast = (
        anker(naam),
        naam,
        regel.indicator["titel"],
        is_open,
        blad.adres.met(None if is_open else naam),
        _fold(regel, blad),
    )
    if regel.meting is None:
        return Cijfer(*vast, geen=geen_cijfer(regel.rij["reden"]), voor_fusie=voor_fusie(regel))
    spreiding = _spread(regel)
    return Cijfer(
        *vast,
        waarde=schrijf(regel, regel.rij["waarde"]),
        tijd=" · ".join([*voorbehoud(regel.rij), tijd(regel.rij)]),
        marge=marge(regel),
        woord=woord(regel, blad.analyse.groep),
        spine=_spine(regel, blad.analyse.gemeente.naam, spreiding) if spreiding else None,
        vonk=_spark(regel),
        kant=_side(regel),
        spreiding=spreiding,
    )


def voor_fusie(regel: Regel) -> str | None:
    """Write what the predecessors had: `Vóór de fusie (2023): Bilzen 8,1 % en Hoeselt 7,0 %.`; else None."""
    bekend = [v for v in regel.voorgangers if v["waarde"] is not None]
    if not bekend:
        return None
    delen = [f"{v['naam']} {schrijf(regel, v['waarde'])}" for v in bekend]
    perioden = opsomming(sorted({tijd(v) for v in bekend}))
    return f"Vóór de fusie ({perioden}): {opsomming(delen)}."


def _fold(regel: Regel, blad: Weergave) -> Uitleg:
    naam, analyse = regel.rij["indicator"], blad.analyse
    return Uitleg(
        id=f"u-{naam}",
        titel=regel.indicator["titel"],
        betekenis=_written(betekenis(regel.indicator)),
        delen=uitleg(regel, analyse, blad.herzien.get(naam, ())),
        bron=_source(*bron(regel.levering, analyse.demo).items()) if regel.levering else None,
        meld=meldlink(blad.href, regel, analyse.gemeente.slug, analyse.stand),
        alle=blad.alle_gemeenten(naam),
    )


@lru_cache(maxsize=REMEMBERED)
def _written(delen: tuple[tuple[str, str], ...]) -> Markup:
    """Write terms with their explanation; the same on every page, and long."""
    return macro("cijfers", "delen")(delen)


@lru_cache(maxsize=REMEMBERED)
def _source(*velden: tuple[str, object]) -> Markup:
    """Write the line on a file; many figures come from one."""
    return macro("cijfers", "bronregel")(dict(velden))


def _spine(regel: Regel, waar: str, omschrijving: str) -> str | None:
    """Draw where the figure stands among the municipalities."""
    drawn = balk(regel)
    return spine(drawn, f"{waar} tussen alle gemeenten", omschrijving) if drawn else None


def balk(regel: Regel) -> Spine | None:
    """Return what the row of a figure is drawn from; counts have no place among others."""
    spreiding = regel.verdeling
    if spreiding is None or regel.meting is None or regel.soort is Soort.AANTAL:
        return None
    tegenover = None if isinstance(regel.vergelijking, Onbekend) else regel.vergelijking.waarde
    interval = regel.interval if isinstance(regel.interval, Interval) else None
    return Spine(
        spreiding.minimum,
        spreiding.kwartiel1,
        spreiding.mediaan,
        spreiding.kwartiel3,
        spreiding.maximum,
        regel.meting.waarde,
        (interval.laag, interval.hoog) if interval else None,
        tegenover,
        tuple(waarde for _, waarde in regel.anderen),
        omgekeerd=regel.richting is Richting.LAGER_IS_GUNSTIGER,
    )


def _spread(regel: Regel) -> str | None:
    """Write how the municipalities are spread: lowest, middle half, highest; nothing of that for counts."""
    een = regel.verdeling
    if een is None or regel.soort is Soort.AANTAL:
        return None
    delen = (een.minimum, een.kwartiel1, een.kwartiel3, een.maximum)
    laag, kwart, driekwart, hoog = (schrijf(regel, waarde) for waarde in delen)
    return f"laagste {laag}, middelste helft {kwart} tot {driekwart}, hoogste {hoog}"


def _spark(regel: Regel) -> str | None:
    """Draw the course of the figure where there is one: at least two values."""
    punten = [(een.periode.einde.year, een.waarde) for een in regel.reeks]
    bekend = [(jaar, waarde) for jaar, waarde in punten if waarde is not None]
    if len(bekend) < 2:
        return None
    begin, eind = (f"{schrijf(regel, waarde)} in {jaar}" for jaar, waarde in (bekend[0], bekend[-1]))
    return sparkline(punten, f"{begin}, {eind}")


def _side(regel: Regel) -> str | None:
    """Say what the right end of the spine means where that is not the favourable side."""
    return "rechts is hoger" if regel.richting is Richting.GEEN else None
