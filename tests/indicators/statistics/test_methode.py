"""The examples of docs/methode.md are computed again."""

import doctest
from pathlib import Path

METHODE = Path(__file__).parents[3] / "docs" / "methode.md"


def test_the_examples_are_true():
    failed, tried = doctest.testfile(
        str(METHODE), module_relative=False, optionflags=doctest.ELLIPSIS, encoding="utf-8"
    )
    assert tried >= 9
    assert failed == 0
