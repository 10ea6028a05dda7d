"""The nine colours of a map of two indicators."""

import re

from dashboard.figures.tweeluiklegende import tweeluiklegende

AANTALLEN = {(x, y): 10 * x + y for x in range(3) for y in range(3)}
CELL = re.compile(r'<rect x="([\d.]+)" y="([\d.]+)" width="58" height="58" class="kaart-staal t(\d)(\d)">')


def test_every_cell_has_its_colour_and_its_number():
    svg = tweeluiklegende(AANTALLEN, "Eerste", "Tweede", 300)
    found = {(int(x), int(y)): (float(left), float(top)) for left, top, x, y in CELL.findall(svg)}
    assert set(found) == set(AANTALLEN)
    for vak, (left, top) in found.items():
        assert re.search(
            rf'x="{left + 29:g}" y="{top + 34:g}" class="tweeluik-getal"[^>]*>{AANTALLEN[vak]}<', svg
        )
    # The first indicator grows to the right, the second upward.
    assert found[0, 0][0] < found[1, 0][0] < found[2, 0][0]
    assert found[0, 0][1] > found[0, 1][1] > found[0, 2][1]


def test_long_names_are_broken_and_never_run_out_of_the_drawing():
    svg = tweeluiklegende(
        AANTALLEN, "Inwoners met een armoederisico, 2022", "Een heel lange naam van een cijfer", 300
    )
    regels = re.findall(r'<text x="[\d.]+" y="[\d.]+" class="fig-as">([^<]+)<', svg)
    assert len(regels) >= 3 and " ".join(regels).count("→") == 1
