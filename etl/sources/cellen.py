"""Cells of a table, read strictly: a complaint names the row and column, nothing is guessed or dropped."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from math import isfinite, nan

import pandas as pd

from etl.sources.bestand import Cel
from etl.sources.lezing import KOLOMMEN
from etl.sources.tabel import Tabel
from indicators.gemeenten import VLAANDEREN, alle_codes
from indicators.model import Status

OUDSTE_JAAR = 1990
GETOOND = 5
GENOEG_VOOR_FRACTIE = 50
"""From so many municipalities on, a column that nowhere exceeds 1 must be fractions."""

ENKELE, SPRONG = 0.02, 5
"""So small a share of the numbers, and so many times the others, is no distribution but another unit."""

MERKEN = {
    "": Status.ONTBREEKT,
    "-": Status.ONTBREEKT,
    "?": Status.ONTBREEKT,
    "*": Status.ONDERDRUKT,
    "x": Status.ONDERDRUKT,
    "nvt": Status.NIET_VAN_TOEPASSING,
    "n.v.t.": Status.NIET_VAN_TOEPASSING,
}
"""What publishers write where there is no number. Never a 0."""
GETAL = re.compile(r"-?\d+(,\d+)?")


def nis_code(cel: Cel) -> str:
    """A NIS code as text of five digits: 11001.0 becomes '11001', the region's 2000 becomes '02000'."""
    if isinstance(cel, float) and cel.is_integer():
        cel = int(cel)
    return str(cel).strip().removesuffix(".0").zfill(5)


def read_codes(tabel: Tabel, kolom: str) -> list[str]:
    """The NIS codes of a column; raises for codes that no Flemish municipality ever had since 2018."""
    bekend = {VLAANDEREN, *alle_codes()}
    codes = [nis_code(cel) for cel in tabel.kolom(kolom)]
    onbekend: dict[str, int] = {}
    for rij, code in zip(tabel.nummers, codes, strict=True):
        if code not in bekend:
            onbekend.setdefault(code, rij)
    if onbekend:
        raise tabel.fout(
            f"rij {min(onbekend.values())}, kolom '{kolom}'",
            f"onbekende gemeentecode: {_some(onbekend)}.",
            "controleer de code. Is er een nieuwe fusie? Meld het dan aan wie deze toepassing beheert.",
        )
    return codes


def read_years(tabel: Tabel, kolom: str) -> list[int]:
    """Years from 1990 to this year: a later one cannot be over yet."""
    jaren = []
    for rij, cel in tabel.genummerd(kolom):
        tekst = str(int(cel)) if isinstance(cel, float) and cel.is_integer() else str(cel).strip()
        if not re.fullmatch(r"\d{4}", tekst) or not OUDSTE_JAAR <= int(tekst) <= date.today().year:
            raise tabel.fout(
                f"rij {rij}, kolom '{kolom}'",
                f"'{cel}' is geen jaar tussen {OUDSTE_JAAR} en {date.today().year}.",
                "controleer het jaar in het bestand van de uitgever.",
            )
        jaren.append(int(tekst))
    return jaren


def read_numbers(tabel: Tabel, kolom: str) -> tuple[list[float], list[str]]:
    """The numbers of a column (NaN where there is none) and the status of each cell."""
    waarden, statussen = [], []
    for rij, cel in tabel.genummerd(kolom):
        waarde, status = _number(cel)
        if status is None:
            raise tabel.fout(
                f"rij {rij}, kolom '{kolom}'",
                f"'{cel}' is geen getal.",
                "in deze kolom horen getallen (met een komma voor de decimalen) of lege cellen.",
            )
        waarden.append(waarde)
        statussen.append(status.value)
    return waarden, statussen


def _number(cel: Cel) -> tuple[float, Status | None]:
    """A number, or the reason why there is none; status None for what is neither."""
    if isinstance(cel, bool):
        return nan, None
    tekst = str(cel).strip()
    if isinstance(cel, int | float):
        getal = float(cel)
    elif GETAL.fullmatch(tekst):
        getal = float(tekst.replace(",", "."))
    else:
        return nan, MERKEN.get(tekst.casefold())
    return (getal, Status.WAARDE) if isfinite(getal) else (nan, None)


def is_number(cel: Cel) -> bool:
    """Whether a cell holds a number, as a spreadsheet or with a decimal comma."""
    return _number(cel)[1] is Status.WAARDE


def check_range(tabel: Tabel, kolom: str, waarden: Sequence[float], laag: float, hoog: float) -> None:
    """Raise when a number lies outside `laag` to `hoog`, both included; NaN is no number."""
    for rij, waarde in zip(tabel.nummers, waarden, strict=True):
        if waarde < laag or waarde > hoog:
            raise tabel.fout(
                f"rij {rij}, kolom '{kolom}'",
                f"{_nl(waarde)} ligt buiten het bereik van {_nl(laag)} tot {_nl(hoog)}.",
                "controleer de eenheid en het cijfer bij de uitgever.",
            )


def as_percent(
    tabel: Tabel, kolom: str, waarden: Sequence[float], al_procent: Sequence[bool] | None = None
) -> tuple[list[float], str | None]:
    """A column of shares in per cent, also when they came as fractions, and a remark about that.

    `al_procent` tells which cells carry a percent sign of their own: those are never fractions.
    """
    vast = al_procent or [False] * len(waarden)
    getallen = [w for w, procent in zip(waarden, vast, strict=True) if w == w and not procent]
    _check_mixture(tabel, kolom, waarden, getallen)
    if not getallen or max(getallen) > 1 or all(waarde.is_integer() for waarde in getallen):
        return list(waarden), None
    plaats = f"{tabel.naam}, kolom '{kolom}'"
    if len(getallen) < GENOEG_VOOR_FRACTIE:
        return list(waarden), f"{plaats}: te weinig cijfers om fracties te herkennen; gelezen als procent."
    procenten = [w if procent else round(w * 100, 6) for w, procent in zip(waarden, vast, strict=True)]
    return procenten, f"{plaats}: gelezen als fracties (0 tot 1) en omgezet naar procent."


def _check_mixture(tabel: Tabel, kolom: str, waarden: Sequence[float], getallen: Sequence[float]) -> None:
    """Raise when a few numbers tower above all others, which are fractions: one would hide what they are."""
    fracties = [getal for getal in getallen if getal <= 1]
    hoger = [getal for getal in getallen if getal > 1]
    if len(fracties) < GENOEG_VOOR_FRACTIE or not 0 < len(hoger) <= len(getallen) * ENKELE:
        return
    if min(hoger) >= SPRONG * max(fracties):
        raise tabel.fout(
            f"rij {tabel.nummers[list(waarden).index(hoger[0])]}, kolom '{kolom}'",
            f"{_nl(hoger[0])} past niet bij de andere cijfers, die hoogstens {_nl(max(fracties))} zijn.",
            "ga na of fracties en procenten door elkaar staan, en vraag de uitgever welke juist is.",
        )


def check_unique(tabel: Tabel, sleutels: Sequence[tuple[object, ...]]) -> None:
    """Raise when two rows are about the same area, year and item."""
    eerste: dict[tuple[object, ...], int] = {}
    for rij, sleutel in zip(tabel.nummers, sleutels, strict=True):
        if sleutel in eerste:
            waarover = " ".join(str(deel) for deel in sleutel if deel)
            raise tabel.fout(
                f"rij {rij}",
                f"dubbele rij: {waarover} staat ook op rij {eerste[sleutel]}.",
                "laat één rij per gemeente, jaar en onderdeel staan; vraag de uitgever welke juist is.",
            )
        eerste[sleutel] = rij


def as_frame(
    sleutels: Sequence[str],
    codes: Sequence[str],
    jaren: Sequence[int],
    waarden: Sequence[float],
    statussen: Sequence[str],
) -> pd.DataFrame:
    """The table of `lezing.KOLOMMEN` for figures of calendar years, without respondents."""
    frame = pd.DataFrame(
        {
            "sleutel": list(sleutels),
            "nis_code": list(codes),
            "periode_einde": [date(jaar, 12, 31) for jaar in jaren],
            "periode_label": [str(jaar) for jaar in jaren],
            "waarde": pd.Series(waarden, dtype="float64"),
            "status": list(statussen),
            "voorlopig": False,
            "n": nan,
        }
    )
    return frame[KOLOMMEN]


def _some(namen: Iterable[str]) -> str:
    lijst = list(namen)
    return ", ".join(lijst[:GETOOND]) + (f" en nog {len(lijst) - GETOOND}" if len(lijst) > GETOOND else "")


def _nl(getal: float) -> str:
    """A number as it is written in Dutch: 1.234,5."""
    tekst = f"{getal:,.4f}".rstrip("0").rstrip(".")
    return tekst.translate(str.maketrans(",.", ".,"))
