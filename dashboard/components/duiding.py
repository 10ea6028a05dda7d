"""What may be said in words about one figure: where it lies, what it is compared with, how sure it is."""

from dashboard.tekst import getal, met_eenheid, periode
from dashboard.warehouse import Rij
from indicators.model import Soort

LIGGINGEN = (
    (0.2, "bij de laagste 20\u202f%"),
    (0.4, "lager dan de meeste gemeenten"),
    (0.6, "rond het midden"),
    (0.8, "hoger dan de meeste gemeenten"),
)
HOOGSTE = "bij de hoogste 20\u202f%"
AFRONDING = 0.05
"""How far `1 op n` may lie from the share that it puts into words."""


def waarde(rij: Rij, veld: str = "waarde") -> str:
    """Write the value of a row of the profile with its unit."""
    return met_eenheid(rij[veld], rij["eenheid"], rij["decimalen"])


def ligging(kwantiel: float) -> str:
    """Say in which fifth of the municipalities a figure lies; `kwantiel` from 0 to 1."""
    return next((woorden for grens, woorden in LIGGINGEN if kwantiel < grens), HOOGSTE)


def is_te_vergelijken(rij: Rij) -> bool:
    """Counts grow with the municipality: there a comparison with other municipalities says nothing."""
    return rij["soort"] != Soort.AANTAL and rij["kwantiel"] is not None


def vergeleken_met(soort: str, noemer: str | None) -> str:
    """Name the comparator by its kind: published, weighted by a named denominator, or a median."""
    namen = {
        "gepubliceerd": "Vlaanderen",
        "gewogen": f"Vlaanderen, gewogen met {noemer}",
        "mediaan": "mediaan van de gemeenten",
    }
    return namen[soort]


def vergelijking(rij: Rij) -> str | None:
    """Write the comparator of a row: `Vlaanderen: 12,1 %`; None where there is none."""
    if rij["vergelijking_waarde"] is None or rij["soort"] == Soort.AANTAL:
        return None
    naam = vergeleken_met(rij["vergelijking_soort"], rij["vergelijking_noemer"])
    return f"{naam}: {waarde(rij, 'vergelijking_waarde')}"


def voorbehoud(rij: Rij) -> list[str]:
    """Return the marks that belong beside a value: `schatting`, `voorlopig`."""
    return [woord for woord in ("schatting", "voorlopig") if rij[woord]]


def tijd(rij: Rij) -> str:
    """Write the period of a row; a window of several years is spelled out as a range."""
    return periode(rij["periode_begin"], rij["periode_einde"])


def wanneer(rij: Rij) -> str:
    """Write the period as part of a sentence: `in 2022`, and `op 1 januari 2025` for a value of one day."""
    return f"{'op' if rij['periode_begin'] == rij['periode_einde'] else 'in'} {tijd(rij)}"


def een_op(aandeel: float) -> int | None:
    """Return n where a share in percent is close to 1 in n (n from 2 to 50); else None: no words then."""
    n = round(100 / aandeel) if aandeel > 0 else 0
    return n if 2 <= n <= 50 and abs(100 / n - aandeel) <= AFRONDING * aandeel else None


def kinderen(rij: Rij) -> str | None:
    """Put the kansarmoede-index into children (`Van elke 11 kinderen …`); None where that is too rough."""
    n = een_op(rij["waarde"])
    return f"Van elke {getal(n)} kinderen groeit er ongeveer 1 op in kansarmoede." if n else None
