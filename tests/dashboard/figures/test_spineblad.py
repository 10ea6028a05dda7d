"""A sheet of spine rows, with its key."""

import re

import pytest

from dashboard.figures.legende import ROW, legend_shapes
from dashboard.figures.spine import Spine
from dashboard.figures.spineblad import Bladrij, spineblad

SPINE = Spine(0, 20, 40, 60, 100, 50, (45, 55), 30)
RIJEN = (
    Bladrij("Woonquote", "31,0 %", "hoger", SPINE),
    Bladrij("Dakloosheid", "", "geen cijfer, omdat de bron het hier niet publiceert", None),
)


def words(svg):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", svg))


def test_every_row_has_its_name_figure_and_word():
    said = words(spineblad(RIJEN, "rechts is gunstiger", "Ronse", "Vlaanderen", "Wonen", "twee cijfers"))
    for part in ("rechts is gunstiger", "Woonquote", "31,0 %", "hoger", "Dakloosheid", RIJEN[1].woord):
        assert part in said


def test_without_a_figure_the_reason_takes_the_place_of_the_row():
    svg = spineblad(RIJEN, "", "Ronse", None, "Wonen", "o")
    sheet, key = svg.split('class="fig-klein">Ronse<')
    assert sheet.count('class="sp-reeks"') == 1
    assert "Vlaanderen" not in key


def test_the_key_names_only_what_is_drawn():
    assert "andere gemeenten" not in spineblad(RIJEN, "", "Ronse", None, "Wonen", "o")
    dots = Spine(0, 20, 40, 60, 100, 50, None, None, (10, 20))
    sheet = spineblad([Bladrij("a", "1", "hoger", dots)], "", "Ronse", None, "t", "o")
    assert "andere gemeenten" in sheet
    assert "onzeker" not in sheet
    assert "onzeker" in spineblad(RIJEN, "", "Ronse", None, "Wonen", "o")


@pytest.mark.parametrize("breedte", [300, 600, 1200])
def test_entries_of_the_key_stay_inside_and_do_not_overlap(breedte):
    svg, height = legend_shapes("Ronse", True, "de provincie Oost-Vlaanderen", "buurgemeenten", breedte)
    places = re.findall(r"translate\(([\d.]+) (\d+)\)", svg)
    assert len(places) == len(set(places)) == 7
    assert all(float(x) < breedte - 200 for x, _ in places)
    assert max(int(y) for _, y in places) + ROW == height
