"""All municipalities of one indicator as a table, sorted and filtered as the reader chose."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from dashboard.components.duiding import ligging, schrijf, tussen
from dashboard.components.indicatoradres import AF, OP, Indicatoradres
from dashboard.components.verspreiding import wie
from dashboard.omgevingsanalyse.doorsnede import Doorsnede, Plek
from dashboard.tekst import aantal, geen_cijfer, getal
from indicators.gemeenten import zoek
from indicators.gemeenten.gebieden import Gebied, gebieden
from indicators.model import Soort
from indicators.statistics import Interval, Onbekend, Oordeel, Positie

NIVEAUS = {"provincie": "Provincies", "arrondissement": "Arrondissementen"}
POSITIES = {Positie.LAGER: 0, Positie.NIET_TE_ONDERSCHEIDEN: 1, Positie.HOGER: 2}
Invulling = dict[str, object]


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column: the key in the address, the heading, and what a row is sorted by; None has no place."""

    sleutel: str
    kop: str
    volgorde: Callable[[Plek], float | None] | None


class Cel(NamedTuple):
    """What stands in a cell; with a `klasse` it is a word with that colour."""

    tekst: str
    klasse: str = ""


def kolommen(snede: Doorsnede) -> list[Kolom]:
    """Return the columns that say something about this indicator, the municipality itself left out."""
    alle = [Kolom("cijfer", "Cijfer", lambda plek: plek.waarde)]
    if any(isinstance(plek.interval, Interval) for plek in snede.bekend):
        alle.append(Kolom("onzeker", "Onzeker", _width))
    if any(isinstance(plek.oordeel, Oordeel) for plek in snede.bekend):
        alle.append(Kolom("oordeel", _opposite(snede), _verdict))
    if snede.soort is not Soort.AANTAL:
        alle.append(Kolom("plaats", "Tussen alle gemeenten", None))
    return alle


def _opposite(snede: Doorsnede) -> str:
    """Name what the verdicts are about: Flanders with its figure."""
    if isinstance(snede.vlaanderen, Onbekend):
        return "Tegenover Vlaanderen"
    return f"Tegenover {wie(snede.vlaanderen)} ({schrijf(snede, snede.vlaanderen.waarde)})"


def _width(plek: Plek) -> float | None:
    return plek.interval.hoog - plek.interval.laag if isinstance(plek.interval, Interval) else None


def _verdict(plek: Plek) -> float | None:
    return POSITIES[plek.oordeel.positie] if isinstance(plek.oordeel, Oordeel) else None


def tabel(
    snede: Doorsnede, adres: Indicatoradres, eigen: str | None, href: Callable[[str], str]
) -> Invulling:
    """Return what the table of `templates/indicator.html` is filled in with; `eigen` stays on top."""
    kolom = kolommen(snede)
    gevonden = _found(snede, adres)
    rijen = [_row(snede, plek, kolom, adres, href) for plek in _sorted(gevonden, kolom, adres)]
    bovenaan = _row(snede, snede.plekken[eigen], kolom, adres, href) if eigen else None
    return {
        "bijschrift": f"{snede.indicator['titel']} in alle gemeenten",
        "koppen": [_head(een, adres) for een in (Kolom("gemeente", "Gemeente", lambda plek: None), *kolom)],
        "breed": len(kolom),
        "eigen": bovenaan,
        "rijen": [rij for rij in rijen if not bovenaan or rij["naam"] != bovenaan["naam"]],
        "telling": _count(len(gevonden), len(snede.plekken)),
    }


def _found(snede: Doorsnede, adres: Indicatoradres) -> list[Plek]:
    """Return the municipalities of the chosen area whose name, or former name, has what was typed."""
    gebied = gekozen_gebied(adres)
    namen = {een.gemeente.nis_code for een in zoek(adres.zoek, len(snede.plekken))} if adres.zoek else None
    return [
        plek
        for nis, plek in snede.plekken.items()
        if (gebied is None or nis in gebied.leden) and (namen is None or nis in namen)
    ]


def _sorted(plekken: Sequence[Plek], kolom: Sequence[Kolom], adres: Indicatoradres) -> list[Plek]:
    """Return the municipalities in the order of the address; those without a figure always come last."""
    gekozen = next((een.volgorde for een in kolom if een.sleutel == adres.sorteer and een.volgorde), None)
    af = adres.richting == AF
    if gekozen is None:
        return sorted(list(reversed(plekken)) if af else plekken, key=lambda plek: plek.meting is None)
    waarden = [(gekozen(plek), plek) for plek in plekken]
    met = [(waarde, plek) for waarde, plek in waarden if waarde is not None]
    met.sort(key=lambda paar: (paar[0], paar[1].waarde or 0.0), reverse=af)
    return [plek for _, plek in met] + sorted(
        (plek for waarde, plek in waarden if waarde is None), key=lambda plek: plek.meting is None
    )


def _head(kolom: Kolom, adres: Indicatoradres) -> Invulling:
    """Return a heading: a link that sorts by it, or the other way round where that was done already."""
    if kolom.volgorde is None:
        return {"kop": kolom.kop, "sleutel": kolom.sleutel, "link": None, "sortering": None}
    gekozen = adres.sorteer == kolom.sleutel
    eerst = OP if kolom.sleutel == "gemeente" else AF
    richting = (OP if adres.richting == AF else AF) if gekozen else eerst
    sortering = {OP: "ascending", AF: "descending"}[adres.richting] if gekozen else None
    return {
        "kop": kolom.kop,
        "sleutel": kolom.sleutel,
        "link": adres.met(sorteer=kolom.sleutel, richting=richting),
        "sortering": sortering,
        "teken": {"ascending": "▲", "descending": "▼"}.get(sortering or "", "↕"),
    }


def _row(
    snede: Doorsnede,
    plek: Plek,
    kolom: Sequence[Kolom],
    adres: Indicatoradres,
    href: Callable[[str], str],
) -> Invulling:
    naar = adres.naar_gemeente(href(f"/gemeente/{plek.gemeente.slug}"))
    vast = {"naam": plek.gemeente.naam, "link": naar.met(snede.indicator["indicator"])}
    if plek.meting is None or plek.meting.waarde is None:
        return {**vast, "geen": geen_cijfer(plek.reden) if plek.reden else "Geen cijfer."}
    meting = plek.meting
    return {
        **vast,
        "geen": None,
        "waarde": schrijf(snede, plek.meting.waarde),
        "merk": ", ".join(woord for woord in ("schatting", "voorlopig") if getattr(meting, woord)),
        "cellen": [WRITTEN[een.sleutel](snede, plek) for een in kolom if een.sleutel in WRITTEN],
    }


def _uncertain(snede: Doorsnede, plek: Plek) -> Cel:
    return Cel(tussen(snede, plek.interval) if isinstance(plek.interval, Interval) else "niet gekend")


def _word(snede: Doorsnede, plek: Plek) -> Cel:
    if isinstance(plek.oordeel, Onbekend):
        return Cel("niet te zeggen")
    positie, gunst = plek.oordeel.positie, plek.oordeel.gunst
    return Cel(f"{positie}, {gunst}" if gunst else str(positie), gunst or "neutraal")


def _place(snede: Doorsnede, plek: Plek) -> Cel:
    return Cel("" if plek.kwantiel is None else ligging(plek.kwantiel))


WRITTEN: Mapping[str, Callable[[Doorsnede, Plek], Cel]] = {
    "onzeker": _uncertain,
    "oordeel": _word,
    "plaats": _place,
}
"""What stands in a column, but for the figure itself."""


def gebiedskeuzes() -> list[tuple[str, list[tuple[str, str]]]]:
    """Return the areas to filter by: per level its name, and the (key, name) of each area."""
    return [
        (titel, [(een.sleutel, _short(een)) for een in gebieden().values() if _level(een) == niveau])
        for niveau, titel in NIVEAUS.items()
    ]


def gekozen_gebied(adres: Indicatoradres) -> Gebied | None:
    """Return the area that the address names; None where there is none such to filter by."""
    gebied = gebieden().get(adres.gebied)
    return gebied if gebied and _level(gebied) in NIVEAUS else None


def _level(gebied: Gebied) -> str:
    return gebied.sleutel.partition(":")[0]


def _short(gebied: Gebied) -> str:
    return gebied.naam.removeprefix(f"{_level(gebied)} ")


def _count(gevonden: int, alle: int) -> str:
    if gevonden == alle:
        return f"{getal(alle)} gemeenten"
    return f"{aantal(gevonden, 'gemeente', 'gemeenten').capitalize()} van de {getal(alle)}"
