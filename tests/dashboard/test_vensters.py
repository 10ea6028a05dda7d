"""No page and no download sets two figures against each other that count the same people."""

import re
import shutil
from collections.abc import Iterator
from datetime import date
from itertools import combinations, permutations

import duckdb
import pytest
from flask.testing import FlaskClient

from dashboard.omgevingsanalyse.analyse import analyseer
from dashboard.warehouse import Warehouse
from indicators.gemeenten import gemeenten
from indicators.statistics import Verandering
from tests.dashboard.conftest import client_of

pytestmark = pytest.mark.slow
VENSTER = 3
INDEX = "kansarmoede_index"
JAREN = range(2013, 2025)
"""Last years of the windows of the index."""
KNOWN_FROM = date(2023, 12, 31)
VERGELIJK = f"gebieden=ronse,boom,vlaanderen&indicator={INDEX}&van={{}}-12-31&tot={{}}-12-31"
WINDOW = re.compile(r"(\d{4})(?:–(\d{4}))?")
STEP = (
    re.compile(r"[Ii]n ([\d–]+) was [^.]*? in ([\d–]+) was dat"),
    re.compile(r"van [^()]{1,60} \(([\d–]+)\) naar [^()]{1,60} \(([\d–]+)\)"),
)
"""The two ways in which a page sets one figure against an earlier one."""


def steps(html: str) -> Iterator[tuple[range, range]]:
    """Yield the years on either side of every comparison in words."""
    text = re.sub(r"\s+", " ", re.sub("<[^>]+>", " ", html))
    for form in STEP:
        for een, ander in form.findall(text):
            yield years(een), years(ander)


def years(window: str) -> range:
    found = WINDOW.fullmatch(window)
    assert found, window
    return range(int(found[1]), int(found[2] or found[1]) + 1)


def test_every_change_of_every_municipality_is_between_windows_apart(demo: Warehouse) -> None:
    stand, seen = demo.snapshot(), 0
    for nis in gemeenten():
        for naam, regel in analyseer(stand, nis).regels.items():
            if isinstance(regel.verandering, Verandering):
                seen += 1
                een, ander = regel.verandering.nieuw.periode, regel.verandering.oud.periode
                assert not een.overlapt(ander), f"{nis} {naam}: {een} and {ander}"
    assert seen > len(gemeenten())


@pytest.mark.parametrize(
    "path",
    [
        *(f"/gemeente/{slug}?indicator={INDEX}" for slug in ("ronse", "boom", "tongeren-borgloon", "gent")),
        *(f"/gemeente/gent?indicator=kansarmoede_{deel}" for deel in ("arbeid", "huisvesting", "inkomen")),
        f"/indicator/{INDEX}?gemeente=ronse&periode=2023-12-31",
        "/indicator/kansarmoede_inkomen?gemeente=ronse",
        f"/vergelijk?gebieden=ronse,boom,bever,vlaanderen&indicator={INDEX}",
        "/vergelijk?gebieden=ronse,boom&indicator=kansarmoede_inkomen",
    ],
)
def test_no_sentence_compares_windows_that_overlap(demo_client: FlaskClient, path: str) -> None:
    answer = demo_client.get(path)
    found = list(steps(answer.text))
    assert answer.status_code == 200 and found
    assert [(een, ander) for een, ander in found if set(een) & set(ander)] == []


@pytest.fixture(scope="module")
def two_windows(demo: Warehouse, tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    """The app on figures of which only the two newest windows are known."""
    folder = tmp_path_factory.mktemp("two")
    copied = shutil.copy(demo.link.resolve(), folder)
    with duckdb.connect(copied) as db:
        db.execute("delete from waarneming where periode_einde < $1", [KNOWN_FROM])
        db.execute("delete from reeks where periode_einde < $1", [KNOWN_FROM])
        db.execute("delete from vergelijking where periode_einde < $1", [KNOWN_FROM])
    (folder / "warehouse.duckdb").symlink_to(copied)
    with client_of(Warehouse(folder / "warehouse.duckdb")) as client:
        yield client


@pytest.mark.parametrize(
    "path",
    [
        f"/gemeente/ronse?indicator={INDEX}",
        f"/indicator/{INDEX}?gemeente=ronse",
        f"/vergelijk?gebieden=ronse,vlaanderen&indicator={INDEX}",
    ],
)
def test_two_windows_that_overlap_are_no_evolution(two_windows: FlaskClient, path: str) -> None:
    answer = two_windows.get(path)
    assert answer.status_code == 200 and "2022–2024" in answer.text
    assert [(een, ander) for een, ander in steps(answer.text) if set(een) & set(ander)] == []


def test_two_periods_that_overlap_are_refused_whatever_the_address_says(demo_client: FlaskClient) -> None:
    for van, tot in permutations(JAREN, 2):
        answer = demo_client.get(f"/vergelijk?{VERGELIJK.format(van, tot)}")
        assert answer.status_code == 200
        drawn = answer.text.partition('id="perioden"')[2]
        refused = "overlappen: ze tellen voor een deel dezelfde mensen" in drawn
        assert refused == (abs(van - tot) < VENSTER), f"{van} and {tot}"
        assert ("fig-halter" in drawn) != refused, f"{van} and {tot}"


@pytest.mark.parametrize("soort", ["zip", "svg"])
def test_they_cannot_be_taken_along_either(demo_client: FlaskClient, soort: str) -> None:
    for van, tot in combinations(JAREN[-5:], 2):
        answer = demo_client.get(f"/download/vergelijk/verschil.{soort}?{VERGELIJK.format(van, tot)}")
        assert answer.status_code == (400 if tot - van < VENSTER else 200), f"{van} and {tot}"


def test_a_step_is_recognised() -> None:
    text = "In 2022–2024 was het 7 %, in <b>2021–2023</b> was dat 8 %. Ronse: van 1 % (2015) naar 2 % (2016)."
    apart = (range(2015, 2016), range(2016, 2017))
    assert list(steps(text)) == [(range(2022, 2025), range(2021, 2024)), apart]
