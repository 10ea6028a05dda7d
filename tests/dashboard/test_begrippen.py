"""The words on the screen: explained once, short, and findable."""

import re

import pytest
from flask.testing import FlaskClient

from dashboard.pages.begrippen import woorden


def test_words_stand_in_alphabetical_order_with_their_own_anchor() -> None:
    names = [w["woord"].casefold() for w in woorden()]
    assert names == sorted(names)
    assert len({w["anker"] for w in woorden()}) == len(names) > 30


@pytest.mark.parametrize("woord", woorden(), ids=lambda w: w["anker"])
def test_an_explanation_is_short_and_complete(woord: dict[str, str]) -> None:
    assert woord["betekenis"].endswith(".")
    for zin in re.split(r"(?<=[.?!]) ", woord["betekenis"]):
        assert len(zin.split()) <= 30, zin


def test_a_word_is_found_by_itself_and_by_what_it_means(client: FlaskClient) -> None:
    assert 'id="mediaan"' in client.get("/begrippen?zoek=MEDIAAN").text
    assert 'id="mediaan"' in client.get("/begrippen?zoek=helft+ligt").text
    assert 'id="mediaan"' not in client.get("/begrippen?zoek=regiescan").text
    assert "staat er niet bij" in client.get("/begrippen?zoek=xyzzy").text


def test_words_of_verdicts_are_explained(client: FlaskClient) -> None:
    page = client.get("/begrippen").text
    for word in ("Hoger, lager, niet te onderscheiden", "Onzeker", "Groter dan toeval", "Middelste gemeente"):
        assert word in page
