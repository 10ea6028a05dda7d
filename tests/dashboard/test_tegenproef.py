"""The figures on screen are those that someone else computes from the exported tables."""

import re

import numpy as np
import pandas as pd
import pytest
from flask.testing import FlaskClient

from dashboard.warehouse import Warehouse
from tests import running
from tests.dashboard.gelezen import Figures, between, number
from tests.dashboard.tegenproef import GEBIEDEN, GROEPEN, Tegenproef

VASTE = ("herstappe", "tongeren-borgloon", "beveren-kruibeke-zwijndrecht")
"""Nothing known, an estimated merger, the longest name."""
EIGEN = "eigen:gent+ronse+boom+bilzen-hoeselt"
KEUZES = ("vlaanderen", *GEBIEDEN, *GROEPEN, EIGEN)
SOURCES = ["demo", pytest.param("real", marks=pytest.mark.real)]
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module", params=SOURCES)
def beide(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[FlaskClient, Tegenproef]:
    """The app, and the second computation from the tables that the same build exports."""
    warehouse: Warehouse = request.getfixturevalue(request.param)
    folder = tmp_path_factory.mktemp("export")
    exported = running.etl(warehouse.link.parent, "export", str(folder))
    assert exported.returncode == 0, exported.stderr
    return request.getfixturevalue(f"{request.param}_client"), Tegenproef(folder)


def drawn(proef: Tegenproef) -> list[tuple[str, str]]:
    """Return four municipalities by chance for each comparator, and those that are special."""
    chance = np.random.default_rng(20261122)
    found = [(proef.slugs.index[proef.slugs == slug][0], keuze) for slug in VASTE for keuze in KEUZES[:2]]
    for keuze in KEUZES:
        found += [(nis, keuze) for nis in chance.choice(proef.slugs.index, 4, replace=False)]
    return [(nis, keuze) for nis, keuze in found if set(proef.leden(keuze, nis)) - {nis}]


def differences(seen: dict[str, str], expected: pd.Series) -> list[str]:
    """Return what one row of the page says otherwise than the second computation."""
    shown = seen.get("cijfer-getal") or seen.get("kopcijfer-getal")
    if pd.isna(expected["waarde"]):
        return [] if shown is None and seen["cijfer-geen"].startswith("Geen cijfer, omdat") else ["missing"]
    if shown is None:
        return ["no figure"]
    found = []
    if not rounds_to(number(shown), expected["waarde"], expected["decimalen"]):
        found.append(f"{shown} is not {expected['waarde']}")
    interval, ends = between(seen["cijfer-tijd"]), (expected["laag"], expected["hoog"])
    if (interval is None) != pd.isna(ends[0]) or (
        interval and not all(map(rounds_to, interval, ends, [max(1, expected["decimalen"])] * 2))
    ):
        found.append(f"interval {interval} is not {ends}")
    tegenover = seen.get("cijfer-tegenover", "").removeprefix("van alle gemeenten").strip(" ·") or None
    if (tegenover is None) != pd.isna(expected["tegenover"]) or (
        tegenover and not rounds_to(number(tegenover), expected["tegenover"], expected["decimalen"])
    ):
        found.append(f"comparator {tegenover} is not {expected['tegenover']}")
    if bool(re.search("middelste gemeente|midden van beide", tegenover or "")) != expected["middelste"]:
        found.append(f"comparator {tegenover}: the middle one is {expected['middelste']}")
    woord = " ".join(seen["woordlabel"].split()) if "woordlabel" in seen else None
    if woord != (None if pd.isna(expected["woord"]) else expected["woord"]):
        found.append(f"word {woord!r} is not {expected['woord']!r}")
    return found


def rounds_to(shown: float, exact: float, decimals: int) -> bool:
    return abs(shown - exact) <= 0.5 * 10**-decimals + 1e-9


def test_the_page_says_what_the_exported_figures_say(beide: tuple[FlaskClient, Tegenproef]) -> None:
    client, proef = beide
    wrong, told = [], []
    pages = drawn(proef)
    for nis, keuze in pages:
        page = Figures(client.get(f"/gemeente/{proef.slugs[nis]}", query_string={"vergelijk": keuze}).text)
        expected = proef.blad(nis, keuze)
        assert set(page.rows) == set(expected.index)
        for naam, row in expected.iterrows():
            seen = page.rows[str(naam)]
            wrong += [f"{proef.slugs[nis]} {keuze} {naam}: {what}" for what in differences(seen, row)]
            told.append(row["woord"])
    assert not wrong, f"{len(wrong)} differences:\n" + "\n".join(wrong[:40])
    counted = pd.Series(told).value_counts()
    assert len(pages) >= 45
    assert counted.filter(["hoger, ongunstiger", "lager, gunstiger", "niet te onderscheiden"]).min() >= 5
    assert counted.filter(regex="20 %|gemeenten|midden").sum() >= 1000


SEEN = {
    "cijfer-getal": "12,1 %",
    "cijfer-tijd": "2022 · tussen 10,0 en 14,2",
    "cijfer-tegenover": "dan Vlaanderen (9,1 %)",
    "woordlabel": "hoger, ongunstiger",
}
EXPECTED = {
    "waarde": 12.14,
    "laag": 9.96,
    "hoog": 14.15,
    "tegenover": 9.05,
    "woord": "hoger, ongunstiger",
    "middelste": False,
    "decimalen": 1,
}


def test_what_agrees_is_no_difference() -> None:
    assert differences(SEEN, pd.Series(EXPECTED)) == []


@pytest.mark.parametrize(
    ("veld", "anders"),
    [
        ("waarde", 12.16),
        ("waarde", np.nan),
        ("laag", 9.94),
        ("hoog", np.nan),
        ("tegenover", 9.04),
        ("tegenover", np.nan),
        ("woord", "lager, gunstiger"),
        ("woord", None),
        ("middelste", True),
    ],
)
def test_each_difference_is_seen(veld: str, anders: object) -> None:
    assert len(differences(SEEN, pd.Series(EXPECTED | {veld: anders}))) == 1
