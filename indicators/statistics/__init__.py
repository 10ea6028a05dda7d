"""What may be said about a small municipality's figures: pure functions, explained in docs/methode.md."""

from indicators.statistics.aggregaat import Aggregaat, aggregaat
from indicators.statistics.benchmark import Oordeel, Positie, oordeel, vergelijkbaar_met
from indicators.statistics.fout import Onbekend, OverlappendePerioden, StatistiekFout
from indicators.statistics.interval import Interval, bevraging, byar, onzekerheid, standaardfout, wilson
from indicators.statistics.kleine_aantallen import Telling, verborgen
from indicators.statistics.mensen import in_mensen
from indicators.statistics.meting import Meting
from indicators.statistics.periode import Periode, laatste_zonder_overlap, zonder_overlap

__all__ = [
    "Aggregaat",
    "Interval",
    "Meting",
    "Onbekend",
    "Oordeel",
    "OverlappendePerioden",
    "Periode",
    "Positie",
    "StatistiekFout",
    "Telling",
    "aggregaat",
    "bevraging",
    "byar",
    "in_mensen",
    "laatste_zonder_overlap",
    "onzekerheid",
    "oordeel",
    "standaardfout",
    "verborgen",
    "vergelijkbaar_met",
    "wilson",
    "zonder_overlap",
]
