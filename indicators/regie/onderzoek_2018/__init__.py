"""Tables 4, 6, 9 to 13 of the 2018 study, digitised, and what a regieprofiel compares itself with."""

from indicators.regie.onderzoek_2018.tabellen import BRON, Cel, Kop, Onderzoek, kop, rij, tabel
from indicators.regie.onderzoek_2018.vergelijking import Kwadrant2018, Rol2018, kwadrant_2018, rollen_2018

VERWANTE_VRAAG = (
    "Verwante vraag: het onderzoek van 2018 vroeg naar hetzelfde, in andere woorden. Vergelijk dus met zorg."
)
RESPONS = (
    "Niet elke gemeente deed mee: van de kleinste (minder dan 10.000 inwoners) 26\N{NARROW NO-BREAK SPACE}%, "
    "van de grootste (40.000 inwoners of meer) 62\N{NARROW NO-BREAK SPACE}%."
)
"""From table 6. Both sentences belong beside every figure of the study."""

__all__ = [
    "BRON",
    "RESPONS",
    "VERWANTE_VRAAG",
    "Cel",
    "Kop",
    "Kwadrant2018",
    "Onderzoek",
    "Rol2018",
    "kop",
    "kwadrant_2018",
    "rij",
    "rollen_2018",
    "tabel",
]
