"""The readers against what the publishers really delivered, with an independent oracle where there is one."""

import csv
from pathlib import Path

import pytest

from etl.parcels import open_parcel, parcels
from etl.sources import BRONNEN, Bestand, Controlebron, recognise
from etl.sources.controle import CONTROLES
from etl.sources.tabel import plain
from indicators.catalog import catalog
from indicators.gemeenten import gemeenten

DATA = Path(__file__).parents[3] / "shared/data"
NOT_AT_HAND = ("KL_", "criterium_")
"""Keys of the climate workbook and of Opgroeien's criteria, which are not among the deliveries."""
pytestmark = [
    pytest.mark.real,
    pytest.mark.skipif(not DATA.is_dir(), reason=f"the real deliveries are not at {DATA}"),
]


def bestand(path):
    return Bestand(path.name, path.read_bytes())


def read(pad):
    een = bestand(DATA / pad)
    return recognise(een).read(een).waarden


def test_every_file_is_read_or_checked_with():
    paths = [path for path in DATA.rglob("*") if path.is_file() and path.name != "README.md"]
    soorten = {path: recognise(open_parcel(path)) for path in parcels(paths)}
    gelezen = {
        path.relative_to(DATA).parts[0]
        for path, soort in soorten.items()
        if not isinstance(soort, Controlebron)
    }
    assert len(paths) > 80
    assert gelezen >= {"gebieden", "gsm_csv_excerpt", "gsm_werkboeken", "statbel_adi"}
    assert {soort.naam for soort in soorten.values() if isinstance(soort, Controlebron)} == set(CONTROLES)


def test_the_index_of_282_municipalities():
    waarden = read("gsm_werkboeken/stadsmonitor_register_armoede.xlsx")
    index = waarden[waarden["sleutel"] == "AR_03||procent"].set_index("nis_code")["waarde"]
    assert set(index.index) == {"02000", *gemeenten("285")}
    assert index.drop("02000").notna().sum() == 282
    assert {gemeenten("285")[code].naam for code in index[index.isna()].index.drop("02000")} == {
        "Bever",
        "Herstappe",
        "Horebeke",
    }
    assert (index["35013"], index["41002"]) == (31.91, 9.1)


def test_disposable_income_of_299_municipalities_a_year():
    waarden = read("statbel_adi/TF_SOC_ADI_MUNTY.xlsx")
    arop = waarden[waarden["sleutel"] == "MS_ADMIN_AROP"]
    assert arop.groupby("periode_label")["nis_code"].nunique().to_dict() == dict.fromkeys(
        map(str, range(2015, 2023)), 299
    )
    assert set(gemeenten("300")) - set(arop["nis_code"]) == {"73028"}
    leeg = waarden[waarden["status"] != "waarde"]
    assert set(zip(leeg["sleutel"], leeg["nis_code"], leeg["status"], strict=True)) == {
        ("MS_Q3", "23099", "ontbreekt")
    }


def test_fiscal_incomes_of_300_municipalities_in_16_years():
    waarden = read("statbel_fiscal_income/TF_PSNL_INC_TAX_MUNTY_2005-2020.xlsx")
    per_jaar = waarden.groupby(["sleutel", "periode_label"])["nis_code"].nunique()
    assert (per_jaar == 300).all()
    assert set(per_jaar["MS_TOT_NET_TAXABLE_INC"].index) == set(map(str, range(2005, 2021)))
    aartselaar = waarden[(waarden["nis_code"] == "11001") & (waarden["periode_label"] == "2005")]
    assert aartselaar.set_index("sleutel")["waarde"]["MS_TOT_NET_TAXABLE_INC"] == 260615502.8


def test_the_survey_equals_the_wide_table_for_every_question():
    with (DATA / "gsm_survey_2023/onderwerp_per_vraag.csv").open(encoding="utf-8") as vragen:
        blad_van = {rij["omnibus_indicator"]: rij["source_sheet"] for rij in csv.DictReader(vragen)}
    with (DATA / "gsm_survey_2023/gsm_burgerbevraging_2023_299x200.csv").open(encoding="utf-8") as breed:
        orakel = {rij.pop("nis_code"): rij for rij in csv.DictReader(breed)}
    gelezen = _survey()
    kolommen = [kolom for kolom in next(iter(orakel.values())) if kolom not in ("province", "gemeente")]
    vragen = [kolom for kolom in kolommen if not blad_van[kolom].startswith(NOT_AT_HAND)]
    assert len(vragen) == len(gelezen)
    for vraag in vragen:
        verwacht = {nis: float(rij[vraag]) for nis, rij in orakel.items() if rij[vraag]}
        assert gelezen[_key(vraag, blad_van[vraag], gelezen)] == pytest.approx(verwacht), vraag


def _survey():
    """Key -> NIS code -> value, of all survey workbooks."""
    gelezen = {}
    for path in sorted((DATA / "gsm_werkboeken").glob("stadsmonitor_survey_*.xlsx")):
        for sleutel, rijen in BRONNEN["stadsmonitor"].read(bestand(path)).waarden.groupby("sleutel"):
            gelezen[sleutel] = dict(zip(rijen["nis_code"], rijen["waarde"], strict=True))
    return gelezen


def _key(vraag, blad, gelezen):
    """The key whose item is at the end of the question; the sheet's only key where it has no items."""
    van_blad = [sleutel for sleutel in gelezen if sleutel.startswith(f"{blad}|")]
    passend = [sleutel for sleutel in van_blad if plain(vraag).endswith(" - " + sleutel.split("|")[1])]
    (sleutel,) = passend or van_blad
    return sleutel


def test_real_figures_fit_the_ranges_of_the_catalog():
    per_sleutel, bronnen = {}, set()
    for path in [*(DATA / "gsm_werkboeken").glob("*.xlsx"), *DATA.glob("statbel_*/TF_*.xlsx")]:
        bron = recognise(bestand(path))
        waarden = bron.read(bestand(path)).waarden
        bronnen.add(bron.NAAM)
        per_sleutel |= waarden.groupby("sleutel")["waarde"].agg(["min", "max"]).to_dict("index")
    delivered = [i for i in catalog().values() if i.bron in bronnen and i.bron_sleutel]
    delivered = [i for i in delivered if not i.bron_sleutel.startswith(NOT_AT_HAND)]
    assert len(delivered) >= 60
    for indicator in delivered:
        gezien = per_sleutel[indicator.bron_sleutel]
        assert indicator.geldig[0] <= gezien["min"] < gezien["max"] <= indicator.geldig[1], indicator.id
