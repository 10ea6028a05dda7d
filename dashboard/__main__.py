"""`python -m dashboard serve|backup|restore`."""

import atexit
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import typer
from gunicorn.app.base import BaseApplication
from gunicorn.workers.base import Worker

from dashboard.settings import Settings, SettingsError
from dashboard.store import StoreError
from dashboard.store.backup import backup as make_backup
from dashboard.store.backup import restore as put_back

WORKERS = 2
THREADS = 4

commands = typer.Typer(help="Het Regiekompas tonen, en de regiescans bewaren.", no_args_is_help=True)
Bestand = Annotated[Path, typer.Argument(help="Het bestand met de reservekopie.")]


class Server(BaseApplication):
    """Gunicorn, told by our settings instead of its own command line."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        super().__init__()

    def load_config(self) -> None:
        host = f"[{self.settings.host}]" if ":" in self.settings.host else self.settings.host
        self.cfg.set("bind", f"{host}:{self.settings.port}")
        self.cfg.set("workers", WORKERS)
        self.cfg.set("worker_class", "gthread")
        self.cfg.set("threads", THREADS)
        # The app is made, and the store migrated, once; connections are opened after the fork.
        self.cfg.set("preload_app", True)
        self.cfg.set("proc_name", "regiekompas")
        # The pages are drawn ahead by each worker for itself: threads do not outlive a fork.
        self.cfg.set("post_worker_init", _draw_ahead)
        # Nobody asks for it, and a second server of the same user would fight over the file.
        self.cfg.set("control_socket_disable", True)

    def load(self) -> Any:
        from dashboard.wsgi import server

        return server


def _draw_ahead(worker: Worker) -> None:
    from dashboard import wsgi
    from dashboard.vooraf import Vooraf

    vooraf = Vooraf(wsgi.warehouse, wsgi.store, wsgi.settings, worker.log.error_log)
    vooraf.begin()
    atexit.register(vooraf.stop)


@contextmanager
def _refusals_in_words() -> Iterator[None]:
    """Show why the store refuses, or which setting cannot be, as one sentence, and end with code 1."""
    try:
        yield
    except (SettingsError, StoreError) as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from error


@commands.command()
def serve() -> None:
    """Toon het Regiekompas op HOST en PORT."""
    with _refusals_in_words():
        Server(Settings.from_environment()).run()


@commands.command()
def backup(bestand: Bestand) -> None:
    """Bewaar een kopie van alle regiescans in BESTAND, ook terwijl het Regiekompas draait."""
    with _refusals_in_words():
        made = make_backup(Settings.from_environment().database_url, bestand)
        typer.echo(f"De reservekopie staat in {made}.")


@commands.command()
def restore(bestand: Bestand) -> None:
    """Zet de regiescans uit BESTAND terug; de vervangen gegevens blijven ernaast staan."""
    with _refusals_in_words():
        kept = put_back(Settings.from_environment().database_url, bestand)
        typer.echo(f"De regiescans uit {bestand} staan terug.")
        if kept:
            typer.echo(f"Wat er eerst stond, vind je in {kept}.")


if __name__ == "__main__":
    commands()
