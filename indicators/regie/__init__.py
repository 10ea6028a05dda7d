"""Regie: the self-assessment as versioned data, the quadrant, and the tables of the 2018 study."""

from indicators.regie import kwadrant
from indicators.regie.kwadrant import REGIETYPES, Plaats, Regietype
from indicators.regie.vragenlijst import (
    Instrument,
    InvalidRegie,
    Keuze,
    Onderdeel,
    Rol,
    Vraag,
    instrument,
    rollen,
)

__all__ = [
    "REGIETYPES",
    "Instrument",
    "InvalidRegie",
    "Keuze",
    "Onderdeel",
    "Plaats",
    "Regietype",
    "Rol",
    "Vraag",
    "instrument",
    "kwadrant",
    "rollen",
]
