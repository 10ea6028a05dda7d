"""What may be said about a small municipality's figures: pure functions, explained in docs/methode.md."""

from indicators.statistics.aggregaat import Aggregaat, aggregaat
from indicators.statistics.benchmark import Oordeel, Positie, oordeel
from indicators.statistics.delen import Deel
from indicators.statistics.fout import Onbekend, OverlappendePerioden, StatistiekFout
from indicators.statistics.interval import Interval, bevraging, byar, onzekerheid, standaardfout, wilson
from indicators.statistics.kleine_aantallen import Telling, verborgen
from indicators.statistics.krimp import krimp
from indicators.statistics.mensen import in_mensen
from indicators.statistics.meting import Meting
from indicators.statistics.overdispersie import overdispersie
from indicators.statistics.periode import Periode, laatste_zonder_overlap, zonder_overlap
from indicators.statistics.rang import Rang, rang_met_interval
from indicators.statistics.terugval import Terugval, terugval
from indicators.statistics.trechter import BINNENSTE, BUITENSTE, Trechter, trechter
from indicators.statistics.trend import Trend, recente_trend
from indicators.statistics.verandering import Verandering, kleinste_verandering, verandering, vergelijk

__all__ = [
    "BINNENSTE",
    "BUITENSTE",
    "Aggregaat",
    "Deel",
    "Interval",
    "Meting",
    "Onbekend",
    "Oordeel",
    "OverlappendePerioden",
    "Periode",
    "Positie",
    "Rang",
    "StatistiekFout",
    "Telling",
    "Terugval",
    "Trechter",
    "Trend",
    "Verandering",
    "aggregaat",
    "bevraging",
    "byar",
    "in_mensen",
    "kleinste_verandering",
    "krimp",
    "laatste_zonder_overlap",
    "onzekerheid",
    "oordeel",
    "overdispersie",
    "rang_met_interval",
    "recente_trend",
    "standaardfout",
    "terugval",
    "trechter",
    "verandering",
    "verborgen",
    "vergelijk",
    "wilson",
    "zonder_overlap",
]
