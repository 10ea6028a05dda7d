"""What is kept of pages that were drawn."""

from threading import Thread

import pytest

from dashboard.bladen import Bladen, Ingepakt


def test_what_nobody_asked_for_longest_goes_first() -> None:
    bladen, made = Bladen[str](2), list[str]()

    def give(key: str) -> str:
        return bladen.geef(key, lambda: made.append(key) or key.upper())  # type: ignore[func-returns-value]

    assert [give(key) for key in "abacab"] == list("ABACAB")
    assert made == list("abcb"), "a was asked for again before c came, so b made room"


def test_what_fails_is_not_kept() -> None:
    bladen = Bladen[int](2)
    with pytest.raises(ZeroDivisionError):
        bladen.geef("a", lambda: 1 // 0)
    assert bladen.geef("a", lambda: 7) == 7


def test_several_at_once_get_the_same() -> None:
    bladen, got = Bladen[list[int]](8), list[list[int]]()
    readers = [Thread(target=lambda: got.append(bladen.geef("a", lambda: [1]))) for _ in range(8)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    assert got == [[1]] * 8


def test_markup_comes_back_as_it_was() -> None:
    for markup in ("", "<p>1\u202f234 € – ‘ü’</p>" * 500):
        assert str(Ingepakt(markup)) == markup
