"""The demo deliveries: the same as their generator makes, in the publishers' format, and plausible."""

from pathlib import Path

import pandas as pd
import pytest

from etl.demo import generate
from etl.demo.wereld import wereld_285, wereld_300
from etl.sources import Bestand, recognise
from indicators.catalog import catalog
from indicators.gemeenten import VLAANDEREN, fusies, gemeenten
from indicators.model import Levensdomein

COMMITTED = Path(__file__).parents[2] / "data/demo"


def read(path):
    bestand = Bestand(path.name, path.read_bytes())
    return recognise(bestand).read(bestand).waarden


@pytest.fixture(scope="module")
def waarden():
    return pd.concat([read(path) for path in sorted(COMMITTED.glob("demo_*"))], ignore_index=True)


@pytest.fixture(scope="module")
def kansarmoede(waarden):
    rijen = waarden[waarden["sleutel"] == "AR_03||procent"]
    return rijen.set_index(["nis_code", "periode_label"])["waarde"]


def test_the_generator_still_makes_what_is_kept(tmp_path):
    made = generate(tmp_path / "demo")
    assert sorted(p.name for p in made) == sorted(p.name for p in COMMITTED.glob("*"))
    for path in made:
        pd.testing.assert_frame_equal(read(path), read(COMMITTED / path.name))


def test_the_files_say_that_they_are_demo_and_are_small():
    paths = list(COMMITTED.glob("*"))
    assert all(path.name.startswith("demo_") for path in paths)
    assert sum(path.stat().st_size for path in paths) < 1_400_000


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
    assert per_dag.size().xs("1 januari 2021", level="periode_label").eq(2).all()


def test_the_youngest_are_the_births_of_the_index(waarden):
    jongsten = waarden[waarden["sleutel"] == "0 tot 2 jaar"].set_index("nis_code")["waarde"]
    gent = wereld_285()["44021"].geboorten
    assert jongsten["44021"] == sum(gent[jaar][0] for jaar in (2022, 2023, 2024))
    assert len(jongsten) == 285
