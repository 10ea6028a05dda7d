"""The Flemish municipalities: codes and names through the mergers, where they lie, and how to find them.

The facts stand in the CSV files of this folder; README.md says where they come from.
"""

from indicators.gemeenten.groepen import STANDAARD, Groep, Keuze, groep, keuzes
from indicators.gemeenten.herindeling import geografie_of, recode, voorgangers
from indicators.gemeenten.klassen import (
    GROOTTEKLASSEN,
    KANSARMOEDEKLASSEN,
    Klasse,
    grootteklasse,
    kansarmoedeklasse,
)
from indicators.gemeenten.ligging import Lidmaatschap, buren, lidmaatschappen
from indicators.gemeenten.staten import (
    GEOGRAFIEEN,
    VLAANDEREN,
    Fusie,
    Gemeente,
    OnbekendeGroep,
    UnknownCode,
    alle_codes,
    fusies,
    gemeente,
    gemeenten,
    geografie_op,
)
from indicators.gemeenten.vergelijkbaar import KENMERKEN, Kenmerk, Kenmerken
from indicators.gemeenten.zoeken import Treffer, gemeente_voor, zoek

__all__ = [
    "GEOGRAFIEEN",
    "GROOTTEKLASSEN",
    "KANSARMOEDEKLASSEN",
    "KENMERKEN",
    "STANDAARD",
    "VLAANDEREN",
    "Fusie",
    "Gemeente",
    "Groep",
    "Kenmerk",
    "Kenmerken",
    "Keuze",
    "Klasse",
    "Lidmaatschap",
    "OnbekendeGroep",
    "Treffer",
    "UnknownCode",
    "alle_codes",
    "buren",
    "fusies",
    "gemeente",
    "gemeente_voor",
    "gemeenten",
    "geografie_of",
    "geografie_op",
    "groep",
    "grootteklasse",
    "kansarmoedeklasse",
    "keuzes",
    "lidmaatschappen",
    "recode",
    "voorgangers",
    "zoek",
]
