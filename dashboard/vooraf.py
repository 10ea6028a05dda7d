"""The page of every municipality stands ready before anyone asks for it, from soon after a build appears.

A page takes some 30 ms to draw and a quarter of that to give again. Each process that serves pages draws its
own, slowly, in a thread of its own: who asks for something meanwhile hardly notices.
"""

import logging
import time
from threading import Event, Thread

from dashboard.context import Context
from dashboard.pages import gemeente
from dashboard.settings import Settings
from dashboard.store import Store
from dashboard.warehouse import NoWarehouse, Warehouse
from indicators.gemeenten import gemeenten

EERST = 20.0
"""Seconds for the first visitors, who come when the server has just begun."""
RUST = 3
"""Times as long as a page took, in which nothing is drawn."""
KIJK = 60.0
"""Seconds until it looks for a new build again."""


class Vooraf:
    """Draws ahead until `stop`; tells `log` once per build that all pages stand ready."""

    def __init__(self, warehouse: Warehouse, store: Store, settings: Settings, log: logging.Logger) -> None:
        self._warehouse, self._store, self._settings, self._log = warehouse, store, settings, log
        self._stop = Event()
        self._thread = Thread(target=self._keep_up, name="vooraf", daemon=True)

    def begin(self) -> None:
        """Start the thread."""
        self._thread.start()

    def stop(self) -> None:
        """Stop after the page that is being drawn, and wait for that."""
        self._stop.set()
        self._thread.join()

    def _keep_up(self) -> None:
        drawn, pause = None, EERST
        while not self._stop.wait(pause):
            drawn, pause = self.teken(drawn), KIJK

    def teken(self, drawn: str | None) -> str | None:
        """Draw every page of the newest build, unless that is `drawn`; return which build stands ready."""
        try:
            stand = self._warehouse.snapshot()
        except NoWarehouse:
            return None  # whoever asks for a page is told so
        if stand.id == drawn:
            return drawn
        context = Context(stand, self._store, self._settings)
        for waar in gemeenten().values():
            begin = time.thread_time()
            try:
                gemeente.teken_vooraf(context, waar.slug)
            except Exception:
                self._log.exception("the page of %s could not be drawn ahead", waar.slug)
            if self._stop.wait(RUST * (time.thread_time() - begin)):
                return None
        self._log.info("the pages of %d municipalities stand ready", len(gemeenten()))
        return stand.id
