"""The questionnaire: stable ids, honest scales, and a broken file is refused with every problem named."""

import pytest

from indicators.regie import InvalidRegie, instrument, kwadrant, rollen
from indicators.regie.vragenlijst import load

SCHAAL_6 = [1, 2, 3, 4, 5, 6]
WENSEN = ["beperken", "behouden", "uitbreiden"]


def test_the_ids_are_those_that_stored_answers_refer_to():
    rol_ids = [f"rol_{nummer:02}" for nummer in range(1, 13)]
    assert [vraag.id for vraag in instrument().vragen] == [
        "helderheid_verantwoordelijkheden",
        "beleidsvrijheid",
        *(f"{rol}_nu" for rol in rol_ids),
        *(f"{rol}_gewenst" for rol in rol_ids),
    ]
    assert [rol.id for rol in rollen()] == rol_ids


def test_every_question_has_its_scale_and_its_part():
    parts = {onderdeel.id for onderdeel in instrument().onderdelen}
    for vraag in instrument().vragen:
        values = [keuze.waarde for keuze in vraag.schaal]
        assert values == (WENSEN if vraag.id.endswith("_gewenst") else SCHAAL_6)
        assert vraag.onderdeel in parts
        assert len(vraag.uitleg) < 120, f"{vraag.id}: the explanation is one line"


def test_no_two_questions_ask_in_the_same_words():
    texts = [vraag.tekst for vraag in instrument().vragen]
    assert len(set(texts)) == len(texts)


def test_the_axes_of_the_quadrant_are_questions():
    assert [keuze.waarde for keuze in instrument().vraag(kwadrant.BELEIDSVRIJHEID).schaal] == SCHAAL_6
    assert [keuze.waarde for keuze in instrument().vraag(kwadrant.AANSTURING).schaal] == SCHAAL_6


@pytest.mark.parametrize(
    ("vraag_id", "waarde"),
    [("beleidsvrijheid", 0), ("beleidsvrijheid", 7), ("beleidsvrijheid", "4"), ("beleidsvrijheid", True),
     ("rol_03_gewenst", 4), ("rol_03_gewenst", "Behouden")],
)  # fmt: skip
def test_a_value_outside_the_scale_is_refused(vraag_id, waarde):
    with pytest.raises(InvalidRegie, match=vraag_id):
        instrument().vraag(vraag_id).check(waarde)


def test_a_value_of_the_scale_is_returned():
    assert instrument().vraag("beleidsvrijheid").check(4) == 4
    assert instrument().vraag("rol_03_gewenst").check("behouden") == "behouden"


def test_unknown_questions_and_versions_are_named():
    with pytest.raises(InvalidRegie, match="rol_13_nu"):
        instrument().vraag("rol_13_nu")
    with pytest.raises(InvalidRegie, match="versie '0'"):
        instrument("0")


BROKEN = """
versie = "9"
herzien = 2026-11-22
onderdelen = [{id = "kader", titel = "Kader", uitleg = "Uitleg."}]
schalen = [{id = "belang", keuzes = [{waarde = 1, titel = "Laag"}, {waarde = 2, titel = "Hoog"}]}]
rollen = []
[[vragen]]
id = "a"
onderdeel = "weg"
schaal = "smaak"
titel = "A"
tekst = "A?"
uitleg = "A."
[[vragen]]
id = "a"
onderdeel = "kader"
schaal = "belang"
titel = "A"
tekst = "A?"
uitleg = "A."
"""


def test_a_broken_file_is_refused_with_every_problem(tmp_path):
    path = tmp_path / "instrument_9.toml"
    path.write_text(BROKEN, "utf-8")
    with pytest.raises(InvalidRegie) as refusal:
        load(path)
    for problem in (
        "instrument_9.toml",
        "id 'a' twice",
        "schaal 'smaak'",
        "unknown onderdeel",
        "schaal 'wens'",
    ):
        assert problem in str(refusal.value)
