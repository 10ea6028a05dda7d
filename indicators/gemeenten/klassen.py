"""The classes of the 2018 study by number of inhabitants and by kansarmoede-index.

Half-open, so that each value falls in exactly one class. The ids are also the row names in
`indicators/regie/onderzoek_2018`. Which year the value is of is for the caller to say.
"""

from dataclasses import dataclass
from math import inf
from typing import Literal


@dataclass(frozen=True, slots=True)
class Klasse:
    """The values from `vanaf` up to, but not including, `tot`."""

    id: str
    titel: str
    vanaf: float
    tot: float


_TOT_10 = Klasse("i_minder_10000", "minder dan 10.000 inwoners", 0, 10_000)
_TOT_20 = Klasse("i_10000_20000", "10.000 tot 19.999 inwoners", 10_000, 20_000)

GROOTTEKLASSEN = {
    "tabel_6": (
        _TOT_10,
        _TOT_20,
        Klasse("i_20000_40000", "20.000 tot 39.999 inwoners", 20_000, 40_000),
        Klasse("i_40000_meer", "40.000 inwoners of meer", 40_000, inf),
    ),
    "tabel_11": (
        _TOT_10,
        _TOT_20,
        Klasse("i_20000_50000", "20.000 tot 49.999 inwoners", 20_000, 50_000),
        Klasse("i_50000_meer", "50.000 inwoners of meer", 50_000, inf),
    ),
}
"""By the table of the study that uses them: tables 6 and 19 split at 40.000, table 11 at 50.000."""

KANSARMOEDEKLASSEN = (
    Klasse("k_lager_5", "kansarmoede-index lager dan 5\u202f%", 0, 5),
    Klasse("k_5_10", "kansarmoede-index van 5 tot 10\u202f%", 5, 10),
    Klasse("k_10_15", "kansarmoede-index van 10 tot 15\u202f%", 10, 15),
    Klasse("k_15_hoger", "kansarmoede-index van 15\u202f% of hoger", 15, inf),
)


def grootteklasse(inwoners: float, indeling: Literal["tabel_6", "tabel_11"]) -> Klasse:
    """The size class of a municipality, in the classes of that table of the study."""
    return _class_of(inwoners, GROOTTEKLASSEN[indeling])


def kansarmoedeklasse(index: float) -> Klasse:
    """The class of a kansarmoede-index in percent."""
    return _class_of(index, KANSARMOEDEKLASSEN)


def _class_of(waarde: float, klassen: tuple[Klasse, ...]) -> Klasse:
    for klasse in klassen:
        if klasse.vanaf <= waarde < klasse.tot:
            return klasse
    raise ValueError(f"{waarde} is in no class: a missing value has none")
