"""One figure in words: what `templates/cijfers.html` is filled in with."""

from collections.abc import Sequence

from dashboard.components.duiding import (
    is_te_vergelijken,
    ligging,
    tijd,
    vergelijking,
    voorbehoud,
    waarde,
)
from dashboard.components.herkomst import uitleg_en_bron
from dashboard.tekst import geen_cijfer, met_eenheid, opsomming
from dashboard.warehouse import Rij


def cijfer(rij: Rij, voorgangers: Sequence[Rij], demo: bool) -> dict[str, object]:
    """Return title, value, period, comparator and position, or why there is no figure, with the fold.

    Never `gunstig` or `ongunstig`: without an interval nobody knows whether a difference is more than chance.
    """
    vast = {"titel": rij["titel"], "uitleg": uitleg_en_bron(rij, demo)}
    if rij["waarde"] is None:
        geen, vroeger = geen_cijfer(rij["reden"]), voor_fusie(rij, voorgangers)
        return {**vast, "waarde": None, "geen": geen, "voor_fusie": vroeger}
    return {
        **vast,
        "waarde": waarde(rij),
        "tijd": " · ".join([*voorbehoud(rij), tijd(rij)]),
        "ligging": ligging(rij["kwantiel"]) if is_te_vergelijken(rij) else None,
        "tegenover": vergelijking(rij),
    }


def voor_fusie(rij: Rij, voorgangers: Sequence[Rij]) -> str | None:
    """Write what the predecessors had: `Vóór de fusie (2023): Bilzen 8,1 % en Hoeselt 7,0 %.`; else None."""
    bekend = [v for v in voorgangers if v["waarde"] is not None]
    if not bekend:
        return None
    delen = [f"{v['naam']} {met_eenheid(v['waarde'], rij['eenheid'], rij['decimalen'])}" for v in bekend]
    perioden = opsomming(sorted({tijd(v) for v in bekend}))
    return f"Vóór de fusie ({perioden}): {opsomming(delen)}."
