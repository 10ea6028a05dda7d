"""Lists of areas of Provincies in Cijfers, compared with our municipalities and the areas they belong to."""

import re
from collections.abc import Mapping

from etl.sources.bestand import Bestand
from etl.sources.controle.controlebron import (
    ELDERS,
    Bevinding,
    Controlebron,
    Geladen,
    area_code,
    bare,
    compare_codes,
    compare_names,
    refuse,
    sheet_rows,
    starts_with,
    state_of,
)
from etl.sources.tabel import plain
from indicators.gemeenten import VLAANDEREN, alle_codes, lidmaatschappen, recode
from indicators.gemeenten.staten import PEILDAG

LICENTIE = "onbekend"
NIVEAUS = {
    "arrondiss": "arrondissement",
    "provincie": "provincie",
    "refreg": "referentieregio",
    "elz": "eerstelijnszone",
}
"""How the publisher's tables call the areas that we know."""
CENTRUMSTEDEN = "fo1"
GEBIED = re.compile(r"gemeente(20\d\d)?")


def members(niveau: str, staat: str) -> dict[str, str]:
    """Municipality -> area above it, in a state."""
    dag = PEILDAG[staat]
    return {
        one.nis_code: one.groep
        for one in lidmaatschappen()
        if one.niveau == niveau
        and one.geldig_van <= dag
        and (one.geldig_tot is None or dag <= one.geldig_tot)
    }


def area_names(niveau: str) -> dict[str, str]:
    """Code -> name of the areas of a level, over all time."""
    return {one.groep: one.groep_naam for one in lidmaatschappen() if one.niveau == niveau}


def compare_definitions(bestand: Bestand, geladen: Geladen) -> Bevinding:
    """A list of codes and names: of municipalities, or of the areas above them."""
    rijen = sheet_rows(bestand, bestand.bladen[0])
    namen = {area_code(rij["geoitem code"]): str(rij.get("name", "")) for rij in rijen}
    if alle_codes() & namen.keys():
        staat = state_of(namen)
        verschillen = compare_codes([*namen], staat) + compare_names(namen, staat)
        return Bevinding(f"{len(alle_codes() & namen.keys())} gemeenten met hun naam", verschillen)
    eigen = {code: naam for code, naam in namen.items() if not ELDERS.fullmatch(code)}
    for niveau in NIVEAUS.values():
        ons = area_names(niveau)
        if ons.keys() & eigen.keys():
            return Bevinding(f"{len(eigen)} gebieden van het niveau {niveau}", _areas(eigen, ons))
    if not eigen:
        raise refuse(bestand, "pinc_gebieden", "er staat geen enkel gebied in.")
    return Bevinding(f"{len(eigen)} gebieden van een indeling die we niet gebruiken")


def _areas(namen: Mapping[str, str], ons: Mapping[str, str]) -> list[str]:
    verschillen = [f"{code} ({namen[code]}) kennen we niet" for code in sorted(namen.keys() - ons.keys())]
    verschillen += [f"{ons[code]} ({code}) ontbreekt" for code in sorted(ons.keys() - namen.keys())]
    return verschillen + [
        f"{code} heet '{namen[code]}' en bij ons '{ons[code]}'"
        for code in sorted(namen.keys() & ons.keys())
        if bare(namen[code]) != bare(ons[code])
    ]


def is_aggregation(bestand: Bestand) -> bool:
    """Two columns: `gemeente` (or `gemeente2024`), and the area above it."""
    kop = bestand.rijen(bestand.bladen[0])[:1] if bestand.bladen else []
    return bool(kop) and len(kop[0]) == 2 and bool(GEBIED.fullmatch(plain(kop[0][0])))


def compare_aggregation(bestand: Bestand, geladen: Geladen) -> Bevinding:
    """Which municipality belongs to which area."""
    van, naar = (plain(cel) for cel in bestand.rijen(bestand.bladen[0])[0])
    paren = [(area_code(rij[van]), area_code(rij[naar])) for rij in sheet_rows(bestand, bestand.bladen[0])]
    codes = [code for code, _ in paren if code in alle_codes()]
    staat = state_of(codes) if len(codes) > len(alle_codes()) / 2 else "285"
    indeling = re.sub(r"20\d\d$", "", naar)
    ons = _known(indeling, staat)
    verschillen = compare_codes([code for code, _ in paren], staat, volledig=indeling != "fo_gem")
    wat = f"{len(set(codes))} gemeenten, indeling '{naar}'"
    if ons is None:
        return Bevinding(f"{wat} (alleen de gemeenten: die indeling gebruiken we niet)", verschillen)
    if indeling == "fo_gem":
        paren = [(code, groep) for code, groep in paren if groep == CENTRUMSTEDEN]
        verschillen += [f"{code} ontbreekt als centrumstad" for code in sorted(ons.keys() - dict(paren))]
    return Bevinding(
        wat,
        verschillen
        + [
            f"{code} hoort bij {groep} en bij ons bij {ons.get(code, 'niets')}"
            for code, groep in paren
            if code in alle_codes() and ons.get(code) != groep
        ],
    )


def _known(indeling: str, staat: str) -> Mapping[str, str] | None:
    """Municipality -> area as we know it, or None for what we do not use."""
    if indeling == "gemeente":
        return recode(staat, "285")
    if indeling == "gewest":
        return dict.fromkeys(recode(staat, "285"), VLAANDEREN)
    if indeling == "fo_gem":
        return dict.fromkeys(members("centrumstad", "285"), CENTRUMSTEDEN)
    return members(NIVEAUS[indeling], staat) if indeling in NIVEAUS else None


def compare_template(bestand: Bestand, geladen: Geladen) -> Bevinding:
    """The sheets of an upload template: each names municipalities, or statistical sectors within them."""
    aantal, verschillen = 0, list[str]()
    for blad in bestand.bladen:
        rijen = [rij for rij in sheet_rows(bestand, blad) if plain(rij.get("geoitem")) not in ("", "none")]
        codes = {area_code(rij["geoitem"])[:5] for rij in rijen}
        niveau = plain(rijen[0].get("geolevel")) if rijen else ""
        if not GEBIED.fullmatch(niveau) and niveau != "statsec":
            continue
        aantal += 1
        anders = _sectors(codes) if niveau == "statsec" else compare_codes(sorted(codes), state_of(codes))
        verschillen += [f"blad '{blad}': {verschil}" for verschil in anders]
    if not aantal:
        raise refuse(bestand, "pinc_sjabloon", "geen enkel blad noemt gemeenten of statistische sectoren.")
    return Bevinding(f"de gemeenten op {aantal} bladen", verschillen)


def _sectors(codes: set[str]) -> list[str]:
    """A statistical sector keeps its code when municipalities merge: any state will do."""
    vreemd = sorted(code for code in codes - alle_codes() if not ELDERS.fullmatch(code))
    return [f"sectoren van {code}, dat geen gemeente is" for code in vreemd]


BRONNEN = (
    Controlebron(
        "pinc_gebieden",
        "Gebiedsdefinities van Provincies in Cijfers",
        LICENTIE,
        starts_with("sequence nr", "geoitem code"),
        compare_definitions,
    ),
    Controlebron(
        "pinc_aggregatie",
        "Aggregatietabel van Provincies in Cijfers",
        LICENTIE,
        is_aggregation,
        compare_aggregation,
    ),
    Controlebron(
        "pinc_sjabloon",
        "Uploadsjabloon van Provincies in Cijfers",
        LICENTIE,
        starts_with("period", "geolevel", "geoitem"),
        compare_template,
    ),
)
