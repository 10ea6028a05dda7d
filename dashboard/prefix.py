"""Under a path of another site, behind proxies that strip the prefix and those that pass it on."""

from collections.abc import Callable, Iterable
from typing import Any

Wsgi = Callable[[dict[str, Any], Any], Iterable[bytes]]


def strip_prefix(app: Wsgi, prefix: str) -> Wsgi:
    """Return `app` as if it stood at the root: `/regiekompas/gegevens` arrives as `/gegevens`."""

    def wrapped(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        path = environ.get("PATH_INFO", "")
        if prefix and (path == prefix or path.startswith(prefix + "/")):
            environ = {**environ, "SCRIPT_NAME": prefix, "PATH_INFO": path.removeprefix(prefix) or "/"}
        return app(environ, start_response)

    return wrapped
