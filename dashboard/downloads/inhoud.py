"""What a download is about: its figures, with whom they are compared, and the page that shows them."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.downloads.cijfers import Cijfer
from dashboard.omgevingsanalyse.achtergrond import achtergrond
from dashboard.omgevingsanalyse.analyse import Analyse, Regel, reeks_tegenover
from dashboard.omgevingsanalyse.doorsnede import Doorsnede, doorsnede
from dashboard.warehouse import Rij, Stand
from indicators.gemeenten import gemeenten
from indicators.gemeenten.groepen import STANDAARD, Groep
from indicators.statistics import Meting, Periode, onzekerheid


@dataclass(frozen=True, slots=True)
class Vergelijking:
    """With whom the figures are compared: the id of the group, its name, who is in it and why."""

    keuze: str
    naam: str
    uitleg: str
    leden: tuple[str, ...]
    zonder: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Inhoud:
    """The figures of a download. `titel` says what they are, `pagina` is the whole address of their page.

    `bestanden` are the keys of files behind figures that were made out of several.
    """

    titel: str
    pagina: str
    cijfers: Sequence[Cijfer]
    vergelijking: Vergelijking
    bestanden: Sequence[str] = ()

    def indicatoren(self, stand: Stand) -> list[Rij]:
        """Return the rows of the catalog that the figures are about, in the order of the figures."""
        catalogus = achtergrond(stand).catalogus
        return [catalogus[naam] for naam in dict.fromkeys(c.indicator["indicator"] for c in self.cijfers)]

    def leveringen(self, stand: Stand) -> list[Rij]:
        """Return the files that the figures come from."""
        bekend = achtergrond(stand).leveringen
        sleutels = dict.fromkeys([*(c.levering for c in self.cijfers), *self.bestanden])
        return [bekend[een] for een in sleutels if een]


def nieuwste_cijfers(analyse: Analyse, regels: Sequence[Regel]) -> list[Cijfer]:
    """Return the newest figure of each of these indicators, as the page of the municipality judges it.

    After a merger, those of the predecessors follow where the municipality itself has none.
    """
    return [cijfer for regel in regels for cijfer in (_newest(analyse, regel), *_before_merger(regel))]


def hele_reeks(stand: Stand, analyse: Analyse, regel: Regel) -> list[Cijfer]:
    """Return every period of one indicator, oldest first; only the newest figure is judged."""
    naast = dict(reeks_tegenover(stand, analyse, regel.rij["indicator"]))
    nieuwste = _newest(analyse, regel)
    ouder = [
        Cijfer(
            indicator=regel.indicator,
            nis_code=analyse.gemeente.nis_code,
            naam=analyse.gemeente.naam,
            periode=(rij["periode_begin"], rij["periode_einde"]),
            meting=meting,
            reden=rij["reden"],
            levering=rij["levering"],
            interval=onzekerheid(meting, regel.soort, _from_elsewhere(regel.indicator)),
            tegenover=analyse.groep.naam,
            vergelijking=naast.get(meting.periode),
        )
        for rij, meting in zip(regel.rijen, regel.reeks, strict=True)
        if (rij["periode_begin"], rij["periode_einde"]) != nieuwste.periode
    ]
    return [*ouder, nieuwste]


def alle_gemeenten(stand: Stand, indicator: str) -> list[Cijfer]:
    """Return every municipality in every period, oldest first, beside Flanders."""
    nieuwste = doorsnede(stand, indicator)
    if not nieuwste.perioden:
        return _section(nieuwste)
    return [een for periode in nieuwste.perioden for een in _section(doorsnede(stand, indicator, periode))]


def met_groep(groep: Groep, zonder: Sequence[str]) -> Vergelijking:
    """Return a group, with the features that were left out where it was looked up."""
    return Vergelijking(groep.keuze, groep.naam, groep.uitleg, groep.leden, tuple(zonder))


def met_vlaanderen() -> Vergelijking:
    """Return all municipalities of today as the group."""
    leden = tuple(gemeenten())
    return Vergelijking(STANDAARD, "Vlaanderen", f"Alle {len(leden)} Vlaamse gemeenten.", leden)


def _newest(analyse: Analyse, regel: Regel) -> Cijfer:
    rij = regel.rij
    return Cijfer(
        indicator=regel.indicator,
        nis_code=analyse.gemeente.nis_code,
        naam=analyse.gemeente.naam,
        periode=(rij["periode_begin"], rij["periode_einde"]) if rij["periode_begin"] else None,
        meting=regel.meting,
        reden=regel.reden,
        levering=rij["levering"],
        interval=regel.interval,
        tegenover=analyse.groep.naam,
        vergelijking=regel.vergelijking,
        oordeel=regel.oordeel,
        kwantiel=regel.kwantiel,
        verandering=regel.verandering,
    )


def _before_merger(regel: Regel) -> list[Cijfer]:
    return [
        Cijfer(
            indicator=regel.indicator,
            nis_code=rij["nis_code"],
            naam=rij["naam"],
            periode=(rij["periode_begin"], rij["periode_einde"]),
            meting=Meting(Periode(rij["periode_begin"], rij["periode_einde"]), rij["waarde"], n=rij["n"]),
            levering=rij["levering"],
        )
        for rij in regel.voorgangers
        if regel.meting is None and rij["waarde"] is not None
    ]


def _section(snede: Doorsnede) -> list[Cijfer]:
    periode = (snede.periode.begin, snede.periode.einde) if snede.periode else None
    return [
        Cijfer(
            indicator=snede.indicator,
            nis_code=nis,
            naam=plek.gemeente.naam,
            periode=periode,
            meting=plek.meting,
            reden=plek.reden,
            levering=plek.levering,
            interval=plek.interval,
            tegenover="Vlaanderen",
            vergelijking=snede.vlaanderen,
            oordeel=plek.oordeel,
            kwantiel=plek.kwantiel,
        )
        for nis, plek in snede.plekken.items()
    ]


def _from_elsewhere(indicator: Rij) -> bool:
    return indicator["noemer_indicator"] is not None
