"""Look whether the sources still have the shape that we know, without keeping or publishing anything."""

from collections.abc import Mapping
from dataclasses import dataclass

import requests

from etl import EtlError, http
from etl.fetch import Opgehaald, discover, fits, get, unlocked
from etl.isolated import isolated
from etl.sources import Bestand, Bron, InvalidDelivery


@dataclass(frozen=True)
class Peiling:
    """What one source looks like today: whether that is as expected, and what was seen (Dutch)."""

    bron: str
    in_orde: bool
    boodschap: str


def probe(bronnen: Mapping[str, Bron]) -> list[Peiling]:
    """Ask each source for its page and for one delivery, and read that delivery."""
    return [_probe(bron) for bron in bronnen.values()]


def _probe(bron: Bron) -> Peiling:
    try:
        with http.session() as session:  # of its own: a key is for one publisher only
            return _look(session, bron)
    except (EtlError, InvalidDelivery) as error:
        return Peiling(bron.NAAM, False, str(error))


def _look(session: requests.Session, bron: Bron) -> Peiling:
    if not unlocked(session, bron):
        return Peiling(bron.NAAM, True, "uitgeschakeld, er is geen sleutel.")
    outcome = Opgehaald(bron.NAAM)
    pages, links = discover(session, bron, outcome)
    if not links:
        return Peiling(bron.NAAM, False, " ".join(outcome.fouten))
    answer = pages.get(links[0]) or get(session, bron, links[0])
    bestand = Bestand(answer.bestandsnaam, answer.inhoud)
    if not isolated(lambda: fits(bron, bestand), bron.NAAM, bestand.naam):
        return Peiling(bron.NAAM, False, f"{answer.url} past niet meer bij deze bron.")
    rows = isolated(lambda: len(bron.read(bestand).waarden), bron.NAAM, bestand.naam)
    files = "1 bestand" if len(links) == 1 else f"{len(links)} bestanden"
    return Peiling(
        bron.NAAM, True, f"{files} gevonden; {bestand.naam} heeft de verwachte vorm, {rows} rijen."
    )
