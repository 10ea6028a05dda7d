"""Which areas, which figures, which periods and compared with what: read from the address of `/vergelijk`."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from dashboard.components.gebiedsadres import Gebiedsadres
from dashboard.omgevingsanalyse.achtergrond import achtergrond, perioden
from dashboard.omgevingsanalyse.gebiedscijfers import gewone_perioden
from dashboard.omgevingsanalyse.tafel import HOOGSTENS, groep_voor
from dashboard.tekst import TELWOORDEN, opsomming
from dashboard.warehouse import Rij, Stand
from indicators.gemeenten.gebieden import Gebied, gebied_voor
from indicators.gemeenten.groepen import STANDAARD, Groep
from indicators.gemeenten.staten import OnbekendeGroep
from indicators.gemeenten.vergelijkbaar import KENMERKEN
from indicators.model import Levensdomein
from indicators.statistics import Periode

QUERY = ("gebieden", "domein", "indicator", "van", "tot", "vergelijk", "zonder")
GEWOON = "kansarmoede_index"
"""The indicator that is drawn as long as nobody chooses one."""
TERUG = "Nu staan de cijfers naast die van Vlaanderen."
KORT = 40
"""As much of something unknown as is said back."""


@dataclass(frozen=True, slots=True)
class Keus:
    """What the reader chose, as far as it was understood; `meldingen` say what was not.

    `perioden` are those in which some municipality has the `indicator`, oldest first; `nieuw` and `oud` the
    two to compare, where there are two.
    """

    gebieden: tuple[Gebied, ...]
    groep: Groep
    domein: Levensdomein | None
    indicator: Rij
    perioden: tuple[Periode, ...]
    nieuw: Periode | None
    oud: Periode | None
    adres: Gebiedsadres
    meldingen: tuple[str, ...]


def keus(stand: Stand, pad: str, vraag: Mapping[str, str]) -> Keus:
    """Return the choice in the search parameters `vraag` (keys: `QUERY`) of the page `pad`."""
    meldingen: list[str] = []
    gekozen = _areas(vraag.get("gebieden", ""), meldingen.append)
    weg = tuple(naam for naam in vraag.get("zonder", "").split(",") if naam in KENMERKEN)
    samen = _group(stand, gekozen, vraag.get("vergelijk", STANDAARD), weg, meldingen.append)
    domein = _domain(vraag.get("domein", ""), meldingen.append)
    indicator = _indicator(stand, vraag.get("indicator", ""), meldingen.append)
    beschikbaar = tuple(perioden(stand, indicator["indicator"]))
    nieuw, oud = _two(beschikbaar, vraag.get("van", ""), vraag.get("tot", ""), meldingen.append)
    adres = Gebiedsadres(
        pad,
        tuple(een.sleutel for een in gekozen),
        domein.value if domein else "",
        indicator["indicator"] if vraag.get("indicator") else "",
        oud.einde if oud and vraag.get("van") else None,
        nieuw.einde if nieuw and vraag.get("tot") else None,
        samen.keuze,
        weg,
    )
    return Keus(gekozen, samen, domein, indicator, beschikbaar, nieuw, oud, adres, tuple(meldingen))


def _areas(tekst: str, meld: Callable[[str], None]) -> tuple[Gebied, ...]:
    """Read keys and names with commas between them; each area once, in the order given."""
    gevonden: dict[str, Gebied] = {}
    vreemd = []
    for naam in filter(None, map(str.strip, tekst.split(","))):
        gebied = gebied_voor(naam)
        if gebied:
            gevonden[gebied.sleutel] = gebied
        else:
            vreemd.append(f"“{naam[:KORT]}”")
    if vreemd:
        meld(f"We kennen geen gemeente of gebied met de naam {opsomming(vreemd, 'of')}. Kijk de naam na.")
    alle = tuple(gevonden.values())
    if len(alle) > HOOGSTENS:
        weg = opsomming([een.naam for een in alle[HOOGSTENS:]])
        meld(
            f"Er passen er hoogstens {TELWOORDEN[HOOGSTENS]} naast elkaar. Dit staat er niet bij: {weg}. "
            "Haal er eerst een weg."
        )
    return alle[:HOOGSTENS]


def _group(
    stand: Stand,
    gekozen: Sequence[Gebied],
    vergelijk: str,
    zonder: tuple[str, ...],
    meld: Callable[[str], None],
) -> Groep:
    if vergelijk != STANDAARD and not any(een.gemeente for een in gekozen):
        if gekozen:
            meld(f"Deze vergelijking vertrekt van een gemeente, en die koos je niet. {TERUG}")
        return groep_voor(stand, gekozen, STANDAARD)
    try:
        return groep_voor(stand, gekozen, vergelijk, zonder)
    except OnbekendeGroep as fout:
        meld(f"{fout.zin} {TERUG}")
        return groep_voor(stand, gekozen, STANDAARD)


def _domain(naam: str, meld: Callable[[str], None]) -> Levensdomein | None:
    if naam and naam not in list(Levensdomein):
        meld(f"Het levensdomein “{naam[:KORT]}” bestaat niet. Nu zie je de kerncijfers van alle domeinen.")
    return Levensdomein(naam) if naam in list(Levensdomein) else None


def _indicator(stand: Stand, naam: str, meld: Callable[[str], None]) -> Rij:
    catalogus = achtergrond(stand).catalogus
    gewoon = catalogus[GEWOON]
    if naam and naam not in catalogus:
        meld(f"Het cijfer “{naam[:KORT]}” kennen we niet. Nu zie je: {gewoon['titel'].lower()}.")
    return catalogus.get(naam, gewoon)


def _two(
    beschikbaar: Sequence[Periode], van: str, tot: str, meld: Callable[[str], None]
) -> tuple[Periode | None, Periode | None]:
    """Return the new and the old period: those asked for, and what goes with them where one is not."""
    per_dag = {een.einde.isoformat(): een for een in beschikbaar}
    if vreemd := [dag[:KORT] for dag in (van, tot) if dag and dag not in per_dag]:
        meld(f"Voor {opsomming(vreemd)} is er geen cijfer. Kies een andere periode.")
    gewoon = gewone_perioden(beschikbaar)
    if gewoon is None and len(beschikbaar) < 2:
        return None, None
    nieuw = per_dag.get(tot) or max(beschikbaar, key=lambda een: een.einde)
    eerder = gewone_perioden([een for een in beschikbaar if een.einde <= nieuw.einde])
    oud = per_dag.get(van) or (eerder[1] if eerder else min(beschikbaar, key=lambda een: een.einde))
    return (nieuw, oud) if oud.einde < nieuw.einde else (oud, nieuw)
