"""The line as large as a word."""

import re

from dashboard.figures.sparkline import sparkline


def path(punten: list[tuple[int, float | None]]) -> str:
    return re.search(r'd="([^"]*)" class="vonk"', sparkline(punten, "t"))[1]


def test_years_and_values_stand_in_proportion() -> None:
    assert path([(2010, 0), (2015, 10), (2020, 5)]) == "M5.0 23.0L48.0 5.0L91.0 14.0"


def test_the_line_breaks_where_a_value_is_missing() -> None:
    assert path([(2010, 0), (2012, 10), (2015, None), (2020, 5)]).count("M") == 2


def test_a_value_alone_is_a_dot() -> None:
    assert path([(2020, 5)]) == "M91.0 14.0h0"


def test_the_dot_stands_on_the_last_value_even_when_later_ones_are_missing() -> None:
    svg = sparkline([(2010, 0), (2015, 10), (2020, None)], "t")
    assert '<circle cx="48" cy="5" r="3.5" class="vonk-nu">' in svg


def test_without_values_the_drawing_is_empty_but_says_what_it_is() -> None:
    svg = sparkline([(2020, None)], "geen cijfers")
    assert re.findall("<([a-z]+)", svg) == ["svg", "title"]
    assert "geen cijfers" in svg
