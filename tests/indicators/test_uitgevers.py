"""The pages of publishers, for readers."""

from urllib.parse import urlsplit

import pytest

from etl.sources import BRONNEN
from indicators.catalog import catalog
from indicators.uitgevers import PAGINAS

FILES = (".xlsx", ".zip", ".csv")


@pytest.mark.parametrize(("bron", "pagina"), PAGINAS.items())
def test_a_page_is_of_a_source_that_exists_and_of_its_publisher(bron: str, pagina: str) -> None:
    where, there = urlsplit(pagina), urlsplit(BRONNEN[bron].PAGINA)
    assert where.scheme == "https"
    assert where.hostname == there.hostname
    assert not where.path.endswith(FILES)


def test_every_source_of_the_catalog_has_a_page() -> None:
    assert {een.bron for een in catalog().values()} - {"grenzen"} <= set(PAGINAS)
