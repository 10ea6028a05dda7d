"""Maps over HTTP: light, kept for ever by the browser, and never another file."""

import gzip
from pathlib import Path

import duckdb
import pytest
from flask.testing import FlaskClient

from dashboard.kaart.grenzen import map_path
from dashboard.warehouse import Warehouse
from tests.dashboard.warehouse_example import KAART, build

GEOJSON = b'{"type":"FeatureCollection","features":[]}'
URL = "/grenzen/285-0123456789ab.geojson"


@pytest.fixture
def maps(tmp_path: Path, link: Path) -> Path:
    """The map of the build, plain and compressed, beside it."""
    (tmp_path / KAART).write_bytes(GEOJSON)
    (tmp_path / f"{KAART}.gz").write_bytes(gzip.compress(GEOJSON, mtime=0))
    return tmp_path


def test_a_map_comes_compressed_and_may_be_kept_for_a_year(client: FlaskClient, maps: Path) -> None:
    answer = client.get(URL, headers={"Accept-Encoding": "gzip, br"})
    assert answer.status_code == 200
    assert answer.content_type == "application/geo+json"
    assert answer.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(answer.data) == GEOJSON
    assert {"public", "max-age=31536000", "immutable"} <= set(answer.headers["Cache-Control"].split(", "))
    assert "Accept-Encoding" in answer.headers["Vary"]


def test_a_map_comes_plain_to_who_cannot_unpack(client: FlaskClient, maps: Path) -> None:
    answer = client.get(URL, headers={"Accept-Encoding": "identity"})
    assert "Content-Encoding" not in answer.headers
    assert answer.data == GEOJSON


def test_the_map_of_the_published_build_is_found(client: FlaskClient, prefixed: FlaskClient) -> None:
    assert client.get("/grenzen/285").headers["Location"] == URL
    assert prefixed.get("/regiekompas/grenzen/285").headers["Location"] == f"/regiekompas{URL}"


def test_an_older_page_still_finds_its_map_after_a_new_build(
    client: FlaskClient, maps: Path, link: Path, warehouse: Warehouse
) -> None:
    seen = map_path(warehouse.snapshot(), "285")
    newer = build(link, stand="20260303T093000")
    with duckdb.connect(newer) as db:
        db.execute("update grenzen set bestand = 'grenzen-285-ffffffffffff.geojson'")
    assert seen == URL
    assert map_path(warehouse.snapshot(), "285") == "/grenzen/285-ffffffffffff.geojson"
    assert client.get(URL).status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "/grenzen/300",
        "/grenzen/285-ffffffffffff.geojson",
        "/grenzen/285-0123456789ab.geojson.gz",
        "/grenzen/..%2fstore.geojson",
        "/grenzen/285-0123456789AB.geojson",
        "/grenzen/",
    ],
)
def test_anything_else_is_not_there(client: FlaskClient, maps: Path, path: str) -> None:
    assert client.get(path).status_code == 404
