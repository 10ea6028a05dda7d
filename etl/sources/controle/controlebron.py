"""Files that bring no figures of their own, and with which we check what we know or have loaded."""

import csv
import io
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd

from etl.sources.bestand import Bestand, Cel, InvalidDelivery
from etl.sources.cellen import nis_code
from etl.sources.tabel import plain
from indicators.gemeenten import GEOGRAFIEEN, alle_codes, gemeenten
from indicators.observations import COLUMNS

GETOOND = 5
ELDERS = re.compile(r"21\d{3}|04000|9999\d|02000|elz7|elz9\d")
"""Codes beside those of Flemish areas: Brussels, the regions, and what a publisher cannot locate.

Among the eerstelijnszones Brussels is `elz7`, and nowhere `elz9` with another digit.
"""


@dataclass(frozen=True)
class Geladen:
    """The figures to compare with: as delivered, with the key and the title that the source gives them."""

    waarnemingen: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=COLUMNS))
    sleutels: Mapping[str, str] = field(default_factory=dict)
    """Indicator -> key of the source."""
    titels: Mapping[str, str] = field(default_factory=dict)
    """Key of the source -> title of the source."""


@dataclass(frozen=True)
class Bevinding:
    """What came of a comparison: what was compared (Dutch), and each difference in words."""

    nagekeken: str
    verschillen: list[str] = field(default_factory=list)

    @property
    def boodschap(self) -> str:
        """One sentence, with the first differences."""
        aantal = len(self.verschillen)
        meer = f" en nog {aantal - GETOOND}" if aantal > GETOOND else ""
        welke = f": {'; '.join(self.verschillen[:GETOOND])}{meer}" if aantal else ""
        return f"gecontroleerd: {self.nagekeken}, {aantal} verschil{'' if aantal == 1 else 'len'}{welke}."


@dataclass(frozen=True)
class Controlebron:
    """A kind of file to check with. `naam` is that of its folder, `titel` is Dutch.

    `recognise` looks at the content only. `compare` raises `InvalidDelivery` for a file that cannot be used.
    """

    naam: str
    titel: str
    licentie: str
    recognise: Callable[[Bestand], bool]
    compare: Callable[[Bestand, Geladen], Bevinding]


def starts_with(*kolommen: str) -> Callable[[Bestand], bool]:
    """Recognises a workbook whose first sheet starts with these columns."""

    def recognise(bestand: Bestand) -> bool:
        kop = bestand.rijen(bestand.bladen[0])[:1] if bestand.bladen else list[list[Cel]]()
        return bool(kop) and tuple(plain(cel) for cel in kop[0][: len(kolommen)]) == kolommen

    return recognise


def has_columns(*kolommen: str) -> Callable[[Bestand], bool]:
    """Recognises a table in text whose first line has all of these columns, whatever the separator."""

    def recognise(bestand: Bestand) -> bool:
        if not bestand.is_tekst:
            return False
        kop = re.split("[;,|\t]", bestand.tekst.split("\n", 1)[0])
        return set(kolommen) <= {plain(cel.strip('"\ufeff\r')) for cel in kop}

    return recognise


def csv_rows(bestand: Bestand) -> list[dict[str, str]]:
    """The rows of a table in text, by the names of its columns."""
    kop = bestand.tekst.split("\n", 1)[0]
    scheiding = max(";,|\t", key=kop.count)
    rijen = csv.DictReader(io.StringIO(bestand.tekst, newline=""), delimiter=scheiding)
    return [{plain(naam): str(cel or "").strip() for naam, cel in rij.items() if naam} for rij in rijen]


def sheet_rows(bestand: Bestand, blad: str) -> list[dict[str, Cel]]:
    """The rows of a sheet under its first row, by the names of its columns."""
    kop, *rijen = bestand.rijen(blad) or [[]]
    namen = [plain(cel) for cel in kop]
    return [dict(zip(namen, rij, strict=False)) for rij in rijen]


def state_of(codes: Iterable[str]) -> str:
    """The state whose municipalities are most like `codes`."""
    vlaams = alle_codes() & set(codes)
    return min(GEOGRAFIEEN, key=lambda staat: len(vlaams ^ gemeenten(staat).keys()))


def compare_codes(codes: Sequence[str], staat: str, volledig: bool = True) -> list[str]:
    """How these codes differ from the municipalities of a state; areas outside Flanders do not count."""
    vlaams = {code for code in codes if not ELDERS.fullmatch(code)}
    namen = gemeenten(staat)
    teveel = [f"{code} is geen gemeente van de toestand {staat}" for code in sorted(vlaams - namen.keys())]
    ontbreekt = [f"{namen[code].naam} ({code}) ontbreekt" for code in sorted(namen.keys() - vlaams)]
    return teveel + (ontbreekt if volledig else [])


def compare_names(namen: Mapping[str, str], staat: str) -> list[str]:
    """Where the publisher's name of a municipality is not ours."""
    return [
        f"{code} heet '{naam}' en bij ons '{gemeenten(staat)[code].naam}'"
        for code, naam in namen.items()
        if code in gemeenten(staat) and bare(naam) != bare(gemeenten(staat)[code].naam)
    ]


def bare(naam: str) -> str:
    """A name without what tells two areas apart: 'Aalst (Arr.)' and 'Aalst (Aalst)' become 'aalst'."""
    return plain(re.sub(r"\s*\([^)]*\)\s*$", "", naam)).replace("’", "'")


def area_code(cel: Cel) -> str:
    """A code of an area: five digits where it is a number, else as it stands."""
    code = nis_code(cel)
    return code if code.isdigit() else str(cel).strip()


def refuse(bestand: Bestand, naam: str, probleem: str) -> InvalidDelivery:
    """The error to raise when a file of this kind holds nothing to compare."""
    return InvalidDelivery(
        naam, bestand.naam, "hele bestand", probleem, "lever het bestand zoals de uitgever het gaf."
    )
