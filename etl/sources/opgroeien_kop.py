"""The header of a table of Opgroeien: where it stands, and which figure and year each column holds.

The layout of the workbook is not documented, so several are understood: years as columns, a year per row,
a sheet per year or per criterion, and headings that are spread over two rows with merged cells.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from etl.sources.bestand import Cel, InvalidDelivery
from etl.sources.tabel import plain
from etl.sources.voetnoten import without_mark

KOP_IN_RIJ = 30
INDEX = "kansarmoede_index"
CRITERIA = {
    "criterium_inkomen": re.compile(r"inkomen"),
    "criterium_opleiding": re.compile(r"opleiding|scholing"),
    "criterium_arbeid": re.compile(r"arbeid|tewerkstelling|\bwerk"),
    "criterium_stimulatie": re.compile(r"stimulatie"),
    "criterium_huisvesting": re.compile(r"huisvesting|\bwonen\b|woning"),
    "criterium_gezondheid": re.compile(r"gezondheid"),
}
NIS = re.compile(r"(ref)?nis([ _-]?(code|nummer|nr\.?))?|gemeentecode|code nis")
NAAM = re.compile(r"(naam )?(van de )?(stad of )?gemeente(naam)?|naam|gemeente ?/ ?stad")
JAAR = re.compile(r"(index)?jaar( van de index)?|periode")
ONDERWERP = re.compile(r"criterium|criteria|indicator|onderwerp|kenmerk")
ALGEMEEN = re.compile(
    r"%|\b(procent|percentage|aandeel|waarde|cijfer|in|op|tot|en|met|t/m|jaar|geboortejaren|januari|december)\b"
    r"|[\W\d_]"
)
"""What a heading may say beside the figure's name: 'Procent (%)' is about what the sheet is about."""
ANDERS = re.compile(r"aantal|\brang|evolutie|verschil|toename|afname")
"""Columns with numbers that are no shares of a year."""
VIERCIJFERS = re.compile(r"(?<!\d)(?:19|2\d)\d\d(?!\d)")
EERSTE_JANUARI = re.compile(r"\b0?1\s*[-/. ]\s*(0?1\b|jan)")
OUDSTE_JAAR = 1990
VENSTER = 3

Fout = Callable[[str, str, str], InvalidDelivery]
"""Makes the error to raise from place, problem and remedy."""


@dataclass(frozen=True)
class Periode:
    """Last birth year of the window, and the period as the source prints it."""

    jaar: int
    label: str


@dataclass(frozen=True)
class Kolom:
    """A column of figures. What is None, stands in each row: the figure's name, or its year."""

    index: int
    kop: str
    sleutel: str | None
    periode: Periode | None


@dataclass(frozen=True)
class Kop:
    """Index of the last row of the header, and the columns by their place."""

    laatste_rij: int
    nis: int | None
    naam: int | None
    jaar: int | None
    onderwerp: int | None
    kolommen: tuple[Kolom, ...]
    ongebruikt: tuple[str, ...]
    benoemd: frozenset[int]
    """The columns with a heading, used or not."""


def key_of(tekst: str) -> str | None:
    """Which figure a text is about; None when it names none, or more than one."""
    klein = plain(tekst)
    criteria = [sleutel for sleutel, patroon in CRITERIA.items() if patroon.search(klein)]
    index = bool(re.search(r"\bindex|-index|kansarmoedeindex|\bki\b", klein))
    if len(criteria) == 1 and not index:
        return criteria[0]
    return INDEX if not criteria and (index or "kansarm" in klein) else None


def find_header(rijen: Sequence[Sequence[Cel]], blad: str) -> int | None:
    """Index of the first row that names municipalities, where years stand in, above or below it."""
    kandidaten = [n for n, rij in enumerate(rijen[:KOP_IN_RIJ]) if _place(rij, NIS) is not None]
    kandidaten += [n for n, rij in enumerate(rijen[:KOP_IN_RIJ]) if _place(rij, NAAM) is not None]
    for n in kandidaten:
        rondom = [*(rijen[n - 1] if n else []), *rijen[n]]
        jaar_in_kop = any(has_year(cel) and _names_figure(_text(cel)) for cel in rondom)
        jaar_in_blad = has_year(blad) and any(key_of(_text(cel)) for cel in rijen[n])
        if jaar_in_kop or jaar_in_blad or _place(rijen[n], JAAR) is not None:
            return n
    return None


def read_header(rijen: Sequence[Sequence[Cel]], rij: int, blad: str, fout: Fout) -> Kop:
    """The header on index `rij`; raises `fout` for a year or a column that is unclear."""
    eigen = list(rijen[rij])
    nis, naam, jaar, onderwerp = (_place(eigen, patroon) for patroon in (NIS, NAAM, JAAR, ONDERWERP))
    onder = _second_row(rijen, rij, nis)
    boven = _spread(rijen[rij - 1]) if rij and sum(cel != "" for cel in rijen[rij - 1]) > 1 else []
    kolommen, ongebruikt, met_kop = list[Kolom](), list[str](), {nis, naam, jaar, onderwerp}
    for index, cel in enumerate(_spread(eigen) if onder else eigen):
        delen = [_at(onder, index), cel, _at(boven, index)]
        kop = " ".join(_text(deel) for deel in delen[1::-1] if deel != "")
        if index in met_kop or not kop:
            continue
        met_kop.add(index)
        sleutels = [key_of(_text(deel)) for deel in delen]
        benoemd = any(sleutels[:2]) or _names_figure(kop)
        periode = _period_of([*delen, blad], fout, f"rij {rij + 1}") if benoemd and jaar is None else None
        if not benoemd or ANDERS.search(plain(kop)) or (jaar is None and periode is None):
            ongebruikt.append(kop)
        else:
            kolommen.append(Kolom(index, kop, next(filter(None, sleutels), None), periode))
    gelezen = (
        tuple(kolommen),
        tuple(dict.fromkeys(ongebruikt)),
        frozenset(n for n in met_kop if n is not None),
    )
    return Kop(rij + bool(onder), nis, naam, jaar, onderwerp, *gelezen)


def has_year(cel: Cel) -> bool:
    """Whether a cell looks like a year, a window of years or a date."""
    return isinstance(cel, date) or bool(VIERCIJFERS.search(_text(cel)))


def _names_figure(kop: str) -> bool:
    """Whether a heading names a figure of ours, or says nothing but a year or a unit."""
    return key_of(kop) is not None or not ALGEMEEN.sub("", without_mark(plain(kop)))


def read_period(cel: Cel, fout: Fout, plaats: str) -> Periode:
    """The year of the index, from 2017, '2017 (1)', 'Kansarmoede-index 2017' or the window '2015-2017'.

    The year must be over, because the children are counted where they live on its last day. A first of
    January is refused: whether '1 januari 2017' means the index of 2016 or of 2017, the publisher must say.
    """
    tekst = _text(cel)
    jaren = [int(jaar) for jaar in VIERCIJFERS.findall(tekst)]
    eerste_januari = isinstance(cel, date) and (cel.month, cel.day) == (1, 1)
    if eerste_januari or EERSTE_JANUARI.search(plain(tekst)):
        raise fout(
            plaats,
            f"'{tekst}' zegt niet welke drie geboortejaren meetellen.",
            "vraag de uitgever welk indexjaar dit is, en zet dat jaar in de kop.",
        )
    venster = len(jaren) > 1 and (jaren[-1] - jaren[0] != VENSTER - 1 or jaren != sorted(jaren))
    laatste = date.today().year - 1
    if not jaren or venster or not OUDSTE_JAAR <= jaren[-1] <= laatste:
        raise fout(
            plaats,
            f"'{tekst}' is geen voorbij jaar van {OUDSTE_JAAR} tot {laatste} en geen drie geboortejaren.",
            "zet er één jaar, zoals 2017, of het eerste en het laatste geboortejaar, zoals 2015-2017.",
        )
    gedrukt = [match.span() for match in VIERCIJFERS.finditer(tekst)]
    return Periode(jaren[-1], tekst[gedrukt[0][0] : gedrukt[-1][1]])


def _period_of(delen: Sequence[Cel], fout: Fout, plaats: str) -> Periode | None:
    """The period that the nearest of these headings names."""
    cel = next((deel for deel in delen if has_year(deel)), None)
    return None if cel is None else read_period(cel, fout, f"{plaats}, kop '{_text(cel)}'")


def _second_row(rijen: Sequence[Sequence[Cel]], rij: int, nis: int | None) -> list[Cel]:
    """The row below when it goes on with the header: no code in it, but names of figures or years."""
    onder = list(rijen[rij + 1]) if rij + 1 < len(rijen) else []
    if nis is None or _at(onder, nis) != "":
        return []
    koppen = [cel for cel in onder if isinstance(cel, str) and key_of(cel)]
    return onder if len(koppen) > 1 else []


def _spread(rij: Sequence[Cel]) -> list[Cel]:
    """A row in which merged cells are written out: each empty cell repeats the one before."""
    gevuld = list[Cel]()
    for cel in rij:
        gevuld.append(gevuld[-1] if cel == "" and gevuld else cel)
    return gevuld


def _place(rij: Sequence[Cel], patroon: re.Pattern[str]) -> int | None:
    return next((n for n, cel in enumerate(rij) if patroon.fullmatch(without_mark(plain(cel)))), None)


def _at(rij: Sequence[Cel], index: int) -> Cel:
    return rij[index] if index < len(rij) else ""


def _text(cel: Cel) -> str:
    if isinstance(cel, date):
        return f"{cel:%d/%m/%Y}"
    return str(int(cel)) if isinstance(cel, float) and cel.is_integer() else str(cel).strip()
