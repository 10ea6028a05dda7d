"""Self-assessments: SQLite by default, PostgreSQL by URL."""

from dashboard.store.beoordeling import Antwoord, Beoordeling
from dashboard.store.errors import Afgerond, StaleAnswer, StoreError
from dashboard.store.store import Store

__all__ = ["Afgerond", "Antwoord", "Beoordeling", "StaleAnswer", "Store", "StoreError"]
