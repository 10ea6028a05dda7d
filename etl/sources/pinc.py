"""Provincies in Cijfers (OData), a few variables of `pinc.toml`. Off until there is an API key.

Three things are special here. Missing values are numbers (-99996 to -99999). Areas 9999x hold what could not
be placed in a municipality. And records that a supplier did not give are filled with 0 before the upload:
such a zero says nothing. Where a zero cannot be, it is therefore read as missing; where it can be, all zeros
of a year are missing as soon as more than `AANDEEL_NUL` of the municipalities have one. Both are reported.
"""

import json
import re
import tomllib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import isfinite, nan
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

import pandas as pd

from etl.sources.bestand import Bestand, InvalidDelivery
from etl.sources.cellen import MERKEN, OUDSTE_JAAR
from etl.sources.lezing import KOLOMMEN as KOLOMMEN_LEZING
from etl.sources.lezing import Lezing
from indicators.gemeenten import alle_codes
from indicators.model import Status

NAAM = "pinc"
TITEL = "Provincies in Cijfers"
UITGEVER = "Vlaamse provincies"
LICENTIE = "onbekend"
PAGINA = "https://provincies.incijfers.be/jiveservices/odata/"
SLEUTEL = "PINC_API_KEY"
"""Environment variable with the key, and the header in which the server wants it."""
KOPREGEL = "apikey"

GEOGRAFIE = {"gemeente": "285", "gemeente2024": "300", "gemeente2018": "308"}
ONTBREKEND = {
    -99996: Status.ONTBREEKT,
    -99997: Status.ONDERDRUKT,
    -99998: Status.NIET_VAN_TOEPASSING,
    -99999: Status.ONTBREEKT,
}
"""Left empty; suppressed by the supplier; not applicable; wrongly no answer, also for a recent merger."""
VELDEN = {"ExternalCode", "Period", "ValueString"}
RESTGEBIED = re.compile(r"9999\d")
BRUSSEL = re.compile(r"210\d\d")
AANDEEL_NUL = 0.25
GETAL = re.compile(r"-?\d+([.,]\d+)?")
DUBBELZINNIG = re.compile(r"-?\d{1,3}([.,]\d{3})+")
"""'12.345' can be twelve thousand or twelve and a bit: such a text is not guessed at."""


@dataclass(frozen=True)
class Variabele:
    """One entry of `pinc.toml`."""

    code: str
    sleutel: str
    titel: str
    niveaus: Sequence[str]
    peildag: str
    nul: str


VARIABELEN = {
    een["code"]: Variabele(**een)
    for een in tomllib.loads((Path(__file__).parent / "pinc.toml").read_text("utf-8"))["variabele"]
}


def discover(page: bytes, url: str) -> list[str]:
    """The series that we want, when `page` is the service document of an OData server."""
    if _collection(page) is None:
        return []
    return [
        f"{url}Variables('{quote(een.code)}')/GeoLevels('{niveau}')/PeriodLevels('year')/Periods('all')/Values"
        f"#{een.code}.{niveau}.json"
        for een in VARIABELEN.values()
        for niveau in een.niveaus
    ]


def following(pages: Sequence[bytes], url: str) -> str | None:
    """The address of the page after `pages`; None after the last.

    The server names it itself, or else expects `$skip`. One that ignores `$skip` repeats its first page.
    """
    last = _page(pages[-1], url)
    if link := last.get("@odata.nextLink"):
        old, new = urlsplit(url), urlsplit(str(link))
        if (old.scheme, old.netloc) != (new.scheme, new.netloc):
            raise _fout(
                url, "@odata.nextLink", f"de volgende pagina staat op een andere server ({new.netloc})."
            )
        return str(link)
    if not last["value"] or (len(pages) > 1 and pages[-1] == pages[-2]):
        return None
    return f"{url.split('#')[0]}?$skip={sum(len(_page(page, url)['value']) for page in pages)}"


def join(pages: Sequence[bytes], url: str) -> bytes:
    """All pages as one delivery: which series it is, and its records, each once, in a fixed order."""
    code, niveau, _ = urlsplit(url).fragment.split(".")
    records = {json.dumps(record, sort_keys=True) for page in pages for record in _page(page, url)["value"]}
    return json.dumps(
        {"variabele": code, "geolevel": niveau, "value": [json.loads(record) for record in sorted(records)]},
        ensure_ascii=False,
        indent=0,
    ).encode()


def recognise(bestand: Bestand) -> bool:
    """Whether this is a series that `join` put together."""
    return bestand.inhoud.startswith(b'{\n"variabele"')


def read(bestand: Bestand) -> Lezing:
    """The series of one variable on one level of areas. Raises `InvalidDelivery`."""
    bestand.check(NAAM)
    inhoud = _page(bestand.inhoud, bestand.naam)
    een, niveau = VARIABELEN.get(str(inhoud.get("variabele"))), str(inhoud.get("geolevel"))
    if een is None or niveau not in GEOGRAFIE:
        raise _fout(bestand.naam, "variabele en geolevel", "deze reeks staat niet in pinc.toml.")
    rest = Counter[str]()
    rows = [
        row
        for nummer, record in enumerate(inhoud["value"], start=1)
        if (row := _row(record, een, bestand.naam, nummer, rest)) is not None
    ]
    if not rows:
        raise _fout(bestand.naam, "'value'", "er staat geen enkele Vlaamse gemeente in.")
    frame = pd.DataFrame(rows).assign(sleutel=een.sleutel, voorlopig=False, n=nan)
    if frame.duplicated(["nis_code", "periode_einde"]).any():
        raise _fout(bestand.naam, "'value'", "een gemeente en jaar komen twee keer voor, met andere cijfers.")
    frame, opmerkingen = _without_padding(frame, een)
    if rest:
        gebieden = ", ".join(f"{code} ({aantal})" for code, aantal in sorted(rest.items()))
        opmerkingen.append(f"{een.titel}: restgebieden zonder gemeente zijn niet ingelezen: {gebieden}.")
    return Lezing(
        frame[KOLOMMEN_LEZING].assign(geografie=GEOGRAFIE[niveau]), {een.sleutel: een.titel}, opmerkingen
    )


def _row(
    record: dict[str, Any], een: Variabele, naam: str, nummer: int, rest: Counter[str]
) -> dict[str, object] | None:
    """One record as a row; None for an area that is no Flemish municipality (`rest` counts those 9999x)."""
    plaats = f"record {nummer}"
    if ontbreekt := sorted(VELDEN - (record.keys() if isinstance(record, dict) else set())):
        raise _fout(naam, plaats, f"{', '.join(ontbreekt)} ontbreekt.")
    code = str(record["ExternalCode"]).rpartition("_")[2]
    if RESTGEBIED.fullmatch(code):
        rest[code] += 1
        return None
    if BRUSSEL.fullmatch(code):
        return None
    if code not in alle_codes():
        raise _fout(naam, f"{plaats}, ExternalCode", f"onbekende gemeentecode '{code}'.")
    jaar = str(record["Period"])
    if not re.fullmatch(r"\d{4}", jaar) or not OUDSTE_JAAR <= int(jaar) <= date.today().year:
        raise _fout(naam, f"{plaats}, Period", f"'{jaar}' is geen jaar.")
    waarde, status = _number(str(record["ValueString"]).strip(), naam, plaats)
    einde = date.fromisoformat(f"{jaar}-{een.peildag}")
    label = jaar if een.peildag == "12-31" else f"1 januari {jaar}"
    return {
        "nis_code": code,
        "periode_einde": einde,
        "periode_label": label,
        "waarde": waarde,
        "status": status.value,
    }


def _number(tekst: str, naam: str, plaats: str) -> tuple[float, Status]:
    if tekst.casefold() in MERKEN:
        return nan, MERKEN[tekst.casefold()]
    waarde = float(tekst.replace(",", ".")) if GETAL.fullmatch(tekst) else nan
    if not isfinite(waarde) or DUBBELZINNIG.fullmatch(tekst):
        raise _fout(naam, f"{plaats}, ValueString", f"'{tekst[:40]}' is geen getal, of kan er twee zijn.")
    if waarde in ONTBREKEND:
        return nan, ONTBREKEND[int(waarde)]
    if waarde <= -99990:
        raise _fout(
            naam, f"{plaats}, ValueString", f"{tekst} is een onbekende code voor een ontbrekend cijfer."
        )
    return waarde, Status.WAARDE


def _without_padding(frame: pd.DataFrame, een: Variabele) -> tuple[pd.DataFrame, list[str]]:
    """Zeros that may be padding become missing; a remark says how many and when."""
    nul = frame["waarde"] == 0
    if een.nul == "kan":
        nul &= nul.groupby(frame["periode_einde"]).transform("mean") > AANDEEL_NUL
    if not nul.any():
        return frame, []
    jaren = ", ".join(sorted({f"{einde:%Y}" for einde in frame.loc[nul, "periode_einde"]}))
    frame = frame.assign(
        waarde=frame["waarde"].mask(nul), status=frame["status"].mask(nul, Status.ONTBREEKT.value)
    )
    return frame, [
        f"{een.titel}: {int(nul.sum())} keer 0 is niet als cijfer gelezen ({jaren}); de uitgever vult rijen "
        "die ontbreken aan met 0."
    ]


def _collection(inhoud: bytes) -> dict[str, Any] | None:
    """An OData answer with a list `value`, or None."""
    try:
        found = json.loads(inhoud)
    except ValueError:
        return None
    return found if isinstance(found, dict) and isinstance(found.get("value"), list) else None


def _page(inhoud: bytes, naam: str) -> dict[str, Any]:
    found = _collection(inhoud)
    if found is None:
        raise _fout(naam, "hele bestand", "dit is geen antwoord van een OData-server met een lijst 'value'.")
    return found


def _fout(naam: str, plaats: str, probleem: str) -> InvalidDelivery:
    oplossing = "vergelijk het met provincies.incijfers.be, en meld het aan wie deze toepassing beheert."
    return InvalidDelivery(NAAM, naam.rpartition("/")[2], plaats, probleem, oplossing)
