"""The list of sources: each entry is a module that offers what is asked of a source."""

import pytest

from etl.sources import BRONNEN


@pytest.mark.parametrize("naam", BRONNEN)
def test_a_source_offers_what_is_asked_under_the_name_of_its_module(naam):
    bron = BRONNEN[naam]
    assert naam == bron.NAAM
    assert all(text.strip() for text in (bron.TITEL, bron.UITGEVER, bron.LICENTIE))
    assert bron.PAGINA.startswith("https://")
    assert all(callable(function) for function in (bron.discover, bron.recognise, bron.read))
