"""A PNG from another process is the same PNG, and a failure there is a failure here."""

from subprocess import CalledProcessError

import pytest
from werkzeug.exceptions import TooManyRequests

from dashboard.__main__ import THREADS
from dashboard.downloads.renderer import AT_ONCE, png_van
from dashboard.figures.uitvoer import naar_png

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20" width="40" height="20">'
    '<rect width="40" height="20" fill="#1f6fb2"/><text x="2" y="15" font-size="12">één</text></svg>'
)


def test_the_png_is_that_of_the_renderer() -> None:
    assert png_van(SVG) == naar_png(SVG)


def test_what_is_no_drawing_fails_and_gives_no_empty_file() -> None:
    with pytest.raises(CalledProcessError):
        png_van("<svg")


def test_drawings_leave_a_thread_for_pages() -> None:
    places = [AT_ONCE.acquire(blocking=False) for _ in range(THREADS)]
    try:
        assert places == [True] * (THREADS - 1) + [False]
        with pytest.raises(TooManyRequests):
            png_van(SVG)
    finally:
        for _ in range(sum(places)):
            AT_ONCE.release()
    assert png_van(SVG)
