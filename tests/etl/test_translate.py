"""From the keys of a source to observations."""

from datetime import date

import pandas as pd
import pytest

from etl.translate import observations, unreviewed
from indicators.gemeenten import UnknownCode
from indicators.model import TweedeBron
from indicators.observations import check

NEW, OLD = "46029", "46014"  # Lokeren, after and before its merger


def read(*cells):
    """(key, code, value or status) as a reader delivers them, for 2022."""
    rows = [
        {
            "sleutel": sleutel,
            "nis_code": nis_code,
            "periode_einde": more[0] if more else date(2022, 12, 31),
            "periode_label": "2022",
            "waarde": cell if isinstance(cell, float) else None,
            "status": "waarde" if isinstance(cell, float) else cell,
            "voorlopig": False,
            "n": None,
        }
        for sleutel, nis_code, cell, *more in cells
    ]
    return pd.DataFrame(rows).astype({"waarde": float, "n": float})


def translate(catalog, *cells, bron="statbel_fiscaal"):
    return check(observations(read(*cells), bron, f"{bron}-1", catalog), catalog).set_index("indicator")


def test_a_published_value_comes_with_its_weights(catalog):
    rows = translate(catalog, ("R", OLD, 9.5), ("N", OLD, 200.0))
    assert rows.loc["risico", ["waarde", "noemer", "levering", "geografie"]].tolist() == [
        9.5,
        200.0,
        "statbel_fiscaal-1",
        "300",
    ]
    assert rows.loc["inwoners", "waarde"] == 200.0
    assert "mediaan" not in rows.index and "inkomen" not in rows.index


def test_a_window_of_three_years_begins_three_years_earlier(catalog):
    row = translate(catalog, ("M", NEW, 3.0)).loc["mediaan"]
    assert (row["periode_begin"], row["periode_einde"]) == (
        pd.Timestamp(2020, 1, 1),
        pd.Timestamp(2022, 12, 31),
    )


def test_a_value_of_one_day_begins_and_ends_on_it(catalog):
    daily = {"inwoners": catalog["inwoners"].model_copy(update={"venster_jaren": 0})}
    waarden = read(("N", NEW, 3.0, date(2022, 1, 1)))
    row = check(observations(waarden, "statbel_fiscaal", "x-1", daily), daily).iloc[0]
    assert row["periode_begin"] == row["periode_einde"] == pd.Timestamp(2022, 1, 1)


def test_a_reader_that_knows_the_state_is_believed(catalog):
    waarden = read(("N", "11002", 3.0)).assign(geografie="300")
    assert set(observations(waarden, "statbel_fiscaal", "x-1", catalog)["geografie"]) == {"300"}


def test_a_ratio_is_calculated_from_its_parts(catalog):
    row = translate(catalog, ("T", NEW, 30.0), ("N", NEW, 200.0)).loc["inkomen"]
    assert (row["waarde"], row["teller"], row["noemer"]) == (1000 * 30 / 200, 30.0, 200.0)


def test_a_second_source_is_read_under_its_own_key(catalog):
    ook = TweedeBron(bron="opgroeien", sleutel="K")
    both = {"mediaan": catalog["mediaan"].model_copy(update={"ook_bij": (ook,)})}
    row = translate(both, ("K", NEW, 9.1), ("M", NEW, 3.0), bron="opgroeien").loc["mediaan"]
    assert (row["waarde"], row["periode_begin"], row["levering"]) == (
        9.1,
        pd.Timestamp(2020, 1, 1),
        "opgroeien-1",
    )
    assert translate(both, ("M", NEW, 3.0)).loc["mediaan", "waarde"] == 3.0


@pytest.mark.parametrize(
    "teller, noemer, status",
    [
        ("onderdrukt", 200.0, "onderdrukt"),
        (30.0, "onderdrukt", "onderdrukt"),
        (30.0, "ontbreekt", "ontbreekt"),
        (30.0, 0.0, "niet_van_toepassing"),
    ],
)
def test_a_ratio_without_one_of_its_parts_says_why(catalog, teller, noemer, status):
    row = translate(catalog, ("T", NEW, teller), ("N", NEW, noemer)).loc["inkomen"]
    assert pd.isna(row["waarde"]) and row["status"] == status


def test_the_state_is_found_per_sheet_and_period(catalog):
    rows = translate(
        catalog,
        ("R", OLD, 1.0, date(2023, 12, 31)),
        ("R", NEW, 2.0, date(2024, 12, 31)),
        ("N", "44011", 3.0),
        ("N", "02000", 4.0, date(2021, 12, 31)),
    )
    assert list(zip(rows["periode_einde"].dt.year, rows["geografie"], strict=True)) == [
        (2022, "308"),
        (2021, "285"),
        (2023, "300"),
        (2024, "285"),
    ]


def test_codes_of_two_states_in_one_period_are_refused(catalog):
    with pytest.raises(UnknownCode, match=OLD):
        translate(catalog, ("R", OLD, 1.0), ("R", NEW, 2.0))


def test_only_the_stadsmonitor_has_sheets_outside_the_catalog(catalog):
    assert unreviewed({"X": None}, "statbel_fiscaal", catalog) == {}
    rows = translate(catalog, ("WO_S_02|Huur & lening|eens", NEW, 1.0), bron="stadsmonitor")
    assert list(rows.index) == ["stadsmonitor_wo_s_02_huur_lening_eens"]


def test_keys_that_read_alike_get_names_of_their_own(catalog):
    names = unreviewed(dict.fromkeys(["A|b-c|eens", "A|b c|eens"]), "stadsmonitor", catalog)
    assert sorted(names.values()) == ["stadsmonitor_a_b_c_eens", "stadsmonitor_a_b_c_eens_2"]
