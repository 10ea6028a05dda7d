"""From a path to a page, for the server's first answer and for the browser's later questions alike."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from werkzeug.exceptions import NotFound
from werkzeug.routing import Map, Rule

from indicators import gemeenten


@dataclass(frozen=True, slots=True)
class Plek:
    """A page, and what the path says about it. `canoniek` differs from the path asked for after a merger."""

    pagina: Any
    params: Mapping[str, str]
    canoniek: str


class Router:
    """The pages by path. Unknown paths and unknown municipalities are nowhere.

    A page is a module with `PATH`, `title(stand, **params)`, `layout(context, **params)` and, where `layout`
    takes search parameters, their names in `QUERY`.
    """

    def __init__(self, pages: Sequence[Any]) -> None:
        self._pages = {page.__name__: page for page in pages}
        rules = [Rule(page.PATH, endpoint=name) for name, page in self._pages.items()]
        self._map = Map(rules, merge_slashes=False).bind("")

    def find(self, path: str) -> Plek | None:
        """Return the page at `path` (without URL prefix), or None where there is none."""
        try:
            name, params = self._map.match(path if path == "/" else path.rstrip("/"), method="GET")
        except NotFound:
            return None
        if "slug" in params:
            found = gemeenten.gemeente_voor(params["slug"])
            if found is None:
                return None
            params = {**params, "slug": found.slug}
        return Plek(self._pages[name], params, self._map.build(name, params))


def gemeente_van(slug: str) -> gemeenten.Gemeente:
    """Return the municipality that a page is about; the router let only existing ones through."""
    found = gemeenten.gemeente(slug)
    if found is None:
        raise LookupError(f"no municipality of today has slug {slug!r}")
    return found
