"""One module per source. A source says only what differs; everything shared happens around it, once."""

from importlib import import_module
from typing import cast

from etl.sources.bestand import Bestand, InvalidDelivery
from etl.sources.controle import CONTROLES, Controlebron
from etl.sources.lezing import Bron, Lezing

__all__ = [
    "BRONNEN",
    "CONTROLES",
    "Bestand",
    "Bron",
    "Controlebron",
    "InvalidDelivery",
    "Lezing",
    "recognise",
]

BRONNEN: dict[str, Bron] = {
    naam: cast(Bron, import_module(f"{__name__}.{naam}"))
    for naam in (
        "grenzen",
        "opgroeien",
        "pinc",
        "stadsmonitor",
        "statbel_adi",
        "statbel_bevolking",
        "statbel_fiscaal",
    )
}
"""The sources by name, which is that of their module. The first that recognises a file gets it."""


def recognise(bestand: Bestand) -> Bron | Controlebron:
    """What a file is, by its content; raises `InvalidDelivery` with the reason when nobody knows it."""
    bestand.check("onbekende bron")
    soorten: list[Bron | Controlebron] = [*BRONNEN.values(), *CONTROLES.values()]
    for soort in soorten:
        if soort.recognise(bestand):
            return soort
    raise InvalidDelivery(
        "onbekende bron",
        bestand.naam,
        "hele bestand",
        "de inhoud past bij geen enkele bron die we kennen.",
        "controleer of dit het bestand van de uitgever is, met de namen van de kolommen zoals zij ze gaf.",
    )
