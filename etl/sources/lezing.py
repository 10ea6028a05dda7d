"""What every source module offers, and the table that it returns."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol, runtime_checkable

import pandas as pd

from etl.sources.bestand import Bestand

KOLOMMEN = [
    "sleutel",
    "nis_code",
    "periode_einde",
    "periode_label",
    "waarde",
    "status",
    "voorlopig",
    "n",
]


@dataclass(frozen=True)
class Lezing:
    """The figures of one delivery, as delivered: codes and periods of the source, nothing calculated.

    `waarden` has the columns of `KOLOMMEN`: one row per key of the source, area and period; only Flemish
    municipalities and the region (`02000`). `nis_code` is text of five digits, `periode_einde` the last day
    of the period, `waarde` empty exactly when `status` is not `waarde`, `n` the respondents where known.
    A column `geografie` beside these says in which state the codes are, where the codes alone cannot tell.
    `titels` gives each key a readable name, `opmerkingen` (Dutch) says what the reader had to interpret.
    `kaarten` holds a GeoJSON per state, for a source that delivers shapes.
    """

    waarden: pd.DataFrame
    titels: dict[str, str] = field(default_factory=dict)
    opmerkingen: list[str] = field(default_factory=list)
    kaarten: dict[str, bytes] = field(default_factory=dict)


class Bron(Protocol):
    """What a source module says: who publishes, where, and how to recognise and read a delivery.

    A source whose links may also stand on other pages than `PAGINA`, names those in `OOK_OP`.
    """

    NAAM: str
    TITEL: str
    UITGEVER: str
    LICENTIE: str
    PAGINA: str

    def discover(self, page: bytes, url: str) -> list[str]:
        """Absolute links of the deliveries on `page`, which came from `url`."""
        ...

    def recognise(self, bestand: Bestand) -> bool:
        """Whether this source delivers such a file; looks at the content, never at the file name."""
        ...

    def read(self, bestand: Bestand) -> Lezing:
        """The figures; raises `InvalidDelivery`."""
        ...


@runtime_checkable
class MetSleutel(Protocol):
    """A source that answers only who has a key; without one it is off.

    `SLEUTEL` is the environment variable that holds the key, `KOPREGEL` the header in which it is sent.
    """

    SLEUTEL: str
    KOPREGEL: str


@runtime_checkable
class InPaginas(Protocol):
    """A source that answers in pages, which together are one delivery."""

    def following(self, pages: Sequence[bytes], url: str) -> str | None:
        """The address of the page after `pages`, which began at `url`; None after the last."""
        ...

    def join(self, pages: Sequence[bytes], url: str) -> bytes:
        """All pages as one delivery; the same records give the same bytes."""
        ...
