"""What can go wrong with a self-assessment. The messages are Dutch: they are shown as they are."""

from datetime import datetime

from dashboard.store.beoordeling import Antwoord, Waarde


class StoreError(Exception):
    """The store refuses, and says why and what to do."""


class Onbereikbaar(StoreError):
    """The database cannot be read or written now: locked, a full disk, a file that is damaged or gone."""

    def __init__(self) -> None:
        super().__init__(
            "De antwoorden van de regiescan zijn nu niet te lezen of te bewaren. Probeer het straks opnieuw. "
            "Lukt het dan nog niet, meld het aan wie het Regiekompas beheert."
        )


class Afgerond(StoreError):
    """The assessment is finished: it is kept as it is, and takes no more writes."""

    def __init__(self, afgerond_op: datetime):
        super().__init__("Deze regiescan is afgerond en verandert niet meer. Begin een nieuwe regiescan.")
        self.afgerond_op = afgerond_op


class StaleAnswer(StoreError):
    """Somebody else changed this answer meanwhile. Nothing was written; both values are here.

    `mijn_waarde` is what was offered, `bewaard` what the store holds (None: no answer was ever kept).
    """

    def __init__(self, vraag_id: str, mijn_waarde: Waarde | None, bewaard: Antwoord | None):
        super().__init__("Iemand anders heeft dit antwoord net veranderd. Kies welk antwoord moet blijven.")
        self.vraag_id = vraag_id
        self.mijn_waarde = mijn_waarde
        self.bewaard = bewaard
