"""The window that one figure covers. Two windows that overlap count partly the same people."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from indicators.statistics.fout import OverlappendePerioden, StatistiekFout


@dataclass(frozen=True, slots=True, order=True)
class Periode:
    """First and last day, both included. A figure that holds on one day begins and ends on that day."""

    begin: date
    einde: date

    def __post_init__(self) -> None:
        if self.einde < self.begin:
            raise StatistiekFout(f"Een periode van {self.begin} tot {self.einde} eindigt voor ze begint.")

    def __str__(self) -> str:
        """The years: `2024`, or `2022–2024`."""
        begin, einde = self.begin.year, self.einde.year
        return str(begin) if begin == einde else f"{begin}–{einde}"

    @property
    def jaren(self) -> int:
        """The number of whole years: 3 for three birth years, 0 for one day."""
        na = self.einde + timedelta(days=1)
        return na.year - self.begin.year - ((na.month, na.day) < (self.begin.month, self.begin.day))

    def overlapt(self, ander: "Periode") -> bool:
        """Whether one day stands in both."""
        return self.begin <= ander.einde and ander.begin <= self.einde


def zonder_overlap(een: Periode, ander: Periode) -> None:
    """Let pass two periods that may be compared, or raise OverlappendePerioden.

    Windows of three years that follow each other differ by (y_t - y_{t-3}) / 3: one new year against the one
    that leaves. In series without any change, tests on such steps find one in 20 to 30 % of the cases.
    """
    if een.overlapt(ander):
        oud, nieuw = sorted((een, ander))
        raise OverlappendePerioden(
            f"De cijfers van {oud} en van {nieuw} overlappen: ze tellen voor een deel dezelfde mensen. "
            "Daarom vergelijken we ze niet."
        )


def laatste_zonder_overlap(perioden: Sequence[Periode]) -> Periode | None:
    """The newest period that does not overlap the newest of all; None when there is none.

    For windows of three years that is the figure of three years earlier, for single years the last but one.
    """
    nieuwste = max(perioden, key=lambda p: p.einde, default=None)
    if nieuwste is None:
        return None
    return max((p for p in perioden if p.einde < nieuwste.begin), key=lambda p: p.einde, default=None)
