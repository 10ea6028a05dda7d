"""Self-assessments: SQLite by default, PostgreSQL by URL."""

from dashboard.store.beoordeling import Antwoord, Beoordeling
from dashboard.store.errors import Afgerond, Onbereikbaar, StaleAnswer, StoreError
from dashboard.store.store import Store

__all__ = ["Afgerond", "Antwoord", "Beoordeling", "Onbereikbaar", "StaleAnswer", "Store", "StoreError"]
