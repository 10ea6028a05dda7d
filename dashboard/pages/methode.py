"""/methode: what the statistics do, for readers; docs/methode.md says it to who reads the code."""

from dash.development.base_component import Component
from markupsafe import Markup

from dashboard.components.opmaak import sjabloon
from dashboard.components.rekenvoorbeelden import voorbeelden
from dashboard.context import Context
from dashboard.figures.vensters import vensters
from dashboard.omgevingsanalyse.samenvatting import MEEST
from dashboard.tekst import opsomming
from dashboard.warehouse import Stand
from indicators.gemeenten.vergelijkbaar import KENMERKEN

PATH = "/methode"

TITELS = {
    "onzeker": "Hoe zeker is een cijfer?",
    "vergelijken": "Hoger, lager of niet te onderscheiden",
    "groepen": "Met wie vergelijk je?",
    "overlap": "Cijfers die jaren delen",
    "verandering": "Wat kan je zien veranderen?",
    "trend": "Stijgt of daalt het?",
    "piek": "Na een piek volgt vaak een daling",
    "rang": "Waarom er geen ranglijst is",
    "uitschieters": "Wie valt op?",
    "fusies": "Gemeenten die samengingen",
    "weinig": "Kleine aantallen",
    "zinnen": "Hoe de zinnen bovenaan ontstaan",
    "oorzaak": "Wat een cijfer niet zegt",
    "bronnen": "Bronnen",
}
"""By the id of the section, in the order of the page."""
JAREN, VENSTER = (2021, 2022, 2023, 2024), 3
BREED, SMAL = 640, 320
BRONNEN = (
    (
        "Wilson (1927)",
        "Probable inference, the law of succession, and statistical inference, Journal of the American "
        "Statistical Association 22",
        "",
    ),
    ("Breslow en Day (1987)", "Statistical methods in cancer research II", "de grenzen van Byar"),
    (
        "Hanley en Lippman-Hand (1983)",
        "If nothing goes wrong, is everything all right?, JAMA 249",
        "de regel van drie",
    ),
    (
        "Newcombe (1998)",
        "Interval estimation for the difference between independent proportions, Statistics in Medicine 17",
        "",
    ),
    (
        "Spiegelhalter (2005)",
        "Funnel plots for comparing institutional performance, Statistics in Medicine 24",
        "",
    ),
    (
        "Marshall (1991)",
        "Mapping disease and mortality rates using empirical Bayes estimators, Applied Statistics 40",
        "",
    ),
    (
        "Goldstein en Spiegelhalter (1996)",
        "League tables and their limitations, Journal of the Royal Statistical Society A 159",
        "",
    ),
    (
        "Barnett, van der Pols en Dobson (2005)",
        "Regression to the mean: what it is and how to deal with it, International Journal of "
        "Epidemiology 34",
        "",
    ),
    ("Hundepool en anderen (2012)", "Statistical disclosure control", ""),
)
"""Who, what (in English), and where it is used when the title does not say so."""


def title(stand: Stand) -> str:
    return "Hoe we met cijfers omgaan"


def layout(context: Context) -> Component:
    """Return the explanation, with examples that the code itself computed."""
    return sjabloon(
        "methode",
        "smal methode",
        titels=TITELS,
        delen=list(TITELS.items()),
        figuur_breed=_drawing(BREED),
        figuur_smal=_drawing(SMAL),
        kenmerken=opsomming([kenmerk.titel for kenmerk in KENMERKEN.values()]),
        meest=MEEST,
        bronnen=BRONNEN,
        **voorbeelden(),
    )


def _drawing(breedte: int) -> Markup:
    return Markup(vensters(JAREN, VENSTER, breedte))  # noqa: S704 (a figure escapes its text)
