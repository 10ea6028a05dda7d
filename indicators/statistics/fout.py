"""What is refused, and what cannot be said: each with words for the reader."""

from dataclasses import dataclass


class StatistiekFout(ValueError):
    """A calculation that would mislead; `zin` is the Dutch sentence that tells the reader why."""

    def __init__(self, zin: str) -> None:
        super().__init__(zin)
        self.zin = zin


class OverlappendePerioden(StatistiekFout):
    """Two figures that count partly the same people were about to be compared."""


@dataclass(frozen=True, slots=True)
class Onbekend:
    """In the place of an answer that the figures cannot give; `reden` is Dutch and fits after "omdat"."""

    reden: str
