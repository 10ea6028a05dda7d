"""A delivered file: what kind it is, whether it can be opened safely, and its rows as they stand."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO

from python_calamine import CalamineError, CalamineWorkbook

from etl.sources.archief import Archief, damaged, inspect_archive, read_lines
from etl.sources.shapefile import inspect_shapefile, wraps_shapefile
from etl.sources.werkboek import BESCHADIGD, MAX_OMVANG, OPNIEUW, Gebrek, Onderzoek, inspect_workbook

Cel = object
"""One cell as the workbook or CSV gives it: text, number, boolean, date, or '' for empty."""

ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""Old .xls files, and the envelope of a workbook that is locked with a password."""
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
MAX_REGELS = 2_000_000
"""Lines of a table in text. Population by age, the longest that we know, has some 600.000."""
csv.field_size_limit(MAX_OMVANG)  # a long line is refused for what it says, by the source that reads it
HTML = (b"<!doctype html", b"<html", b"<head", b"<script")


class InvalidDelivery(ValueError):
    """A delivery that cannot be used: says which source, file and place, what is wrong and what to do."""

    def __init__(self, bron: str, bestand: str, plaats: str, probleem: str, oplossing: str) -> None:
        self.bron, self.bestand, self.plaats = bron, bestand, plaats
        self.probleem, self.oplossing = probleem, oplossing
        super().__init__(f"{bron}, {bestand}, {plaats}: {probleem} Wat je kunt doen: {oplossing}")

    def __reduce__(self) -> tuple[type["InvalidDelivery"], tuple[str, ...]]:
        """Its five parts, so that it can travel from the process that reads to the one that reports."""
        return type(self), (self.bron, self.bestand, self.plaats, self.probleem, self.oplossing)


@dataclass(frozen=True)
class Bestand:
    """A file as it came. `naam` is only for messages: what a file is, follows from its content."""

    naam: str
    inhoud: bytes

    @property
    def is_xlsx(self) -> bool:
        """A zip envelope; whether there is a sound workbook in it, is for `gebrek`."""
        return self.inhoud.startswith(ZIP)

    @cached_property
    def is_shapefile(self) -> bool:
        """A zip envelope with a shapefile in it: a layer of shapes, and no sheets."""
        return self.is_xlsx and wraps_shapefile(self.inhoud)

    @cached_property
    def gebrek(self) -> Gebrek | None:
        """Why this file cannot be opened at all, or None. Nothing else may touch a file that has one."""
        begin = self.inhoud[:1024].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
        if not begin:
            return Gebrek("hele bestand", "het bestand is leeg.", "haal het bestand opnieuw op.")
        if begin.startswith(HTML):
            return Gebrek(
                "begin van het bestand",
                "dit is een webpagina (HTML), geen gegevensbestand.",
                "download het bestand met de hand in een browser, en lees dat in met 'etl import'.",
            )
        if self.inhoud.startswith(OLE):
            return Gebrek(
                "begin van het bestand",
                "het werkboek is beveiligd met een wachtwoord, of is een oud .xls-bestand.",
                "bewaar het in Excel zonder wachtwoord als .xlsx.",
            )
        if len(self.inhoud) > MAX_OMVANG:
            return Gebrek("hele bestand", "het bestand is te groot.", "lever alleen de tabel zelf.")
        if not self.is_xlsx and (regels := self.inhoud.count(b"\n")) > MAX_REGELS:
            return Gebrek(
                f"regel {MAX_REGELS + 1}",
                f"de tabel heeft {regels} regels, hoogstens {MAX_REGELS} zijn er mogelijk.",
                "lever alleen de cijfers per gemeente.",
            )
        return self._archief.gebrek if self._archief else self._onderzoek.gebrek or self._onleesbaar

    @cached_property
    def _archief(self) -> Archief | None:
        return inspect_archive(self.inhoud) if self.is_xlsx else None

    @cached_property
    def _onderzoek(self) -> Onderzoek:
        if self.is_shapefile:
            return inspect_shapefile(self.inhoud)
        return inspect_workbook(self.inhoud) if self.is_xlsx and not self._archief else Onderzoek()

    @property
    def _onleesbaar(self) -> Gebrek | None:
        """Why the reader of workbooks cannot open this one, although its zip envelope is sound."""
        if self.is_xlsx and not self.is_shapefile:
            try:
                bladen = self._werkboek.sheet_names
            except CalamineError as error:
                return Gebrek("hele bestand", f"het werkboek is beschadigd of onvolledig ({error}).", OPNIEUW)
            if not bladen:
                return Gebrek("hele bestand", "er zit geen enkel blad in het werkboek.", OPNIEUW)
        return None

    @property
    def formulefouten(self) -> dict[str, tuple[str, str]]:
        """Sheets with a formula error: cell and error of the first one. In `rijen` such a cell is empty."""
        return self._onderzoek.formulefouten

    @property
    def opmerkingen(self) -> tuple[str, ...]:
        """What was noticed about the workbook itself, such as formulas and hidden sheets (Dutch)."""
        return self._onderzoek.opmerkingen

    def check(self, bron: str) -> None:
        """Raise `InvalidDelivery` in the name of `bron` when this file cannot be opened."""
        if self.gebrek:
            gebrek = self.gebrek
            raise InvalidDelivery(bron, self.naam, gebrek.plaats, gebrek.probleem, gebrek.oplossing)

    @cached_property
    def _werkboek(self) -> CalamineWorkbook:
        return CalamineWorkbook.from_filelike(BytesIO(self.inhoud))

    @property
    def bladen(self) -> tuple[str, ...]:
        """Names of the sheets; empty for what is not a sound workbook."""
        werkboek = self.is_xlsx and not self._archief and not self.is_shapefile and not self.gebrek
        return tuple(self._werkboek.sheet_names) if werkboek else ()

    @cached_property
    def _rijen(self) -> dict[str, list[list[Cel]]]:
        return {}

    def rijen(self, blad: str) -> list[list[Cel]]:
        """All rows of a sheet, from row 1 and column A on, so that a message can name the row."""
        if blad not in self._rijen:
            try:
                sheet = self._werkboek.get_sheet_by_name(blad)
                self._rijen[blad] = [list(row) for row in sheet.to_python(skip_empty_area=False)]
            except CalamineError as error:
                raise InvalidDelivery(
                    "Excel-werkboek",
                    self.naam,
                    f"blad '{blad}'",
                    f"het blad is niet te lezen ({error}).",
                    "open het bestand in Excel, bewaar het opnieuw als .xlsx en lever dat.",
                ) from error
        return self._rijen[blad]

    @property
    def is_tekst(self) -> bool:
        """Whether this can be a table in text: no zip, and no zero bytes but those of UTF-16."""
        return not self.is_xlsx and (self.inhoud.startswith(UTF_16) or b"\0" not in self.inhoud[:1024])

    @cached_property
    def tekst(self) -> str:
        """The file as text: UTF-16 with its mark, UTF-8 with or without, or else Windows code page 1252."""
        if self.inhoud.startswith(UTF_16):
            return self.inhoud.decode("utf-16", errors="replace")
        try:
            return self.inhoud.decode("utf-8-sig")
        except UnicodeDecodeError:
            return self.inhoud.decode("cp1252", errors="replace")

    @property
    def lid(self) -> str:
        """Of a zip file around a table in text: the name of that table; else empty."""
        return self._archief.lid if self._archief else ""

    def regels(self, bron: str = "onbekende bron") -> Iterator[str]:
        """The lines of a table in text, without holding them all; none for a workbook.

        Raises `InvalidDelivery` in the name of `bron` when the zip file around it turns out to be broken.
        """
        if self.is_xlsx and not self.lid:
            return
        try:
            for line in read_lines(self.inhoud, self.lid) if self.lid else self.tekst.splitlines():
                yield line.rstrip("\r\n")
        except BESCHADIGD as error:
            broken = damaged(error)
            raise InvalidDelivery(
                bron, self.naam, broken.plaats, broken.probleem, broken.oplossing
            ) from error
