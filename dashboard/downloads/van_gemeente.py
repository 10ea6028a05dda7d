"""The downloads of `/gemeente/<slug>`: a levensdomein, everything, or one indicator over the years."""

from dataclasses import dataclass

from flask import Response, abort, request

from dashboard.components.adres import Adres
from dashboard.components.doel import OnbekendDoel, lees
from dashboard.components.verloop import Verloop
from dashboard.downloads.antwoord import antwoord
from dashboard.downloads.inhoud import Inhoud, Vergelijking, hele_reeks, met_groep, nieuwste_cijfers
from dashboard.downloads.tekening import Tekening, blad, verloop_van
from dashboard.errors import Onbegrepen
from dashboard.omgevingsanalyse.achtergrond import achtergrond
from dashboard.omgevingsanalyse.analyse import STANDAARD, Analyse, Regel, analyseer, reeks_tegenover
from dashboard.omgevingsanalyse.zinnen import anker
from dashboard.settings import Settings
from dashboard.warehouse import Stand
from indicators.gemeenten import KENMERKEN, Gemeente, OnbekendeGroep, gemeente_voor
from indicators.model import Levensdomein

ALLES = "alles"
"""All levensdomeinen; its drawing shows the figures that are `kern`."""


@dataclass(frozen=True, slots=True)
class Gevraagd:
    """The state of the page that a download is of."""

    stand: Stand
    analyse: Analyse
    zonder: tuple[str, ...]
    settings: Settings

    def pagina(self, indicator: str | None, plek: str, doel: str = "") -> str:
        """Return the whole address of the page in this state, at the place with id `plek`."""
        pad = self.settings.href(f"/gemeente/{self.analyse.gemeente.slug}")
        adres = Adres(pad, self.analyse.groep.keuze, self.zonder, indicator, doel).met(indicator)
        return self.settings.buiten(adres, request.host_url) + ("" if indicator else f"#{plek}")

    @property
    def vergelijking(self) -> Vergelijking:
        """Return with whom the municipality is compared."""
        return met_groep(self.analyse.groep, self.zonder)

    def naam(self, deel: str) -> str:
        """Return the middle of the file name: municipality, part and, where it is another, comparator."""
        keuze = self.analyse.groep.keuze.partition(":")[0]
        delen = [self.analyse.gemeente.slug, deel, *([keuze] if keuze != STANDAARD else [])]
        return "-".join(delen).replace("_", "-")


def domein(stand: Stand, settings: Settings, slug: str, deel: str, soort: str) -> Response:
    """Answer with the newest figures of one levensdomein, or of all of them; 404 where there are none."""
    gevraagd = _asked(stand, settings, slug)
    regels = _lines(gevraagd.analyse, deel)
    if not regels:
        abort(404)
    waar = gevraagd.analyse.gemeente.naam
    wat = f"Alle cijfers over {waar}" if deel == ALLES else f"{Levensdomein(deel).titel} in {waar}"

    def inhoud() -> Inhoud:
        pagina = gevraagd.pagina(None, "inhoud" if deel == ALLES else f"d-{deel}")
        return Inhoud(wat, pagina, nieuwste_cijfers(gevraagd.analyse, regels), gevraagd.vergelijking)

    def tekening() -> Tekening | None:
        if deel != ALLES:
            return blad(gevraagd.analyse, regels, wat)
        return blad(gevraagd.analyse, [r for r in regels if r.indicator["kern"]], f"Kerncijfers van {waar}")

    return antwoord(stand, gevraagd.naam(deel), soort, inhoud, tekening)


def indicator(stand: Stand, settings: Settings, slug: str, naam: str, soort: str) -> Response:
    """Answer with all periods of one indicator; 404 where there is no such indicator."""
    gevraagd = _asked(stand, settings, slug)
    analyse = gevraagd.analyse
    if naam not in analyse.regels:
        abort(404)
    regel = analyse.regels[naam]
    try:
        doel = lees(request.args.get("doel", ""), regel)
    except OnbekendDoel as fout:
        raise Onbegrepen(fout.zin) from fout

    def inhoud() -> Inhoud:
        wat = f"{regel.indicator['titel']} in {analyse.gemeente.naam}"
        pagina = gevraagd.pagina(naam, anker(naam), request.args.get("doel", ""))
        return Inhoud(wat, pagina, hele_reeks(stand, analyse, regel), gevraagd.vergelijking)

    def tekening() -> Tekening | None:
        leveringen, tegenover = achtergrond(stand).leveringen, reeks_tegenover(stand, analyse, naam)
        return verloop_van(Verloop(analyse, regel, tegenover, leveringen, doel))

    return antwoord(stand, gevraagd.naam(naam), soort, inhoud, tekening)


def _asked(stand: Stand, settings: Settings, slug: str) -> Gevraagd:
    """Read the address; 404 without such a municipality, 400 where the comparator is not understood."""
    waar: Gemeente | None = gemeente_voor(slug)
    if waar is None:
        abort(404)
    zonder = tuple(naam for naam in request.args.get("zonder", "").split(",") if naam)
    if vreemd := [naam for naam in zonder if naam not in KENMERKEN]:
        raise Onbegrepen(f"Het kenmerk '{vreemd[0][:40]}' bestaat niet.")
    try:
        analyse = analyseer(stand, waar.nis_code, request.args.get("vergelijk", STANDAARD), zonder)
    except OnbekendeGroep as fout:
        raise Onbegrepen(fout.zin) from fout
    return Gevraagd(stand, analyse, zonder, settings)


def _lines(analyse: Analyse, deel: str) -> list[Regel]:
    """Return the lines of a levensdomein, or of all, in the order of the page: `kern` first."""
    volgorde = [domein.value for domein in Levensdomein]
    gekozen = [r for r in analyse.regels.values() if deel in (ALLES, r.indicator["levensdomein"])]
    return sorted(
        gekozen,
        key=lambda regel: (
            volgorde.index(regel.indicator["levensdomein"]),
            not regel.indicator["kern"],
            regel.indicator["titel"],
        ),
    )
