"""A table in a delivery: columns found by name, and cells read strictly, each complaint with its place."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from etl.sources.bestand import Bestand, Cel, InvalidDelivery

KOP_IN_RIJ = 10
"""A header stands in one of the first rows; a title or a note may stand above it."""
MAX_RIJEN = 200_000


@dataclass(frozen=True)
class Tabel:
    """One table: its header, its rows, and enough of its origin to say where something is wrong."""

    bron: str
    bestand: str
    naam: str
    """Which table of the file: "blad 'AR_03'", or 'CSV'."""
    kop: tuple[str, ...]
    rijen: Sequence[Sequence[Cel]]
    nummers: Sequence[int]
    """Row numbers of `rijen`, as a spreadsheet counts them."""

    def fout(self, plaats: str, probleem: str, oplossing: str) -> InvalidDelivery:
        """The error to raise: `plaats` is inside this table."""
        return InvalidDelivery(self.bron, self.bestand, f"{self.naam}, {plaats}", probleem, oplossing)

    def index(self, kolom: str) -> int:
        """Position of a column by its name, capitals and spaces aside."""
        return [plain(naam) for naam in self.kop].index(plain(kolom))

    def kolom(self, kolom: str) -> list[Cel]:
        """The cells of a column; a short row gives ''."""
        index = self.index(kolom)
        return [rij[index] if index < len(rij) else "" for rij in self.rijen]

    def genummerd(self, kolom: str) -> Iterator[tuple[int, Cel]]:
        """The cells of a column with their row number."""
        return zip(self.nummers, self.kolom(kolom), strict=True)

    def waar(self, houd: Sequence[bool]) -> "Tabel":
        """Only the rows where `houd` is true; they keep their row number."""
        return replace(
            self,
            rijen=[rij for rij, ja in zip(self.rijen, houd, strict=True) if ja],
            nummers=[nummer for nummer, ja in zip(self.nummers, houd, strict=True) if ja],
        )


def find_table(
    bestand: Bestand,
    bron: str,
    rijen: Sequence[Sequence[Cel]],
    vereist: Iterable[str],
    blad: str | None = None,
) -> Tabel:
    """The table whose header holds the columns `vereist`, or an error that says what is wrong with it.

    `rijen` are all rows of sheet `blad`, or of a CSV.
    """
    kop_rij = _find_header(rijen, {plain(naam) for naam in vereist})
    kop = tuple(str(cel).strip() for cel in rijen[kop_rij]) if rijen else ()
    gevuld = [n for n in range(kop_rij + 1, len(rijen)) if any(cel != "" for cel in rijen[n])]
    naam = f"blad '{blad}'" if blad else "CSV"
    tabel = Tabel(bron, bestand.naam, naam, kop, [rijen[n] for n in gevuld], [n + 1 for n in gevuld])
    _check_header(tabel, kop_rij + 1, vereist)
    check_sheet(tabel, bestand, blad)
    _check_width(tabel, blad is None)
    return tabel


def check_sheet(tabel: Tabel, bestand: Bestand, blad: str | None) -> None:
    """Raise when the sheet has a formula error, which reads as an empty cell, no rows, or too many."""
    if blad in bestand.formulefouten:
        cel, fout = bestand.formulefouten[blad]
        raise tabel.fout(
            f"cel {cel}",
            f"in de cel staat een formulefout ({fout}).",
            "herstel de formule, of vraag de uitgever om een bestand zonder fouten.",
        )
    if not tabel.rijen:
        raise tabel.fout("onder de kop", "de tabel heeft geen rijen.", "haal het bestand opnieuw op.")
    if len(tabel.rijen) > MAX_RIJEN:
        raise tabel.fout(
            f"rij {MAX_RIJEN + 1}",
            f"de tabel heeft {len(tabel.rijen)} rijen, hoogstens {MAX_RIJEN} zijn er mogelijk.",
            "lever alleen de cijfers per gemeente.",
        )


def _check_width(tabel: Tabel, tekst: bool) -> None:
    """Raise for a row whose cells do not stand under the names of the header: they have moved.

    In text each row has all its fields; a sheet leaves out empty cells at the end of a row.
    """
    zonder_naam = {n for n, naam in enumerate(tabel.kop) if not naam}
    for nummer, rij in zip(tabel.nummers, tabel.rijen, strict=True):
        if tekst and len(rij) < len(tabel.kop):
            raise tabel.fout(
                f"rij {nummer}",
                f"deze rij heeft {len(rij)} velden in plaats van {len(tabel.kop)}.",
                "haal het bestand opnieuw op; wellicht brak de download af.",
            )
        for n, cel in enumerate(rij):
            if cel != "" and (n in zonder_naam or n >= len(tabel.kop)):
                raise tabel.fout(
                    f"rij {nummer}, kolom {n + 1}",
                    f"boven '{cel}' staat geen naam in de kop.",
                    "ga na of de cellen van deze rij verschoven zijn, en geef elke kolom een naam.",
                )


def _find_header(rijen: Sequence[Sequence[Cel]], vereist: set[str]) -> int:
    """Index of the first row that has most of the columns `vereist`."""
    gevonden = [len(vereist & {plain(cel) for cel in rij}) for rij in rijen[:KOP_IN_RIJ]]
    return gevonden.index(max(gevonden)) if gevonden else 0


def _check_header(tabel: Tabel, rij: int, vereist: Iterable[str]) -> None:
    namen = [plain(cel) for cel in tabel.kop if cel]
    if ontbreekt := [f"'{kolom}'" for kolom in vereist if plain(kolom) not in namen]:
        raise tabel.fout(
            f"rij {rij}",
            f"in de eerste {KOP_IN_RIJ} rijen staat geen kop met {', '.join(ontbreekt)}; "
            f"gevonden: {', '.join(filter(None, tabel.kop))[:300] or 'niets'}.",
            "ga na of de uitgever een kolom een andere naam gaf of verplaatste, en herstel die.",
        )
    if dubbel := {f"'{kolom}'" for kolom in namen if namen.count(kolom) > 1}:
        raise tabel.fout(
            f"rij {rij}",
            f"meer dan één kolom heet {', '.join(sorted(dubbel))}.",
            "geef elke kolom een eigen naam, zoals de uitgever ze bedoelde.",
        )


def plain(cel: Cel) -> str:
    """Text without the differences that do not matter: capitals, outer and double spaces."""
    return " ".join(str(cel).split()).casefold()
