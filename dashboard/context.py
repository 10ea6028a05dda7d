"""What a page needs to answer one request."""

from dataclasses import dataclass

from dashboard.settings import Settings
from dashboard.store import Store
from dashboard.warehouse import Stand


@dataclass(frozen=True, slots=True)
class Context:
    """One build of the figures, the self-assessments and the settings: the same for the whole answer."""

    stand: Stand
    store: Store
    settings: Settings

    def href(self, path: str) -> str:
        """Return `path` under the URL prefix of this installation."""
        return self.settings.href(path)
