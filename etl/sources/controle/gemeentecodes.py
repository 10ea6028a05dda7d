"""Lists of codes and mergers beside our own: those are copied facts, and this is how they stay true."""

from etl.sources.bestand import Bestand
from etl.sources.controle.controlebron import (
    Bevinding,
    Controlebron,
    Geladen,
    bare,
    compare_codes,
    compare_names,
    csv_rows,
    has_columns,
    refuse,
)
from etl.sources.controle.gebiedslijsten import members
from indicators.gemeenten import GEOGRAFIEEN, alle_codes, fusies, gemeenten, recode
from indicators.gemeenten.staten import PEILDAG

REFNIS_CODE, REFNIS_NAAM = "code nis", "administratieve eenheden"


def compare_crosswalk(bestand: Bestand, geladen: Geladen) -> Bevinding:
    """Every municipality through 2018, 2024 and 2025, with names, arrondissements and provinces."""
    rijen = csv_rows(bestand)
    verschillen = compare_codes([rij["nis_2018"] for rij in rijen], "308")
    for rij in rijen:
        verschillen += _follow(rij, "308", "300") + _follow(rij, "300", "285")
    for staat in GEOGRAFIEEN:
        jaar = PEILDAG[staat].year
        verschillen += compare_names({rij[f"nis_{jaar}"]: rij[f"naam_{jaar}"] for rij in rijen}, staat)
        for kolom, niveau in ((f"arr_{jaar}", "arrondissement"), (f"prov_{jaar}", "provincie")):
            ons = members(niveau, staat)
            verschillen += [
                f"{rij[f'nis_{jaar}']} ligt in {jaar} in {rij[kolom]} en bij ons in {ons[rij[f'nis_{jaar}']]}"
                for rij in rijen
                if kolom in rij and ons.get(rij[f"nis_{jaar}"]) not in (None, rij[kolom])
            ]
    return Bevinding(f"{len(rijen)} gemeenten door drie toestanden", list(dict.fromkeys(verschillen)))


def _follow(rij: dict[str, str], van: str, naar: str) -> list[str]:
    oud, nieuw = rij[f"nis_{PEILDAG[van].year}"], rij[f"nis_{PEILDAG[naar].year}"]
    ons = recode(van, naar).get(oud)
    return [] if ons == nieuw else [f"{oud} werd {nieuw} en bij ons {ons or 'niets'}"]


def compare_mergers(bestand: Bestand, geladen: Geladen) -> Bevinding:
    """The predecessors with their date and successor."""
    hun = {
        (rij["effective"], rij["old_nis"], bare(rij["old_name"]), rij["new_nis"], bare(rij["new_name"]))
        for rij in csv_rows(bestand)
    }
    ons = {
        (f"{one.datum}", one.oud_nis, bare(one.oud_naam), one.nieuw_nis, bare(one.nieuw_naam))
        for one in fusies()
    }
    verschillen = [f"alleen in het bestand: {' '.join(one)}" for one in sorted(hun - ons)]
    verschillen += [f"alleen bij ons: {' '.join(one)}" for one in sorted(ons - hun)]
    return Bevinding(f"{len(hun)} gefuseerde gemeenten", verschillen)


def compare_refnis(bestand: Bestand, geladen: Geladen) -> Bevinding:
    """The nomenclature: all municipalities of one state with their Dutch name, and no others of ours."""
    namen = {rij[REFNIS_CODE]: rij.get(REFNIS_NAAM, "") for rij in csv_rows(bestand) if rij[REFNIS_CODE]}
    staat = max(GEOGRAFIEEN, key=lambda staat: len(gemeenten(staat).keys() & namen.keys()))
    vreemd = alle_codes() - gemeenten(staat).keys()
    vlaams = {code: naam for code, naam in namen.items() if code in gemeenten(staat) or code in vreemd}
    if not vlaams:
        raise refuse(bestand, "refnis", "er staat geen enkele Vlaamse gemeente in.")
    verschillen = compare_codes([*vlaams], staat) + compare_names(vlaams, staat)
    return Bevinding(f"{len(vlaams)} gemeenten met hun naam", verschillen)


def compare_recoding(bestand: Bestand, geladen: Geladen) -> Bevinding:
    """From the codes of 2019 to those of 2025, for all of Belgium; only Flemish ones are ours."""
    rijen = [rij for rij in csv_rows(bestand) if rij["source_nis"] in gemeenten("300")]
    omzetting = recode("300", "285")
    verschillen = compare_codes([rij["source_nis"] for rij in rijen], "300")
    verschillen += [
        f"{rij['source_nis']} werd {rij['target_nis']} en bij ons {omzetting[rij['source_nis']]}"
        for rij in rijen
        if rij["target_nis"] != omzetting[rij["source_nis"]]
    ]
    verschillen += compare_names({rij["source_nis"]: rij["source_name"] for rij in rijen}, "300")
    return Bevinding(f"{len(rijen)} gemeenten van 2024 naar 2025", verschillen)


BRONNEN = (
    Controlebron(
        "gemeentecodes",
        "Gemeentecodes van 2018, 2024 en 2025",
        "onbekend",
        has_columns("nis_2018", "nis_2024", "nis_2025"),
        compare_crosswalk,
    ),
    Controlebron(
        "gemeentefusies",
        "Lijst van gemeentefusies",
        "onbekend",
        has_columns("effective", "old_nis", "new_nis"),
        compare_mergers,
    ),
    Controlebron(
        "refnis",
        "REFNIS-nomenclatuur van Statbel",
        "CC BY 4.0",
        has_columns("code ins", REFNIS_CODE, REFNIS_NAAM),
        compare_refnis,
    ),
    Controlebron(
        "statbel_omzetting",
        "Omzetting van gemeentecodes van Statbel",
        "CC BY 4.0",
        has_columns("source_nis", "source_name", "target_nis"),
        compare_recoding,
    ),
)
