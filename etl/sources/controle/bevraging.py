"""A second opinion on the survey: the same answers in one wide table, and the names that belong to it."""

import csv
import io
import re
from collections.abc import Callable, Iterable

from etl.sources.bestand import Bestand
from etl.sources.cellen import nis_code
from etl.sources.controle.controlebron import (
    Bevinding,
    Controlebron,
    Geladen,
    csv_rows,
    has_columns,
    refuse,
    sheet_rows,
    starts_with,
)
from etl.sources.tabel import plain

VAST = {"province", "gemeente", "nis_code"}
AFRONDING = 0.051
"""Percentage points: one of both may have been rounded to a tenth."""
POSITIEF = "eens"
"""The value column of a survey sheet that the wide table holds."""
NIETS_GELADEN = "nog niets (de tabbladen van de bevraging zijn niet geladen)"
CODE = re.compile(r"[A-Z]{2}_S_\d{2,3}")


def compare_answers(bestand: Bestand, geladen: Geladen) -> Bevinding:
    """Every figure of the wide table beside the one that was read from the sheets of the survey."""
    rijen = list(csv.DictReader(io.StringIO(bestand.tekst, newline="")))
    if not rijen:
        raise refuse(bestand, "bevraging_breed", "de tabel heeft geen rijen.")
    vragen = [kolom for kolom in rijen[0] if plain(kolom) not in VAST]
    indicator_van = _by_title(geladen)
    per_indicator = dict(tuple(geladen.waarnemingen.groupby("indicator", observed=True)))
    aantal, gevonden, verschillen = 0, 0, list[str]()
    for vraag in vragen:
        figures = per_indicator.get(indicator_van.get(_name(vraag), ""))
        if figures is None:
            continue
        gevonden += 1
        laatste = figures[figures["periode_einde"] == figures["periode_einde"].max()]
        ons = dict(zip(laatste["nis_code"].astype(str), laatste["waarde"], strict=True))
        for rij in rijen:
            code, tekst = nis_code(rij["nis_code"]), rij[vraag].strip()
            if not tekst:
                continue
            aantal += 1
            if not abs(ons.get(code, float("nan")) - float(tekst)) < AFRONDING:
                verschillen.append(f"'{vraag}' is voor {code} {tekst} en bij ons {ons.get(code)}")
    if not gevonden:
        return Bevinding(NIETS_GELADEN)
    return Bevinding(f"{aantal} cijfers over {gevonden} van {len(vragen)} vragen", verschillen)


def _by_title(geladen: Geladen) -> dict[str, str]:
    """Name of a survey question -> indicator."""
    return {
        _name(geladen.titels[sleutel]): indicator
        for indicator, sleutel in geladen.sleutels.items()
        if CODE.match(sleutel) and sleutel in geladen.titels and sleutel.endswith(f"|{POSITIEF}")
    }


def _name(titel: str) -> str:
    """A question with its item, without the signs that stand between them or the name of the column."""
    zonder_kolom = re.sub(r"\s*\((eens|oneens|neutraal)\b.*$", "", titel, flags=re.IGNORECASE)
    return " ".join(re.findall(r"\w+", zonder_kolom.casefold()))


def compare_topics(bestand: Bestand, geladen: Geladen) -> Bevinding:
    """The sheet that each question is said to come from, beside the sheet that it was read from."""
    blad_van = {
        _name(geladen.titels[sleutel]): sleutel.partition("|")[0]
        for sleutel in geladen.titels
        if CODE.match(sleutel)
    }
    rijen = csv_rows(bestand)
    bekend = [rij for rij in rijen if _name(rij["omnibus_indicator"]) in blad_van]
    verschillen = [
        f"'{rij['omnibus_indicator']}' staat op {rij['source_sheet']} en bij ons op {ons}"
        for rij in bekend
        if (ons := blad_van[_name(rij["omnibus_indicator"])]) != rij["source_sheet"]
    ]
    return Bevinding(f"{len(bekend)} van {len(rijen)} vragen" if bekend else NIETS_GELADEN, verschillen)


def _compare_words(
    kolom: str, wat: str, known: Callable[[Geladen], Iterable[str]]
) -> Callable[..., Bevinding]:
    """Checks a list of translations: every word is translated, once; and how many of them we have loaded."""

    def compare(bestand: Bestand, geladen: Geladen) -> Bevinding:
        rijen = sheet_rows(bestand, bestand.bladen[0])
        woorden = [plain(rij[kolom]) for rij in rijen]
        if not woorden:
            raise refuse(bestand, f"vertaling_{kolom}", "er staat geen enkel woord in.")
        verschillen = [
            f"'{rij[kolom]}' heeft geen vertaling" for rij in rijen if not plain(rij[f"{kolom}_en"])
        ]
        verschillen += [f"'{woord}' staat er twee keer in" for woord in sorted(_twice(woorden))]
        geladen_woorden = {_name(woord) for woord in known(geladen)}
        samen = sum(_name(woord) in geladen_woorden for woord in woorden)
        return Bevinding(f"{len(woorden)} {wat}, waarvan {samen} in de geladen tabbladen", verschillen)

    return compare


def _twice(woorden: list[str]) -> set[str]:
    return {woord for woord in woorden if woorden.count(woord) > 1}


def _questions(geladen: Geladen) -> list[str]:
    return [titel.partition(":")[0] for titel in geladen.titels.values()] + [*geladen.titels.values()]


def _items(geladen: Geladen) -> list[str]:
    return [sleutel.split("|")[1] for sleutel in geladen.titels if sleutel.count("|") == 2]


BRONNEN = (
    Controlebron(
        "bevraging_breed",
        "Brede tabel van de bevraging",
        "onbekend",
        has_columns("province", "gemeente", "nis_code"),
        compare_answers,
    ),
    Controlebron(
        "bevraging_onderwerpen",
        "Onderwerpen bij de bevraging",
        "onbekend",
        has_columns("source_sheet", "omnibus_indicator"),
        compare_topics,
    ),
    Controlebron(
        "vertaling_indicator",
        "Vertaling van de vragen van de bevraging",
        "onbekend",
        starts_with("indicator", "indicator_en"),
        _compare_words("indicator", "vragen", _questions),
    ),
    Controlebron(
        "vertaling_item",
        "Vertaling van de onderdelen van de bevraging",
        "onbekend",
        starts_with("item", "item_en"),
        _compare_words("item", "onderdelen", _items),
    ),
)
