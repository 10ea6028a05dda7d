"""Where a figure comes from and what it means: the fold under each figure."""

from dashboard.components.opmaak import Opmaak, sjabloon
from dashboard.tekst import DEMO, datum, getal, met_eenheid
from dashboard.warehouse import Rij
from indicators.model import Richting

RICHTINGEN = {
    Richting.HOGER_IS_GUNSTIGER: "Een hoger cijfer is gunstiger.",
    Richting.LAGER_IS_GUNSTIGER: "Een lager cijfer is gunstiger.",
}


def uitleg_en_bron(rij: Rij, demo: bool) -> dict[str, object]:
    """Return what the fold of a figure holds: meaning, caveats, breaks, and the file that it comes from."""
    bron = _bron(rij, demo) if rij["levering"] else None
    return {"titel": rij["titel"], "delen": _delen(rij), "bron": bron, "meld": rij["meld"]}


def _delen(rij: Rij) -> list[tuple[str, str]]:
    richting = (
        RICHTINGEN.get(rij["richting"]) or f"Hoger is niet beter of slechter. {rij['richting_reden'] or ''}"
    )
    delen = [
        ("Wat is dit?", rij["definitie"]),
        ("Waarom telt dit?", rij["waarom"]),
        ("Hoe lees je het?", richting.strip()),
        ("Let op", rij["kanttekening"]),
        ("Voor hoeveel gemeenten?", _dekking(rij["aantal_gemeenten"])),
        ("Voorlopig", "De bron kan dit cijfer nog aanpassen." if rij["voorlopig"] else None),
        ("Vorige cijfers", _vastgehouden(rij) if rij["vastgehouden"] else None),
        ("Verbeterd", _verbeterd(rij) if rij["gecorrigeerd"] is not None else None),
        ("Schatting", _schatting(rij) if rij["schatting"] else None),
        *(("Breuk in de reeks", f"Vanaf {datum(b['vanaf'])}: {b['uitleg']}") for b in rij["breuken"] or ()),
    ]
    return [(term, tekst) for term, tekst in delen if tekst]


def _dekking(aantal: int | None) -> str | None:
    return f"{getal(aantal)} gemeenten hebben dit cijfer." if aantal else None


def _vastgehouden(rij: Rij) -> str:
    return f"Er zijn nieuwe cijfers, maar we houden de vorige vast, omdat {rij['vastgehouden']}."


def _verbeterd(rij: Rij) -> str:
    geleverd = met_eenheid(rij["gecorrigeerd"], rij["eenheid"], rij["decimalen"])
    return (
        f"De bron geeft hier {geleverd}. Dat klopt niet: {rij['correctie_reden']} "
        f"We meldden het aan de bron op {datum(rij['gemeld_op'])}."
    )


def _schatting(rij: Rij) -> str:
    gewicht = f", gewogen met {rij['noemer_naam']}" if rij["noemer_naam"] else ""
    return f"We rekenden dit uit met de cijfers van de gemeenten van vóór de fusie{gewicht}."


def bronregel(levering: Rij, demo: bool) -> Opmaak:
    """Return one line on a delivery: publisher, file, day of retrieval, licence, link."""
    return sjabloon("bron", bron=_bron(levering, demo))


def _bron(levering: Rij, demo: bool) -> dict[str, object]:
    genoemd = {veld: levering[veld] for veld in ("bron_titel", "uitgever", "bestandsnaam", "licentie", "url")}
    return {**genoemd, "dag": datum(levering["opgehaald_op"]), "demo": DEMO if demo else None}
