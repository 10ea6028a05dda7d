"""Ask every source at the same time for its deliveries, and keep what it gives.

A source that does not answer within seconds is left behind: its thread is a daemon and dies with the
process, so that a machine without network waits no longer than `ANSWER_SECONDS`.
"""

import os
import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from threading import Event, Thread

import requests

from etl import EtlError, http, in_words
from etl.isolated import isolated
from etl.raw import Herkomst, Levering, Poging, Raw
from etl.sources import Bestand, Bron, InvalidDelivery
from etl.sources.lezing import InPaginas, MetSleutel

ANSWER_SECONDS = 12.0
TOTAL_SECONDS = 300.0
MAX_FILES = 60
"""Of one source in one run: a page that suddenly links to hundreds of files is not the page we know."""
MAX_PAGES = 500
"""Of one series."""
MOMENT = re.compile(rb',\s*"timeStamp"\s*:\s*"[0-9TZ:.+-]*"')
"""The moment of asking, that a map server writes into its answer: without it, the same map is known again."""


@dataclass
class Opgehaald:
    """What came of asking one source: the deliveries, and why others were refused."""

    bron: str
    herkomsten: list[Herkomst] = field(default_factory=list)
    nieuw: int = 0
    fouten: list[str] = field(default_factory=list)
    uit: str = ""
    """Why this source was not asked at all, which is no failure."""

    @property
    def boodschap(self) -> str:
        """One Dutch sentence or more about this attempt."""
        if self.uit:
            return f"Uitgeschakeld, {self.uit}."
        aantal = len(self.herkomsten)
        files = "1 bestand" if aantal == 1 else f"{aantal} bestanden"
        told = f"{files} opgehaald, waarvan {self.nieuw} nieuw." if aantal else "Niets opgehaald."
        return " ".join([told, *self.fouten])


def fetch(
    raw: Raw,
    bronnen: Mapping[str, Bron],
    answer_seconds: float = ANSWER_SECONDS,
    total_seconds: float = TOTAL_SECONDS,
    told: Callable[[str], None] = lambda bron: None,
) -> list[Opgehaald]:
    """Ask all sources in parallel and note each attempt in `raw`; `told` hears of each one that is done."""
    begin = time.monotonic()
    asked = [_Asked(raw, bron) for bron in bronnen.values()]
    for one in asked:
        one.start()
    outcomes = []
    for one in asked:
        one.answered.wait(max(0.0, begin + answer_seconds - time.monotonic()))
        if one.answered.is_set():
            one.join(max(0.0, begin + total_seconds - time.monotonic()))
        outcome = one.found or Opgehaald(
            one.bron.NAAM, fouten=[f"{one.bron.PAGINA} antwoordde niet op tijd. Probeer later opnieuw."]
        )
        raw.note(Poging(outcome.bron, datetime.now(UTC), not outcome.fouten, outcome.boodschap))
        outcomes.append(outcome)
        told(outcome.bron)
    return outcomes


class _Asked(Thread):
    """One source being asked. `answered` is set at the first sign of life, or when it is over."""

    def __init__(self, raw: Raw, bron: Bron) -> None:
        super().__init__(daemon=True, name=f"fetch {bron.NAAM}")
        self.raw, self.bron = raw, bron
        self.answered = Event()
        self.found: Opgehaald | None = None

    def run(self) -> None:
        outcome = Opgehaald(self.bron.NAAM)
        try:
            with http.session() as session:
                session.hooks["response"].append(lambda response, *_, **__: self.answered.set())
                _ask(session, self.raw, self.bron, outcome)
        except (EtlError, InvalidDelivery, OSError) as error:
            outcome.fouten.append(in_words(error))
        except Exception as error:  # a defect in one source's module may not stop the other sources
            outcome.fouten.append(f"Onverwachte fout ({error!r}). Meld dit aan de beheerder.")
        self.found = outcome
        self.answered.set()


def _ask(session: requests.Session, raw: Raw, bron: Bron, outcome: Opgehaald) -> None:
    """Follow the links on the pages of `bron`; what is no delivery of this source is refused, one by one."""
    if not unlocked(session, bron):
        outcome.uit = "geen sleutel"
        return
    pages, links = discover(session, bron, outcome)
    if len(links) > MAX_FILES:
        outcome.fouten.append(
            f"{bron.PAGINA} verwijst naar {len(links)} bestanden; de eerste {MAX_FILES} zijn opgehaald."
        )
    for link in links[:MAX_FILES]:
        try:
            # The page of a source can be the delivery itself: then it is not asked twice.
            answer = pages.get(link) or get(session, bron, link)
            herkomst, new = _take(raw, bron, answer)
        except (EtlError, InvalidDelivery) as error:
            outcome.fouten.append(str(error))
        else:
            outcome.herkomsten.append(herkomst)
            outcome.nieuw += new


def unlocked(session: requests.Session, bron: Bron) -> bool:
    """Give `session` the key that a source asks for; False when there is none in the environment."""
    if not isinstance(bron, MetSleutel):
        return True
    key = os.environ.get(bron.SLEUTEL, "").strip()
    if key:
        session.headers[bron.KOPREGEL] = key
    return bool(key)


def get(session: requests.Session, bron: Bron, link: str) -> http.Antwoord:
    """The delivery behind `link`, with all its pages when the source answers in pages."""
    answer = http.get(session, link)
    if not isinstance(bron, InPaginas):
        return answer
    pages, size = [answer.inhoud], len(answer.inhoud)
    while following := isolated(partial(bron.following, pages, link), bron.NAAM, answer.bestandsnaam):
        pages.append(http.get(session, following).inhoud)
        size += len(pages[-1])
        if len(pages) > MAX_PAGES or size > http.MAX_BYTES:
            raise EtlError(f"{link} geeft na {len(pages)} pagina's nog altijd meer. Kijk de bron na.")
    joined = isolated(partial(bron.join, pages, link), bron.NAAM, answer.bestandsnaam)
    return http.Antwoord(link, joined)


def discover(
    session: requests.Session, bron: Bron, outcome: Opgehaald
) -> tuple[dict[str, http.Antwoord], list[str]]:
    """The pages of `bron` by address, and the links on them. One page with links is enough."""
    pages: dict[str, http.Antwoord] = {}
    links: list[str] = []
    complaints: list[str] = []
    for address in (bron.PAGINA, *getattr(bron, "OOK_OP", ())):
        try:
            page = http.get(session, address)
        except EtlError as error:
            complaints.append(str(error))
            continue
        pages[page.url] = page
        here = isolated(partial(bron.discover, page.inhoud, page.url), bron.NAAM, address)
        links += here
        if not here:
            complaints.append(
                f"Op {address} staan geen bestanden die we kennen: de pagina is veranderd of houdt ons "
                "tegen. Download ze in een browser en lees ze in met 'python -m etl import BESTAND'."
            )
    if not links:
        outcome.fouten += complaints
    return pages, list(dict.fromkeys(links))


def fits(bron: Bron, bestand: Bestand) -> bool:
    """Whether `bestand` is of this source; raises InvalidDelivery when it cannot even be opened."""
    bestand.check(bron.NAAM)
    return bron.recognise(bestand)


def _take(raw: Raw, bron: Bron, answer: http.Antwoord) -> tuple[Herkomst, bool]:
    """Keep what was answered, or raise InvalidDelivery when it is no delivery of `bron`."""
    bestand = Bestand(answer.bestandsnaam, MOMENT.sub(b"", answer.inhoud))
    if not isolated(lambda: fits(bron, bestand), bron.NAAM, bestand.naam):
        raise InvalidDelivery(
            bron.NAAM,
            answer.bestandsnaam,
            "hele bestand",
            f"de inhoud past niet bij deze bron ({answer.url}).",
            "kijk op de pagina van de bron of de kolommen veranderd zijn.",
        )
    return raw.keep(
        Levering.received(
            bron.NAAM,
            answer.bestandsnaam,
            bestand.inhoud,
            licentie=bron.LICENTIE,
            nu=datetime.now(UTC),
            url=answer.url,
        )
    )
