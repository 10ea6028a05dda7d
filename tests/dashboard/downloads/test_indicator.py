"""The downloads of `/indicator`: every figure of every municipality, and the drawings of the page."""

from typing import Any

import pytest
from flask.testing import FlaskClient

from dashboard.omgevingsanalyse.doorsnede import doorsnede
from dashboard.warehouse import Warehouse
from indicators.gemeenten import gemeenten
from tests.dashboard.downloads.lezen import number, opened


def test_an_indicator_holds_every_municipality_in_every_period(
    demo_client: FlaskClient, demo: Warehouse
) -> None:
    rijen, metadata, _ = opened(demo_client, "/download/indicator/kansarmoede_index.zip")
    snede = doorsnede(demo.snapshot(), "kansarmoede_index")
    assert len(rijen) == len(snede.perioden) * len(gemeenten()) == metadata["bestand"]["rijen"]
    assert all(bool(rij["waarde"]) != bool(rij["reden"]) for rij in rijen)
    nieuwste = {rij["nis_code"]: number(rij["waarde"]) for rij in rijen[-len(gemeenten()) :]}
    assert nieuwste == pytest.approx({nis: plek.waarde for nis, plek in snede.plekken.items()})


@pytest.mark.parametrize("deel", ["verdeling", "trechter", "evolutie"])
def test_the_drawings_of_an_indicator_point_out_the_municipality(demo_client: FlaskClient, deel: str) -> None:
    def drawn(vraag: str) -> Any:
        return demo_client.get(f"/download/indicator/arop/{deel}.svg{vraag}")

    answer = drawn("?gemeente=ronse")
    assert (answer.status_code, answer.mimetype) == (200, "image/svg+xml")
    assert ("Ronse" in answer.text) == (deel != "evolutie")
    assert "Ronse" not in drawn("").text


@pytest.mark.parametrize(
    ("vraag", "zin"),
    [
        ("periode=1999-12-31", "Voor de periode “1999-12-31” zijn er geen cijfers."),
        ("gemeente=atlantis", "De gemeente “atlantis” kennen we niet."),
    ],
)
def test_an_unknown_period_or_municipality_is_400(demo_client: FlaskClient, vraag: str, zin: str) -> None:
    answer = demo_client.get(f"/download/indicator/arop/verdeling.svg?{vraag}")
    assert answer.status_code == 400
    assert zin in answer.text


@pytest.mark.parametrize("pad", ["bevolking/trechter.svg", "bevolking/evolutie.png", "geluk/verdeling.svg"])
def test_a_drawing_that_is_not_on_the_page_is_404(demo_client: FlaskClient, pad: str) -> None:
    assert demo_client.get(f"/download/indicator/{pad}").status_code == 404
