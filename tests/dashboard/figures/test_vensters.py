import re

import pytest

from dashboard.figures.vensters import MARK, vensters


@pytest.mark.parametrize("breedte", [640, 320])
def test_windows_without_a_shared_year_are_dark_and_ticked(breedte):
    svg = vensters([2021, 2022, 2023, 2024], 3, breedte)
    assert svg.count("vak vak-4") == svg.count("vak vak-1") == 2 * 3
    assert svg.count(MARK) == 2
    assert "De cijfers 2021 en 2024 hebben geen enkel jaar gemeen." in svg
    assert re.findall(r"<title>cijfer 2024: (.*?)</title>", svg) == [
        f"geboren in {jaar}" for jaar in (2022, 2023, 2024)
    ]


@pytest.mark.parametrize("breedte", [640, 320])
def test_nothing_stands_outside_the_drawing(breedte):
    svg = vensters([2021, 2022, 2023, 2024], 3, breedte)
    assert max(float(x) for x in re.findall(r'\bx="([\d.]+)"', svg)) <= breedte - 14


def test_years_are_short_where_there_is_no_room():
    assert ">2019<" in vensters([2021, 2024], 3, 640)
    assert ">’19<" in vensters([2021, 2024], 3, 320)
