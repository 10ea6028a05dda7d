"""The fiscal incomes in both layouts of the publisher: after recoding there is not one difference.

A made-up pair: the older zip file with text on the 308 municipalities of before 2019, and the workbook on the
300 after, whose merged municipalities are the exact sums, to the cent, of their predecessors.
"""

import random
import zipfile
from datetime import UTC, datetime
from decimal import Decimal
from io import BytesIO

import pandas as pd
import pytest
import xlsxwriter

from etl.choose import newest
from etl.gather import read_delivery
from etl.raw import Levering
from etl.recode import to_today
from etl.sources import Bestand, recognise
from indicators.catalog import catalog
from indicators.gemeenten import gemeenten, recode
from indicators.observations import together

NU = datetime(2026, 11, 22, tzinfo=UTC)
OUD, NIEUW = range(2005, 2014), range(2005, 2021)
SOM, AANGIFTEN, INWONERS = "MS_TOT_NET_TAXABLE_INC", "MS_NBR_NON_ZERO_INC", "MS_TOT_RESIDENTS"
LEEG = "41011"
"""A municipality whose incomes the publisher does not release, in either file."""
TALEN = {41: ("NL", "FR"), 49: ("NL", "FR", "EN", "DE")}
BEDRAGEN = ["TOT_NET_INC", "REAL_ESTATE_NET_INC", "TOT_NET_MOV_ASS_INC", "TOT_NET_VARIOUS_INC"]
BEDRAGEN += ["TOT_NET_PROF_INC", "SEP_TAXABLE_INC", "JOINT_TAXABLE_INC", "TOT_DEDUCT_SPEND"]
BEDRAGEN += ["TOT_STATE_TAXES", "TOT_MUNICIP_TAXES", "TOT_SUBURBS_TAXES", "TOT_TAXES"]


def columns(aantal):
    """The header of the text (41 columns) or of the workbook (49)."""
    namen = ["CD_YEAR", "CD_MUNTY_REFNIS", AANGIFTEN, "MS_NBR_ZERO_INC", SOM]
    namen += [naam for bedrag in BEDRAGEN for naam in (f"MS_{bedrag}", f"MS_NBR_{bedrag}")]
    namen += [INWONERS, *(f"TX_MUNTY_DESCR_{taal}" for taal in TALEN[aantal])]
    for gebied in ("DSTR", "PROV", "RGN"):
        namen += [f"CD_{gebied}_REFNIS", *(f"TX_{gebied}_DESCR_{taal}" for taal in TALEN[aantal])]
    assert len(namen) == aantal
    return namen


@pytest.fixture(scope="module")
def incomes():
    """(code of 308, year) -> income in cents, returns and residents."""
    draw = random.Random(2019)
    made = {}
    for jaar in NIEUW:
        for code in gemeenten("308"):
            inwoners = draw.randint(200, 200_000)
            cents = inwoners * draw.randint(12_000_00, 30_000_00) + draw.randint(0, 99)
            made[code, jaar] = cents, draw.randint(inwoners // 2, inwoners), inwoners
    return made


def row(aantal, jaar, code, cijfers, teken):
    som, aangiften, inwoners = cijfers
    bedrag = "*" if code == LEEG else teken(Decimal(som) / 100)
    gezet = {"CD_YEAR": jaar, "CD_MUNTY_REFNIS": code, SOM: bedrag, AANGIFTEN: aangiften}
    gezet |= {INWONERS: inwoners, "CD_RGN_REFNIS": "02000", "TX_MUNTY_DESCR_NL": "Sint-Étienne"}
    return [gezet.get(kolom, 0) for kolom in columns(aantal)]


def elsewhere(jaar, code):
    """A row of the text about a municipality in Wallonia."""
    gezet = {"CD_YEAR": jaar, "CD_MUNTY_REFNIS": code, "CD_RGN_REFNIS": "03000"}
    return [gezet.get(kolom, 0) for kolom in columns(41)]


@pytest.fixture(scope="module")
def older(incomes):
    """TF_PSNL_INC_TAX_MUNTY.zip: 589 municipalities, UTF-8 with a mark, CRLF, decimal comma."""
    regels = [columns(41)]
    for jaar in OUD:
        regels += [
            row(41, jaar, code, incomes[code, jaar], lambda euro: f"{euro:.2f}".replace(".", ","))
            for code in gemeenten("308")
        ]
        regels += [elsewhere(jaar, 50000 + n) for n in range(281)]
    stroom = BytesIO()
    with zipfile.ZipFile(stroom, "w", zipfile.ZIP_DEFLATED) as archief:
        tekst = "\ufeff" + "".join("|".join(map(str, regel)) + "\r\n" for regel in regels)
        archief.writestr("TF_PSNL_INC_TAX_MUNTY.txt", tekst.encode())
    return delivered("TF_PSNL_INC_TAX_MUNTY.zip", stroom.getvalue())


@pytest.fixture(scope="module")
def newer(incomes):
    """TF_PSNL_INC_TAX_MUNTY.xlsx: the municipalities of 2019 in every year, with numbers as numbers."""
    stroom = BytesIO()
    with xlsxwriter.Workbook(stroom) as werkboek:
        blad = werkboek.add_worksheet("TF_PSNL_INC_TAX_MUNTY")
        blad.write_row(0, 0, columns(49))
        nummer = 1
        for jaar in NIEUW:
            samen: dict[str, list[int]] = {}
            for oud, nieuw in recode("308", "300").items():
                sums = samen.setdefault(nieuw, [0, 0, 0])
                samen[nieuw] = [a + b for a, b in zip(sums, incomes[oud, jaar], strict=True)]
            for code, cijfers in samen.items():
                blad.write_row(nummer, 0, row(49, jaar, code, cijfers, float))
                nummer += 1
    return delivered("TF_PSNL_INC_TAX_MUNTY_2005-2020.xlsx", stroom.getvalue())


def delivered(naam, inhoud):
    bron = recognise(Bestand(naam, inhoud))
    levering = Levering.received(bron.NAAM, naam, inhoud, licentie=bron.LICENTIE, nu=NU)
    return read_delivery(levering, bron, catalog(), NU).waarnemingen


def today(rows):
    """On the municipalities of today; only the years that both files hold."""
    made = to_today(rows, catalog())
    made = made[made["periode_einde"].dt.year.sub(made["periode_einde"].dt.month.eq(1)) <= OUD[-1]]
    keys = ["indicator", "nis_code", "periode_einde"]
    plain = made.drop(columns="levering").astype(dict.fromkeys(["indicator", "nis_code", "status"], object))
    return plain.sort_values(keys, ignore_index=True)


def test_the_two_layouts_come_in_their_own_state(older, newer):
    assert (set(older["geografie"]), set(newer["geografie"])) == ({"308"}, {"300"})
    assert older.groupby(["indicator", "periode_einde"], observed=True).size().unique().tolist() == [308]
    assert newer.groupby(["indicator", "periode_einde"], observed=True).size().unique().tolist() == [300]


def test_not_one_figure_differs_after_recoding(older, newer):
    one, other = today(older), today(newer)
    assert one["indicator"].nunique() == 5
    assert len(one) == len(other) == 5 * len(OUD) * 285
    assert one["waarde"].notna().sum() == len(one) - 3 * len(OUD), "three figures of one municipality"
    numbers = ["waarde", "teller", "noemer"]
    pd.testing.assert_frame_equal(one[numbers], other[numbers], check_exact=True)
    text = ["indicator", "nis_code", "periode_begin", "periode_einde", "status", "schatting"]
    pd.testing.assert_frame_equal(one[text], other[text], check_dtype=False, check_categorical=False)


def test_sums_are_those_of_the_cents(older, incomes):
    made = today(older)
    loaded = made[made["indicator"] == "fiscaal_inkomen_totaal"].set_index(["nis_code", "periode_einde"])[
        "waarde"
    ]
    for code in set(gemeenten("285")) - {LEEG}:
        delen = [oud for oud, nieuw in recode("308", "285").items() if nieuw == code]
        for jaar in OUD:
            cents = sum(incomes[oud, jaar][0] for oud in delen)
            assert loaded[code, pd.Timestamp(jaar, 12, 31)] == float(Decimal(cents) / 100)


@pytest.mark.parametrize("order", ["older last", "newer last"])
def test_whichever_came_last_speaks_for_whole_years_only(older, newer, order):
    parts = [newer, older] if order == "older last" else [older, newer]
    names = [part["levering"].iloc[0] for part in parts]
    chosen = newest(together(parts), names)
    per_year = chosen.groupby(["indicator", "periode_einde"], observed=True)["levering"].agg(
        ["nunique", "first"]
    )
    assert set(per_year["nunique"]) == {1}
    assert set(per_year["first"]) == (set(names) if order == "older last" else {names[1]})
    pd.testing.assert_frame_equal(
        today(chosen)[["indicator", "nis_code", "waarde"]],
        today(newer)[["indicator", "nis_code", "waarde"]],
        check_exact=True,
        check_dtype=False,
        check_categorical=False,
    )
