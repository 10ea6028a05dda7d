"""Every page of every municipality and every indicator can be drawn, and says nothing that is no Dutch."""

import re
from collections import Counter
from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient

from indicators.catalog import catalog
from indicators.gemeenten import gemeenten
from tests.dashboard.gelezen import Figures

pytestmark = pytest.mark.slow
SLUGS = [een.slug for een in gemeenten().values()]
NO_ANSWER = re.compile(r"\b(nan|none|inf|undefined|null|true|false)\b|\{\{|\{%|\{\w*\}", re.I)
"""What a missing value or a forgotten template looks like on a page."""


@pytest.fixture(params=["demo", pytest.param("real", marks=pytest.mark.real)])
def client(request: pytest.FixtureRequest) -> FlaskClient:
    client: FlaskClient = request.getfixturevalue(f"{request.param}_client")
    return client


def problems(client: FlaskClient, path: str) -> Iterator[str]:
    """Yield what is wrong with a page, one line each."""
    answer = client.get(path)
    if answer.status_code != 200:
        yield f"{path}: {answer.status_code}"
        return
    content = answer.text.partition("<main")[2].partition("</main>")[0]
    double = [name for name, times in Counter(re.findall(r' id="([^"]+)"', content)).items() if times > 1]
    if double:
        yield f"{path}: double ids {double[:3]}"
    text = re.sub("<(style|script).*?</\\1>", "", content, flags=re.S)
    for found in NO_ANSWER.finditer(re.sub("<[^>]+>", " ", text)):
        yield f"{path}: {text[max(0, found.start() - 40) : found.end() + 20]!r}"


@pytest.mark.parametrize("vergelijk", ["vlaanderen", "arrondissement", "vergelijkbaar"])
def test_every_municipality_has_its_page(vergelijk: str, client: FlaskClient) -> None:
    paths = [f"/gemeente/{slug}?vergelijk={vergelijk}" for slug in SLUGS]
    wrong = [problem for path in paths for problem in problems(client, path)]
    assert not wrong, f"{len(wrong)} problems:\n" + "\n".join(wrong[:20])


def test_every_indicator_has_its_page(client: FlaskClient) -> None:
    paths = [f"/indicator/{naam}?gemeente={slug}" for naam, slug in zip(catalog(), SLUGS, strict=False)]
    wrong = [problem for path in paths for problem in problems(client, path)]
    assert not wrong, f"{len(wrong)} problems:\n" + "\n".join(wrong[:20])


@pytest.mark.parametrize("slug", ["herstappe", "tongeren-borgloon", "beveren-kruibeke-zwijndrecht"])
def test_every_evolution_can_be_opened(slug: str, client: FlaskClient) -> None:
    """Also of one value, of none, and of an estimate; every element is closed where it should."""
    for naam in catalog():
        answer = client.get(f"/gemeente/{slug}?indicator={naam}&vergelijk=provincie")
        assert answer.status_code == 200, naam
        assert naam in Figures(answer.text).rows
