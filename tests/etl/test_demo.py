"""The demo deliveries: the same as their generator makes, in the publishers' format, and plausible."""

from collections import Counter
from pathlib import Path
from zipfile import ZipFile

import pandas as pd
import pytest
from typer.testing import CliRunner

from etl.__main__ import app
from etl.demo.wereld import wereld_285, wereld_300
from etl.sources import Bestand, recognise
from indicators.catalog import catalog
from indicators.gemeenten import VLAANDEREN, fusies, gemeenten, grootteklasse, recode
from indicators.model import Levensdomein

COMMITTED = Path(__file__).parents[2] / "data/demo"


def read(path):
    bestand = Bestand(path.name, path.read_bytes())
    return recognise(bestand).read(bestand).waarden


def unpacked(path):
    """Every byte in a workbook or zip file, whatever the version of what compressed it."""
    with ZipFile(path) as archief:
        return {lid.filename: (lid.date_time, archief.read(lid)) for lid in archief.infolist()}


@pytest.fixture(scope="module")
def waarden():
    return pd.concat([read(path) for path in sorted(COMMITTED.glob("demo_*"))], ignore_index=True)


@pytest.fixture(scope="module")
def kansarmoede(waarden):
    rijen = waarden[waarden["sleutel"] == "AR_03||procent"]
    return rijen.set_index(["nis_code", "periode_label"])["waarde"]


def test_the_generator_still_makes_what_is_kept(tmp_path):
    result = CliRunner().invoke(app, ["demo", str(tmp_path / "demo")])
    assert result.exit_code == 0
    made = sorted((tmp_path / "demo").iterdir())
    assert made and all(str(path) in result.output for path in made)
    assert sorted(p.name for p in made) == sorted(p.name for p in COMMITTED.glob("*"))
    assert [unpacked(path) for path in made] == [unpacked(COMMITTED / path.name) for path in made]


def test_the_files_say_that_they_are_demo_and_are_small():
    paths = list(COMMITTED.glob("*"))
    assert all(path.name.startswith("demo_") for path in paths)
    assert sum(path.stat().st_size for path in paths) < 1_700_000


def test_every_indicator_has_demo_figures_where_its_source_has_them(waarden):
    """Areas come from real boundaries only, and a new source may wait for its demo delivery."""
    bestanden = [Bestand(path.name, path.read_bytes()) for path in COMMITTED.glob("*.xlsx")]
    bronnen = {recognise(bestand).NAAM for bestand in bestanden}
    made_up = [i for i in catalog().values() if i.bron in bronnen]
    assert len(made_up) >= 60
    assert {i.levensdomein for i in made_up} == set(Levensdomein)
    keys = {key for i in made_up for key in (i.bron_sleutel, i.teller_sleutel, i.noemer_sleutel)}
    assert keys - {None} <= set(waarden["sleutel"])


def test_the_municipalities_are_those_that_the_publishers_deliver(waarden):
    per_sleutel = waarden.groupby("sleutel")["nis_code"].agg(set)
    assert per_sleutel["AR_03||procent"] == {VLAANDEREN, *gemeenten("285")}
    assert per_sleutel["AR_S_01||eens"] == per_sleutel["MS_ADMIN_AROP"] == set(gemeenten("300")) - {"73028"}
    assert per_sleutel["MS_TOT_RESIDENTS"] == set(gemeenten("300"))


def test_the_index_runs_from_hardly_any_to_a_third_with_three_left_empty(kansarmoede):
    latest = kansarmoede.xs("2024", level="periode_label").drop(VLAANDEREN)
    assert latest.min() < 1
    assert latest.max() > 33
    assert latest.isna().sum() == 3


def test_consecutive_windows_share_two_birth_years(kansarmoede):
    gent = wereld_285()["44021"].geboorten
    for jaar in range(2013, 2025):
        geboren, kansarm = (sum(gent[jaar - n][deel] for n in range(3)) for deel in range(2))
        assert kansarmoede["44021", str(jaar)] == round(100 * kansarm / geboren, 2)


def test_a_merged_municipality_is_the_sum_of_its_predecessors():
    for nieuw in {f.nieuw_nis for f in fusies() if f.datum.year == 2025}:
        delen = [f.oud_nis for f in fusies() if f.nieuw_nis == nieuw and f.datum.year == 2025]
        assert wereld_285()[nieuw].inwoners == sum(wereld_300()[deel].inwoners for deel in delen)


def test_indicators_hang_together_as_real_ones_do(waarden):
    latest = waarden[waarden["periode_label"].isin(["2020", "2023"])]
    breed = latest.pivot_table(index="nis_code", columns="sleutel", values="waarde")
    correlatie = breed[["AR_S_02||eens", "MS_ADMIN_AROP", "MS_MEDIAN"]].corr()
    assert correlatie.loc["AR_S_02||eens", "MS_ADMIN_AROP"] > 0.5
    assert correlatie.loc["AR_S_02||eens", "MS_MEDIAN"] < -0.5


def test_residents_are_the_same_in_every_demo_delivery(waarden):
    gemeld = waarden[waarden["sleutel"].isin(["totaal", "inwoners op 1 januari"])]
    per_dag = gemeld.groupby(["nis_code", "periode_label"])["waarde"]
    assert per_dag.nunique().max() == 1
    assert per_dag.size().xs("1 januari 2025", level="periode_label").eq(2).all()
    toen = per_dag.size().xs("1 januari 2021", level="periode_label")
    assert toen[list(gemeenten("300"))].eq(3).all()


@pytest.fixture(scope="module")
def jongsten(waarden):
    """Children of 0 to 2 by municipality of today and the last of the three years that they were born in."""
    rijen = waarden[waarden["sleutel"] == "0 tot 2 jaar"]
    vandaag = {**recode("308", "285"), **recode("300", "285"), **recode("285", "285")}
    jaar = rijen["periode_einde"].map(lambda dag: str(dag.year))
    return rijen["waarde"].groupby([rijen["nis_code"].map(vandaag), jaar]).sum()


def test_the_youngest_are_the_births_of_the_index(jongsten):
    for nis in ("44021", "44083", "46030"):  # Gent; merged in 2019; merged in 2025
        geboorten = wereld_285()[nis].geboorten
        for jaar in range(2013, 2025):
            assert jongsten[nis, str(jaar)] == sum(geboorten[jaar - n][0] for n in range(3))


def test_every_index_is_a_whole_number_of_the_births_beside_it(kansarmoede, jongsten):
    gemeten = kansarmoede.drop(VLAANDEREN, level="nis_code").dropna()
    noemer = jongsten.loc[gemeten.index]
    kinderen = (gemeten * noemer / 100).round()
    assert len(kinderen) == 282 * 12
    assert (gemeten - 100 * kinderen / noemer).abs().max() < 0.00501


def test_the_years_by_age_carry_the_codes_of_their_time(waarden):
    per_dag = waarden[waarden["sleutel"] == "65+"].groupby("periode_label")["nis_code"].agg(set)
    assert per_dag["1 januari 2018"] == set(gemeenten("308"))
    assert per_dag["1 januari 2019"] == set(gemeenten("300"))
    assert per_dag["1 januari 2025"] == set(gemeenten("285"))


def test_windows_differ_a_little_more_than_chance_alone_makes_them(kansarmoede, jongsten):
    """Between windows that do not overlap, with the change of all of Flanders taken off."""
    oud, nieuw = (kansarmoede.xs(jaar, level="periode_label") / 100 for jaar in ("2021", "2024"))
    geboren = [jongsten.xs(jaar, level="periode_einde") for jaar in ("2021", "2024")]
    samen = (oud + nieuw) / 2
    fout = (samen * (1 - samen) * (1 / geboren[0] + 1 / geboren[1])) ** 0.5
    verschil = nieuw - oud
    z = (verschil - verschil.median()) / fout
    assert 1.1 < (z.abs().median() / 0.6745) ** 2 < 3


def test_a_city_is_larger_than_a_village():
    inwoners = {een.naam: een.inwoners for een in wereld_285().values()}
    op_grootte = sorted(inwoners, key=inwoners.__getitem__)
    assert op_grootte[-3:] == ["Brugge", "Gent", "Antwerpen"]
    assert op_grootte[0] == "Herstappe"
    klassen = Counter(grootteklasse(aantal, "tabel_6").id for aantal in inwoners.values())
    assert len(klassen) == 4
    assert min(klassen.values()) > 15


def test_what_a_town_offers_grows_with_its_size(waarden):
    bus = waarden[waarden["sleutel"].str.startswith("MO_S_04|")].set_index("nis_code")["waarde"]
    inwoners = pd.Series({nis: een.inwoners for nis, een in wereld_300().items()})
    assert bus.corr(inwoners, method="spearman") > 0.3
    assert bus.std() > 8
