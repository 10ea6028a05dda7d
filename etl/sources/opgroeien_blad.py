"""One sheet of Opgroeien: from its rows to figures in per cent, each with its place."""

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from etl.sources.bestand import Bestand, Cel
from etl.sources.cellen import as_frame, as_percent, check_range, is_number
from etl.sources.opgroeien_kop import Kolom, Kop, Periode, key_of, read_header, read_period
from etl.sources.opgroeien_rijen import NAMEN_ZIJN_GEEN_SLEUTEL, areas
from etl.sources.tabel import Tabel, check_sheet, plain
from etl.sources.voetnoten import read_cell, read_notes

HOOGSTENS_GENOEMD = 10


def title(rijen: Sequence[Sequence[Cel]], hoogstens: int) -> str:
    """The text of the first rows of a sheet: what stands above the figures."""
    return plain(" ".join(cel for rij in rijen[:hoogstens] for cel in rij if isinstance(cel, str)))


def read_sheet(bron: str, bestand: Bestand, blad: str, rij: int) -> tuple[pd.DataFrame, list[str]]:
    """The figures of one sheet with their place, and what had to be left out."""
    rijen = bestand.rijen(blad)
    tabel = Tabel(bron, bestand.naam, f"blad '{blad}'", tuple(str(cel) for cel in rijen[rij]), [], [])
    kop = read_header(rijen, rij, blad, tabel.fout)
    onder = [n for n in range(kop.laatste_rij + 1, len(rijen)) if any(cel != "" for cel in rijen[n])]
    tabel = replace(tabel, rijen=[rijen[n] for n in onder], nummers=[n + 1 for n in onder])
    check_sheet(tabel, bestand, blad)
    _check_header(tabel, kop, rij + 1)
    noten = read_notes([*rijen[:rij], *tabel.rijen])
    tabel, codes, totalen = areas(tabel, kop)
    if not codes:
        raise tabel.fout(
            "onder de kop", "er staat geen enkele gemeente.", "lever de tabel met een rij per gemeente."
        )
    _check_width(tabel, kop)
    onderwerp = key_of(blad) or key_of(title(rijen, rij))
    frames, opmerkingen = list[pd.DataFrame](), _left_out(tabel, kop, totalen)
    for kolom in kop.kolommen:
        frame, opmerking = _read_column(tabel, kop, kolom, codes, onderwerp, noten)
        frames.append(frame)
        opmerkingen += [opmerking] if opmerking else []
    return pd.concat(frames, ignore_index=True), opmerkingen


def _check_header(tabel: Tabel, kop: Kop, rij: int) -> None:
    if kop.nis is None:
        raise tabel.fout(f"rij {rij}", "er is geen kolom met NIS-codes.", NAMEN_ZIJN_GEEN_SLEUTEL)
    if not kop.kolommen:
        raise tabel.fout(
            f"rij {rij}",
            "geen enkele kolom is het cijfer van een jaar: de naam van een cijfer of een jaar ontbreekt "
            f"({', '.join(kop.ongebruikt) or 'er zijn geen andere kolommen'}).",
            "zet boven elke kolom het jaar, of een kolom 'Jaar' ernaast.",
        )


def _check_width(tabel: Tabel, kop: Kop) -> None:
    """Raise for a number without a heading above it: its row has shifted, or the heading is gone."""
    for nummer, rij in zip(tabel.nummers, tabel.rijen, strict=True):
        for index, cel in enumerate(rij):
            if index not in kop.benoemd and is_number(cel):
                raise tabel.fout(
                    f"rij {nummer}, kolom {index + 1}",
                    f"boven '{cel}' staat geen kop.",
                    "ga na of de cellen van deze rij verschoven zijn, en zet boven elke kolom wat ze is.",
                )


def _left_out(tabel: Tabel, kop: Kop, totalen: Sequence[str]) -> list[str]:
    weg = []
    if kop.ongebruikt:
        genoemd = ", ".join(f"'{naam}'" for naam in kop.ongebruikt[:HOOGSTENS_GENOEMD])
        weg.append(f"{tabel.naam}: niet gebruikte kolommen: {genoemd}.")
    if totalen:
        genoemd = ", ".join(list(dict.fromkeys(totalen))[:HOOGSTENS_GENOEMD])
        weg.append(f"{tabel.naam}: {len(totalen)} rijen met totalen niet gebruikt: {genoemd}.")
    return weg


def _read_column(
    tabel: Tabel, kop: Kop, kolom: Kolom, codes: list[str], onderwerp: str | None, noten: dict[str, str]
) -> tuple[pd.DataFrame, str | None]:
    """The figures of one column, in per cent, and a remark when they came as fractions."""
    cijfers = []
    for nummer, cel in zip(tabel.nummers, _cells(tabel, kolom.index), strict=True):
        cijfer = read_cell(cel, noten)
        if cijfer is None:
            raise tabel.fout(
                f"rij {nummer}, kolom '{kolom.kop}'",
                f"'{cel}' is geen getal.",
                "in deze kolom horen getallen (met een komma voor de decimalen) of lege cellen. Zeg bij een "
                "voetnoot zonder getal wat ze betekent.",
            )
        cijfers.append(cijfer)
    waarden = [cijfer.waarde for cijfer in cijfers]
    check_range(tabel, kolom.kop, waarden, 0, 100)
    waarden, opmerking = as_percent(tabel, kolom.kop, waarden, [cijfer.procent for cijfer in cijfers])
    sleutels, perioden = _keys(tabel, kop, kolom, onderwerp), _periods(tabel, kop, kolom)
    jaren = [periode.jaar for periode in perioden]
    frame = as_frame(sleutels, codes, jaren, waarden, [cijfer.status.value for cijfer in cijfers])
    return frame.assign(
        periode_label=[periode.label for periode in perioden],
        voorlopig=[cijfer.voorlopig for cijfer in cijfers],
        plaats=[f"{tabel.naam}, rij {nummer}, kolom '{kolom.kop}'" for nummer in tabel.nummers],
    ), opmerking


def _keys(tabel: Tabel, kop: Kop, kolom: Kolom, onderwerp: str | None) -> list[str]:
    """Which figure each cell of a column is: by its heading, else its row, else the title of the sheet."""
    if kop.onderwerp is None or kolom.sleutel:
        gevonden = [kolom.sleutel or onderwerp] * len(tabel.rijen)
    else:
        gevonden = [key_of(str(cel)) for cel in _cells(tabel, kop.onderwerp)]
    for nummer, sleutel in zip(tabel.nummers, gevonden, strict=True):
        if sleutel is None:
            raise tabel.fout(
                f"rij {nummer}, kolom '{kolom.kop}'",
                "er staat niet of dit de kansarmoede-index is, of welk van de zes criteria.",
                "zet het in de kop van de kolom of in de naam van het blad, zoals 'Kansarmoede-index'.",
            )
    return [sleutel for sleutel in gevonden if sleutel]


def _periods(tabel: Tabel, kop: Kop, kolom: Kolom) -> list[Periode]:
    """The period of each cell of a column: by its heading, else by its row."""
    if kolom.periode is not None:
        return [kolom.periode] * len(tabel.rijen)
    cellen = zip(tabel.nummers, [] if kop.jaar is None else _cells(tabel, kop.jaar), strict=True)
    return [read_period(cel, tabel.fout, f"rij {nummer}, kolom met het jaar") for nummer, cel in cellen]


def _cells(tabel: Tabel, index: int) -> list[Cel]:
    return [rij[index] if index < len(rij) else "" for rij in tabel.rijen]
