"""Files that a later version reads. They are recognised by content, so that an import can say so."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from etl.sources.bestand import Bestand, Cel


@dataclass(frozen=True)
class Later:
    """A kind of file that we know and do not use yet. `titel` is Dutch, for the report of an import."""

    titel: str
    recognise: Callable[[Bestand], bool]


def _xlsx_kop(*kolommen: str) -> Callable[[Bestand], bool]:
    """A workbook whose first sheet starts with these columns."""

    def recognise(bestand: Bestand) -> bool:
        if not bestand.bladen:
            return False
        kop = bestand.rijen(bestand.bladen[0])[:1]
        return bool(kop) and tuple(_plain(cel) for cel in kop[0][: len(kolommen)]) == kolommen

    return recognise


def _csv_kop(*kolommen: str) -> Callable[[Bestand], bool]:
    """A text file whose first line has all of these columns, whatever the separator."""

    def recognise(bestand: Bestand) -> bool:
        if not bestand.is_tekst:
            return False
        kop = {_plain(cel) for cel in re.split("[;,|\t]", bestand.tekst.split("\n", 1)[0])}
        return set(kolommen) <= kop

    return recognise


def _aggregatietabel(bestand: Bestand) -> bool:
    """Two columns: `gemeente` (or `gemeente2024`), and the area above it."""
    kop = bestand.rijen(bestand.bladen[0])[:1] if bestand.bladen else list[list[Cel]]()
    return bool(kop) and len(kop[0]) == 2 and bool(re.fullmatch(r"gemeente(20\d\d)?", _plain(kop[0][0])))


def _plain(cel: object) -> str:
    return str(cel).strip().strip('"').casefold()


LATER = [
    Later("gebiedsdefinities van Provincies in Cijfers", _xlsx_kop("sequence nr", "geoitem code")),
    Later("aggregatietabel van Provincies in Cijfers", _aggregatietabel),
    Later("uploadsjabloon van Provincies in Cijfers", _xlsx_kop("period", "geolevel", "geoitem")),
    Later("omzetting van gemeentecodes 2018, 2024 en 2025", _csv_kop("nis_2018", "nis_2024", "nis_2025")),
    Later("lijst van gemeentefusies", _csv_kop("old_nis", "new_nis")),
    Later("REFNIS-nomenclatuur van Statbel", _csv_kop("code ins", "code nis")),
    Later("omzetting van gemeentecodes van Statbel", _csv_kop("source_nis", "target_nis")),
    Later(
        "beschrijving van de variabelen van de fiscale inkomens",
        _xlsx_kop("language", "name", "label", "description"),
    ),
    Later(
        "brede tabel van de bevraging, geen levering van de uitgever",
        _csv_kop("province", "gemeente", "nis_code"),
    ),
    Later("onderwerpen bij de brede tabel van de bevraging", _csv_kop("source_sheet", "omnibus_indicator")),
    Later("vertaling van de namen van indicatoren", _xlsx_kop("indicator", "indicator_en")),
    Later("vertaling van de items van de bevraging", _xlsx_kop("item", "item_en")),
]
"""In this order; the kinds exclude each other."""
