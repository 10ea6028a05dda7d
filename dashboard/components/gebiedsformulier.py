"""What is chosen on `/vergelijk`, to change it: the form, the list of areas, and examples to begin with."""

from collections.abc import Sequence

from dashboard.components.gebiedsadres import Gebiedsadres
from dashboard.components.gebiedskeuze import Keus
from dashboard.omgevingsanalyse.achtergrond import achtergrond
from dashboard.omgevingsanalyse.tafel import HOOGSTENS
from dashboard.tekst import hoofdletter, opsomming
from dashboard.warehouse import Stand
from indicators.gemeenten.gebieden import Gebied, gebieden
from indicators.gemeenten.groepen import STANDAARD, keuzes
from indicators.gemeenten.ligging import buren
from indicators.gemeenten.staten import Gemeente, gemeenten
from indicators.model import Levensdomein

VOORBEELDEN = (
    ("Ronse, Geraardsbergen, Oudenaarde en Vlaanderen", ("ronse", "geraardsbergen", "oudenaarde", STANDAARD)),
    ("Vijf centrumsteden", ("aalst", "genk", "kortrijk", "mechelen", "oostende")),
)


def formulier(stand: Stand, gekozen: Keus) -> dict[str, object]:
    """Return what the form and the list of areas of `templates/vergelijk.html` are filled in with."""
    adres = gekozen.adres
    return {
        "pad": adres.pad,
        "gebieden": [
            {"naam": een.naam, "weg": str(adres.met(gebieden=_without(adres.gebieden, een.sleutel)))}
            for een in gekozen.gebieden
        ],
        "sleutels": ",".join(adres.gebieden),
        "vol": len(gekozen.gebieden) >= HOOGSTENS,
        "namen": [hoofdletter(een.naam) for een in gebieden().values()],
        "domeinen": [
            ("", "Kerncijfers van alle levensdomeinen", gekozen.domein is None),
            *((een.value, f"{een.titel}: alle cijfers", een is gekozen.domein) for een in _domains(stand)),
        ],
        "vergelijkingen": _comparators(stand, gekozen),
        "velden": adres.velden("gebieden", "domein", "vergelijk"),
        "meldingen": gekozen.meldingen,
    }


def voorbeelden(adres: Gebiedsadres, gekozen: Sequence[Gebied]) -> list[tuple[str, str]]:
    """Return (address, text) of comparisons to begin with; around the one area that was chosen already.

    What else was chosen in `adres` stays.
    """
    if gekozen and gekozen[0].gemeente:
        lijst = _around(gekozen[0].gemeente)
    else:
        provincies = tuple(sleutel for sleutel in gebieden() if sleutel.startswith("provincie:"))
        lijst = [*VOORBEELDEN, ("De vijf provincies", provincies)]
    eerst = [een.sleutel for een in gekozen]
    return [(_with(adres, [*eerst, *sleutels]), titel) for titel, sleutels in lijst]


def _around(eigen: Gemeente) -> list[tuple[str, tuple[str, ...]]]:
    """Return a municipality beside its province and Flanders, and beside its neighbours."""
    nis = eigen.nis_code
    provincie = next(
        een for een in gebieden().values() if een.sleutel.startswith("provincie:") and nis in een.leden
    )
    lijst: list[tuple[str, tuple[str, ...]]] = [
        (f"{eigen.naam}, {provincie.in_zin} en Vlaanderen", (eigen.slug, provincie.sleutel, STANDAARD)),
    ]
    grens = [gemeenten()[buur] for buur in gemeenten() if buur in buren(nis)][: HOOGSTENS - 1]
    if grens:
        namen = opsomming([buur.naam for buur in grens])
        lijst.append((f"{eigen.naam} naast {namen}", (eigen.slug, *(buur.slug for buur in grens))))
    return lijst


def _with(adres: Gebiedsadres, sleutels: Sequence[str]) -> str:
    return str(adres.met(gebieden=tuple(dict.fromkeys(sleutels))[:HOOGSTENS]))


def _domains(stand: Stand) -> list[Levensdomein]:
    """Return the levensdomeinen that have indicators, in the order of the pages."""
    gevuld = {rij["levensdomein"] for rij in achtergrond(stand).catalogus.values()}
    return [een for een in Levensdomein if een in gevuld]


def _comparators(stand: Stand, gekozen: Keus) -> list[tuple[str, str, bool]]:
    """Return what the areas can be compared with: id, title, chosen; groups are around the first one."""
    eerste = next((een.gemeente for een in gekozen.gebieden if een.gemeente), None)
    kenmerken = achtergrond(stand).kenmerken
    mogelijk = [(STANDAARD, "Vlaanderen")]
    if eerste:
        nis = eerste.nis_code
        alle = stand.onthoud(("keuzes", nis), lambda: keuzes(nis, kenmerken))
        mogelijk = [(een.keuze, een.titel) for een in alle]
    nu = gekozen.groep.keuze
    if nu not in dict(mogelijk):
        mogelijk.append((nu, hoofdletter(gekozen.groep.naam)))
    return [(keuze, titel, keuze == nu) for keuze, titel in mogelijk]


def _without(sleutels: Sequence[str], weg: str) -> tuple[str, ...]:
    return tuple(een for een in sleutels if een != weg)
