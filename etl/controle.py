"""What was noticed on the way in: the rows of table `controle`."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Ernst(StrEnum):
    """How bad it is: for information, worth a look, or something is missing because of it."""

    GOED = "goed"
    LET_OP = "let_op"
    FOUT = "fout"


@dataclass(frozen=True)
class Controle:
    """One remark in Dutch, with place and remedy. `tijdstip` is UTC."""

    tijdstip: datetime
    ernst: Ernst
    boodschap: str
    bron: str | None = None
    levering: str | None = None
    indicator: str | None = None
