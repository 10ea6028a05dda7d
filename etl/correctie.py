"""Known errors of a publisher, corrected while a delivery is read; each stops when it is repaired."""

import tomllib
from collections.abc import Collection, Hashable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Any, Literal

import pandas as pd
from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError

from etl import EtlError
from etl.controle import Controle, Ernst
from indicators.gemeenten import VLAANDEREN, alle_codes
from indicators.model import Indicator, Status

FILE = Path(__file__).parent / "corrections.toml"
TOEGEPAST, HERSTELD, NIET_GEVONDEN = "toegepast", "hersteld", "niet_gevonden"
CORRECTIE = [
    *("bron", "indicator", "nis_code", "periode_einde", "verwacht", "waarde", "reden", "gemeld_op"),
    *("toestand", "levering"),
]
PRECISION = 1e-9
"""Relative: a figure that a sheet prints in full comes back in full."""
Tekst = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class Correctie(BaseModel):
    """One wrong figure: what is delivered, and what it should be (`ontbreekt` when nobody knows)."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    bron: Tekst
    indicator: Tekst
    nis_code: Annotated[str, StringConstraints(pattern=r"^\d{5}$")]
    periode_einde: date
    verwacht: float
    waarde: float | Literal["ontbreekt"]
    reden: Tekst
    gemeld_op: date

    @property
    def cel(self) -> tuple[str, str, date]:
        """Which figure this is about."""
        return self.indicator, self.nis_code, self.periode_einde


def load(path: Path, catalog: Mapping[str, Indicator]) -> tuple[Correctie, ...]:
    """The corrections in `path`; raises EtlError with every problem of every one of them."""
    try:
        written = tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise EtlError(f"{path.name} is geen geldig TOML-bestand: {error}") from error
    found: list[Correctie] = []
    errors = [f"onbekend veld '{key}' bovenaan" for key in sorted(set(written) - {"correctie"})]
    for number, fields in enumerate(written.get("correctie", []), 1):
        try:
            one = Correctie(**fields)
        except ValidationError as error:
            errors += [
                f"correctie {number}: {'.'.join(map(str, problem['loc']))}: {problem['msg']}"
                for problem in error.errors(include_url=False)
            ]
        else:
            errors += [f"correctie {number}: {text}" for text in _doubts(one, found, catalog)]
            found.append(one)
    if errors:
        raise EtlError(f"{path.name} klopt niet: " + "; ".join(errors))
    return tuple(found)


def _doubts(one: Correctie, before: Sequence[Correctie], catalog: Mapping[str, Indicator]) -> list[str]:
    """What cannot be right about it, given the catalog, the municipalities and the corrections before it."""
    doubts = []
    indicator = catalog.get(one.indicator)
    if indicator is None:
        doubts.append(f"indicator '{one.indicator}' staat niet in de catalogus")
    elif isinstance(one.waarde, float) and not indicator.geldig[0] <= one.waarde <= indicator.geldig[1]:
        doubts.append(
            f"waarde {one.waarde:g} ligt buiten {indicator.geldig[0]:g} tot {indicator.geldig[1]:g}"
        )
    if one.nis_code not in {VLAANDEREN, *alle_codes()}:
        doubts.append(f"nis_code {one.nis_code} is geen gemeente")
    if one.waarde == one.verwacht:
        doubts.append("waarde is gelijk aan verwacht: er valt niets te verbeteren")
    if any((one.bron, one.cel) == (other.bron, other.cel) for other in before):
        doubts.append("dit cijfer staat er al in")
    return doubts


def correct(
    rows: pd.DataFrame, bron: str, correcties: Collection[Correctie], catalog: Mapping[str, Indicator]
) -> tuple[pd.DataFrame, tuple[Correctie, ...]]:
    """`rows` of a delivery of `bron` with the corrections that still hold, and which those are.

    A correction holds as long as the delivered value is `verwacht`. With the value, the numerator changes
    along, so that a merger of municipalities counts with the right one.
    """
    applied = []
    for one in (one for one in correcties if one.bron == bron):
        cell = _cell(rows, one)
        wrong = cell & (rows["waarde"] - one.verwacht).abs().le(PRECISION * max(1.0, abs(one.verwacht)))
        if not wrong.any():
            continue
        waarde = one.waarde if isinstance(one.waarde, float) else float("nan")
        status = Status.ONTBREEKT if one.waarde == Status.ONTBREEKT else Status.WAARDE
        factor = catalog[one.indicator].factor
        rows = rows.assign(
            teller=rows["teller"].mask(wrong & rows["teller"].notna(), waarde * rows["noemer"] / factor),
            waarde=rows["waarde"].mask(wrong, waarde),
            status=rows["status"].mask(wrong, status.value),
        )
        applied.append(one)
    return rows, tuple(applied)


def _cell(rows: pd.DataFrame, one: Correctie) -> pd.Series:
    day = pd.Timestamp(one.periode_einde)
    here = (rows["indicator"] == one.indicator) & (rows["nis_code"] == one.nis_code)
    return here & (rows["periode_einde"] == day)


def outcome(
    rows: pd.DataFrame, correcties: Sequence[Correctie], applied: Collection[tuple[Correctie, str]]
) -> pd.DataFrame:
    """Table `correctie`: what became of each in the chosen `rows`; `applied` are pairs with the delivery."""
    table = []
    for one in correcties:
        cell = rows[_cell(rows, one) & rows["levering"].str.startswith(f"{one.bron}-")]
        levering = None if cell.empty else str(cell["levering"].iloc[0])
        done = (one, levering) in applied
        toestand = NIET_GEVONDEN if levering is None else TOEGEPAST if done else HERSTELD
        fields = one.model_dump() | {"toestand": toestand, "levering": levering}
        if one.waarde == Status.ONTBREEKT:
            fields["waarde"] = None
        table.append(fields)
    return pd.DataFrame(table, columns=CORRECTIE).astype({"verwacht": float, "waarde": float})


def remarks(table: pd.DataFrame, nu: datetime) -> list[Controle]:
    """A remark per correction, in Dutch: applied, or no longer needed."""
    return [
        Controle(
            nu,
            Ernst.GOED if one["toestand"] == TOEGEPAST else Ernst.LET_OP,
            _told(one),
            one["bron"],
            one["levering"],
            one["indicator"],
        )
        for one in table.to_dict("records")
    ]


def _told(one: Mapping[Hashable, Any]) -> str:
    """What became of a correction, in a sentence; `one` is a row of the table."""
    what = f"{one['indicator']}, gemeente {one['nis_code']}, periode tot {one['periode_einde']:%d/%m/%Y}"
    if one["toestand"] == TOEGEPAST:
        return f"{what}: {one['verwacht']:g} is verbeterd, want {one['reden']}"
    if one["toestand"] == HERSTELD:
        return (
            f"{what}: de uitgever levert niet langer {one['verwacht']:g}. De verbetering is gestopt; "
            f"haal ze uit etl/{FILE.name}."
        )
    return f"{what} staat in geen levering. Kijk de verbetering na in etl/{FILE.name}."
