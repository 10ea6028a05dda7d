"""Population by age, Statbel: a row per municipality, age, sex, nationality and civil status.

The text is some 104 MB for half a million rows, so it is counted line by line: memory holds no more than the
counts, and the key of each Flemish row to notice one that is there twice.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

import pandas as pd

from etl.sources.bestand import Bestand, InvalidDelivery
from etl.sources.cellen import nis_code
from etl.sources.statbel import GEWEST, SCHEIDING, is_flemish
from etl.sources.tabel import Tabel, plain
from indicators.gemeenten import VLAANDEREN, alle_codes
from indicators.model import Status

GEMEENTE, LEEFTIJD, AANTAL = "CD_REFNIS", "CD_AGE", "MS_POPULATION"
SPLITSING = ("CD_SEX", "CD_NATLTY", "CD_CIV_STS")
KENMERKEND = {LEEFTIJD, AANTAL, *SPLITSING}
MAX_REGELS = 3_000_000
OUDSTE = 130
JAARTAL = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")

TOTAAL, JONG, MIDDEN, OUD, PEUTERS = "totaal", "0-17", "18-64", "65+", "0 tot 2 jaar"
GROEPEN = {TOTAAL: range(OUDSTE + 1), JONG: range(18), MIDDEN: range(18, 65), OUD: range(65, OUDSTE + 1)}
GROEPEN |= {PEUTERS: range(3)}
"""The keys of this source, with the ages that each counts."""


class _Rij(NamedTuple):
    nummer: int
    cellen: list[str]


def count_residents(bestand: Bestand, bron: str) -> tuple[pd.DataFrame, Tabel]:
    """Residents per key of `GROEPEN` and Flemish municipality, and the table without its rows, for messages.

    Columns `sleutel`, `nis_code`, `jaar`, `status`, `waarde`. Raises `InvalidDelivery`.
    """
    regels = islice(enumerate(bestand.regels(bron), 1), MAX_REGELS + 1)
    _, kop = next(regels, (1, ""))
    tabel = Tabel(
        bron, bestand.naam, f"tabel '{bestand.lid or bestand.naam}'", tuple(kop.split(SCHEIDING)), [], []
    )
    jaar = _year(bestand, tabel)
    aantal: Counter[tuple[str, int]] = Counter()
    eerste: dict[str, int] = {}
    for rij, code, leeftijd, inwoners in _rows(regels, tabel):
        eerste.setdefault(code, rij)
        aantal[code, leeftijd] += inwoners
    _check_codes(tabel, eerste)
    rows = [
        (
            sleutel,
            code,
            jaar,
            Status.WAARDE.value,
            float(sum(aantal[code, leeftijd] for leeftijd in leeftijden)),
        )
        for sleutel, leeftijden in GROEPEN.items()
        for code in eerste
    ]
    return pd.DataFrame(rows, columns=["sleutel", "nis_code", "jaar", "status", "waarde"]), tabel


def _rows(regels: Iterator[tuple[int, str]], tabel: Tabel) -> Iterator[tuple[int, str, int, int]]:
    """Row number, NIS code, age and residents of each Flemish row."""
    gewest, gemeente, leeftijd, aantal = (tabel.index(k) for k in (GEWEST, GEMEENTE, LEEFTIJD, AANTAL))
    delen = [tabel.index(kolom) for kolom in (GEMEENTE, LEEFTIJD, *SPLITSING)]
    gezien: dict[str, int] = {}
    for nummer, regel in regels:
        cellen = regel.split(SCHEIDING)
        if len(cellen) != len(tabel.kop):
            if not regel.strip():
                continue
            raise tabel.fout(
                f"rij {nummer}",
                f"deze rij heeft {len(cellen)} velden in plaats van {len(tabel.kop)}.",
                "haal het bestand opnieuw op; wellicht brak de download af.",
            )
        if nummer > MAX_REGELS:
            raise tabel.fout(
                f"rij {nummer}", f"er zijn meer dan {MAX_REGELS} rijen.", "lever één jaar per bestand."
            )
        if not is_flemish(tabel, nummer, cellen[gewest], cellen[gemeente]):
            continue
        rij = _Rij(nummer, cellen)
        sleutel = SCHEIDING.join([cellen[deel] for deel in delen])
        if gezien.setdefault(sleutel, nummer) != nummer:
            raise tabel.fout(
                f"rij {nummer}",
                f"dubbele rij: {sleutel} staat ook op rij {gezien[sleutel]}.",
                "haal het bestand opnieuw op, of vraag de uitgever welke rij juist is.",
            )
        yield (
            nummer,
            nis_code(cellen[gemeente]),
            _whole(tabel, rij, leeftijd, OUDSTE),
            _whole(tabel, rij, aantal),
        )


def _whole(tabel: Tabel, rij: _Rij, kolom: int, hoogstens: int = 10_000_000) -> int:
    """A whole number from 0 on."""
    cel = rij.cellen[kolom].strip()
    if not (cel.isascii() and cel.isdigit()) or int(cel) > hoogstens:
        raise tabel.fout(
            f"rij {rij.nummer}, kolom '{tabel.kop[kolom]}'",
            f"'{cel}' is geen geheel getal van 0 tot {hoogstens}.",
            "controleer het cijfer bij de uitgever.",
        )
    return int(cel)


def _year(bestand: Bestand, tabel: Tabel) -> int:
    """The year of this file, after a check of its columns. Only the name of the table holds it."""
    namen = [plain(naam) for naam in tabel.kop]
    vereist = (GEMEENTE, GEWEST, *SPLITSING, LEEFTIJD, AANTAL)
    if ontbreekt := [f"'{kolom}'" for kolom in vereist if namen.count(plain(kolom)) != 1]:
        raise tabel.fout(
            "rij 1",
            f"in de kop moet {', '.join(ontbreekt)} één keer staan; gevonden: {', '.join(tabel.kop)[:300]}.",
            "ga na of de uitgever een kolom een andere naam gaf, en herstel die.",
        )
    jaren = set(JAARTAL.findall(bestand.lid) or JAARTAL.findall(bestand.naam))
    if len(jaren) != 1:
        raise InvalidDelivery(
            tabel.bron,
            bestand.naam,
            "naam van de tabel",
            "het jaar staat niet in de naam, en ook nergens anders in dit bestand.",
            "geef het de naam die Statbel gebruikt, zoals TF_SOC_POP_STRUCT_2025.zip.",
        )
    return int(jaren.pop())


def _check_codes(tabel: Tabel, eerste: dict[str, int]) -> None:
    """Raise for codes that no Flemish municipality has, and when there are none at all."""
    if not eerste:
        raise tabel.fout(
            f"kolom '{GEWEST}'",
            f"geen enkele rij heeft het gewest {VLAANDEREN}.",
            "lever het bestand voor heel België of voor het Vlaams Gewest.",
        )
    for code, rij in eerste.items():
        if code not in alle_codes():
            raise tabel.fout(
                f"rij {rij}, kolom '{GEMEENTE}'",
                f"onbekende gemeentecode: {code}.",
                "controleer de code. Is er een nieuwe fusie? Meld het dan aan wie deze toepassing beheert.",
            )
