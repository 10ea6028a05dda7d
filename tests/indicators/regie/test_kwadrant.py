"""The dichotomy of table 10: three highest answers against three lowest, and nothing from missing answers."""

import pytest

from indicators.regie import REGIETYPES, kwadrant


@pytest.mark.parametrize(
    ("vrijheid", "aansturing", "type_id", "op_de_grens"),
    [
        (6, 5, "beheersingsgericht", (False, False)),
        (4, 4, "beheersingsgericht", (True, True)),
        (3, 4, "uitvoeringsgericht", (True, True)),
        (1, 6, "uitvoeringsgericht", (False, False)),
        (4, 3, "visionair", (True, True)),
        (5, 1, "visionair", (False, False)),
        (3, 3, "faciliterend", (True, True)),
        (2, 2, "faciliterend", (False, False)),
        (5, 3, "visionair", (False, True)),
        (3, 1, "faciliterend", (True, False)),
    ],
)
def test_place(vrijheid, aansturing, type_id, op_de_grens):
    plaats = kwadrant.plaats({"beleidsvrijheid": vrijheid, "rol_02_nu": aansturing, "rol_01_nu": 1})
    assert plaats is not None
    assert plaats.regietype == type_id
    assert (plaats.beleidsvrijheid, plaats.aansturing) == (vrijheid, aansturing)
    assert (plaats.vrijheid_op_de_grens, plaats.aansturing_op_de_grens) == op_de_grens


@pytest.mark.parametrize(
    "antwoorden", [{}, {"beleidsvrijheid": 5}, {"rol_02_nu": 5}, {"rol_02_gewenst": "behouden"}]
)
def test_nothing_is_scored_from_missing_answers(antwoorden):
    assert kwadrant.plaats(antwoorden) is None


def test_the_four_types_fill_the_quadrant():
    assert list(REGIETYPES) == ["beheersingsgericht", "uitvoeringsgericht", "visionair", "faciliterend"]
    corners = {(r.veel_beleidsvrijheid, r.veel_aansturing) for r in REGIETYPES.values()}
    assert corners == {(True, True), (False, True), (True, False), (False, False)}
