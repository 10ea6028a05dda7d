"""The last pages that were drawn: the browser asks for a page twice, as HTML and as components."""

from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

T = TypeVar("T")


class Bladen(Generic[T]):
    """At most `hoogstens` results by key, the oldest going first; what is kept may not be changed."""

    def __init__(self, hoogstens: int) -> None:
        self._hoogstens = hoogstens
        self._bewaard: dict[Hashable, T] = {}
        self._lock = Lock()

    def geef(self, sleutel: Hashable, maak: Callable[[], T]) -> T:
        """Return what is kept under `sleutel`, or keep and return what `maak` makes."""
        with self._lock:
            if sleutel in self._bewaard:
                return self._bewaard[sleutel]
        gemaakt = maak()
        with self._lock:
            self._bewaard[sleutel] = gemaakt
            while len(self._bewaard) > self._hoogstens:
                del self._bewaard[next(iter(self._bewaard))]
        return gemaakt
