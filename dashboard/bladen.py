"""The last pages that were drawn: the browser asks for a page twice, as HTML and as components."""

import zlib
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

T = TypeVar("T")


class Bladen(Generic[T]):
    """At most `hoogstens` results by key; the one that nobody asked for longest goes first.

    What is kept may not be changed.
    """

    def __init__(self, hoogstens: int) -> None:
        self._hoogstens = hoogstens
        self._bewaard: dict[Hashable, T] = {}
        self._lock = Lock()

    def geef(self, sleutel: Hashable, maak: Callable[[], T]) -> T:
        """Return what is kept under `sleutel`, or keep and return what `maak` makes."""
        with self._lock:
            if sleutel in self._bewaard:
                self._bewaard[sleutel] = self._bewaard.pop(sleutel)  # the newest again
                return self._bewaard[sleutel]
        gemaakt = maak()
        with self._lock:
            self._bewaard[sleutel] = gemaakt
            while len(self._bewaard) > self._hoogstens:
                del self._bewaard[next(iter(self._bewaard))]
        return gemaakt


class Ingepakt:
    """Markup in a tenth of its room: a page of 750 kB in memory is kept in 55."""

    __slots__ = ("_bytes",)

    def __init__(self, markup: str) -> None:
        self._bytes = zlib.compress(markup.encode(), level=1)

    def __str__(self) -> str:
        return zlib.decompress(self._bytes).decode()
