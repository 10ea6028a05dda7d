"""Kansarmoede, Opgroeien: the index per municipality and the six criteria behind it.

The municipal series is a workbook whose address changes with every upload and whose layout nobody promised.
The index counts the births of three years; a criterion is a share of the *children in kansarmoede*, not of
the births, and a child can meet several of the six.
"""

import pandas as pd

from etl.sources.bestand import Bestand, InvalidDelivery
from etl.sources.lezing import Lezing
from etl.sources.links import find_links
from etl.sources.opgroeien_blad import read_sheet, title
from etl.sources.opgroeien_kop import CRITERIA, INDEX, KOP_IN_RIJ, find_header
from etl.sources.stadsmonitor import TABBLAD
from etl.sources.tabel import plain

NAAM = "opgroeien"
TITEL = "Opgroeien"
UITGEVER = "Agentschap Opgroeien"
LICENTIE = "onbekend"
PAGINA = "https://www.opgroeien.be/cijfers-en-publicaties/kansarmoede/gemeentelijk-niveau"
OOK_OP = (
    "https://www.opgroeien.be/kennis/cijfers-en-onderzoek/gezinsinkomen-en-kansarmoede/cijfers-op-maat",
)
"""The newer page of the same figures. The link may stand on either."""

TITELS = {
    INDEX: "Kansarmoede-index",
    **{sleutel: sleutel.replace("criterium_", "Criterium ") for sleutel in CRITERIA},
}
ANDERE_OPDELING = ("deelgemeente", "herkomst", "nationaliteit", "sector")
"""Sheets that split a municipality up; they are not read."""
GENOEG_CRITERIA = 3


def discover(page: bytes, url: str) -> list[str]:
    """The workbooks whose link speaks of kansarmoede or of the historical series; others are childcare."""
    return find_links(page, url, "opgroeien.be", (".xlsx",), woorden=("kansarmoede", "historische reeks"))


def recognise(bestand: Bestand) -> bool:
    """Whether a sheet has a table per municipality and year, and some text above it speaks of kansarmoede."""
    koppen = {
        blad: find_header(bestand.rijen(blad), blad) for blad in bestand.bladen if not TABBLAD.fullmatch(blad)
    }
    teksten = [
        _above_figures(bestand, blad, KOP_IN_RIJ if kop is None else kop) for blad, kop in koppen.items()
    ]
    return any(kop is not None for kop in koppen.values()) and _is_ours(" ".join(teksten))


def read(bestand: Bestand) -> Lezing:
    """Every sheet with a table per municipality. Raises `InvalidDelivery`."""
    bestand.check(NAAM)
    frames, opmerkingen = list[pd.DataFrame](), list[str]()
    for blad in bestand.bladen:
        if (rij := find_header(bestand.rijen(blad), blad)) is None:
            continue  # notes to the reader
        if any(woord in _above_figures(bestand, blad, rij) for woord in ANDERE_OPDELING):
            opmerkingen.append(f"blad '{blad}': niet ingelezen, want het deelt gemeenten verder op.")
            continue
        frame, gezegd = read_sheet(NAAM, bestand, blad, rij)
        frames.append(frame)
        opmerkingen += gezegd
    if not frames:
        raise InvalidDelivery(
            NAAM,
            bestand.naam,
            "bladen " + (", ".join(f"'{blad}'" for blad in bestand.bladen) or "(geen)"),
            f"in de eerste {KOP_IN_RIJ} rijen staat nergens een kop met NIS-codes en jaren.",
            "zet één rij met de kolom 'NIS-code' en de jaren boven de cijfers.",
        )
    waarden = pd.concat(frames, ignore_index=True)
    _check_twice(bestand, waarden)
    waarden = waarden.drop(columns="plaats")
    return Lezing(waarden, {sleutel: TITELS[sleutel] for sleutel in waarden["sleutel"].unique()}, opmerkingen)


def _is_ours(tekst: str) -> bool:
    criteria = sum(bool(patroon.search(tekst)) for patroon in CRITERIA.values())
    return "kansarm" in tekst or criteria >= GENOEG_CRITERIA


def _above_figures(bestand: Bestand, blad: str, kop: int) -> str:
    """The name of the sheet, and all text up to and including the header on index `kop`."""
    return f"{plain(blad)} {title(bestand.rijen(blad), kop + 1)}"


def _check_twice(bestand: Bestand, waarden: pd.DataFrame) -> None:
    """Raise when the file gives one figure twice, on whatever sheets."""
    over = ["sleutel", "nis_code", "periode_einde"]
    dubbel = waarden[waarden.duplicated(over, keep=False)]
    if not dubbel.empty:
        eerste = dubbel.iloc[0]
        zelfde = dubbel[(dubbel[over] == eerste[over]).all(axis=1)]
        raise InvalidDelivery(
            NAAM,
            bestand.naam,
            str(zelfde["plaats"].iloc[1]),
            f"dubbel cijfer: {TITELS[eerste['sleutel']]} {eerste['periode_label']} van {eerste['nis_code']} "
            f"staat ook op {zelfde['plaats'].iloc[0]}.",
            "laat van elk cijfer één staan; vraag de uitgever welk juist is.",
        )
