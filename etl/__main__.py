"""Command line: `python -m etl run`, `import FILE...`, `status` and more; `python -m etl --help` lists them.

Exit codes: 0 all went well, 1 some source or file failed or an indicator is overdue, 2 nothing was published.
"""

import json
import logging
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.progress import Progress, track

from etl import EtlError, in_words, report
from etl.controle import Ernst
from etl.demo import generate
from etl.expected import expected
from etl.export import export as write_parquet
from etl.fetch import fetch as ask_sources
from etl.job import DEMO, Job
from etl.journal import journal, note
from etl.probe import probe as ask_shapes
from etl.raw import Raw
from etl.rollback import choices
from etl.rollback import rollback as back_to
from etl.sources import BRONNEN
from etl.status import failing
from etl.status import status as look
from etl.warehouse import lock, published, usable
from indicators.catalog import InvalidCatalog, catalog, overdue
from indicators.model import Levensdomein

FAILED, NOTHING_PUBLISHED, INTERRUPTED = 1, 2, 130

app = typer.Typer(
    help="Haalt cijfers op bij de uitgevers, bewaart ze zoals ze kwamen en publiceert ze voor Regiekompas.",
    no_args_is_help=True,
    add_completion=False,
)
console = Console(soft_wrap=True)

WarehouseDir = Annotated[Path | None, typer.Option(help="Map met de gepubliceerde cijfers.")]
AsJson = Annotated[bool, typer.Option("--json", help="Als JSON, met vaste sleutels.")]
RawDir = Annotated[Path | None, typer.Option(help="Map met de bewaarde leveringen.")]
Offline = Annotated[bool, typer.Option("--offline", help="Vraag niets aan het internet.")]
IfEmpty = Annotated[bool, typer.Option("--if-empty", help="Doe niets als er al cijfers gepubliceerd zijn.")]
Again = Annotated[bool, typer.Option("--opnieuw", help="Bouw ook als er niets veranderd is.")]
Accept = Annotated[
    list[str] | None,
    typer.Option(
        metavar="INDICATOR", help="Neem de nieuwe cijfers over, ook al verschillen ze sterk van de vorige."
    ),
]
Files = Annotated[list[Path], typer.Argument(help="Bestanden, of mappen met bestanden.")]


@app.callback()
def options(
    context: typer.Context,
    warehouse_dir: Annotated[
        Path, typer.Option(envvar="WAREHOUSE_DIR", help="Map met de gepubliceerde cijfers.")
    ] = Path("data"),
    raw_dir: RawDir = None,
    offline: Offline = False,
) -> None:
    """Options that may stand before the command as well as after it."""
    context.obj = {"warehouse_dir": warehouse_dir, "raw_dir": raw_dir, "offline": offline}


@app.command()
def fetch(
    context: typer.Context,
    warehouse_dir: WarehouseDir = None,
    raw_dir: RawDir = None,
    offline: Offline = False,
) -> None:
    """Haal op wat de uitgevers nu aanbieden, en bewaar het."""
    with _job(context, warehouse_dir, raw_dir) as job:
        failed = _fetch(job, offline or context.obj["offline"])
    raise typer.Exit(FAILED if failed else 0)


@app.command()
def build(
    context: typer.Context,
    warehouse_dir: WarehouseDir = None,
    raw_dir: RawDir = None,
    opnieuw: Again = False,
    accepteer: Accept = None,
) -> None:
    """Maak nieuwe cijfers van wat bewaard is, en publiceer ze."""
    with _job(context, warehouse_dir, raw_dir) as job:
        failed = _build(job, opnieuw, accepteer or [])
    raise typer.Exit(FAILED if failed else 0)


@app.command()
def rollback(
    context: typer.Context,
    stand: Annotated[str | None, typer.Argument(help="De stand om naar terug te gaan.")] = None,
    warehouse_dir: WarehouseDir = None,
    raw_dir: RawDir = None,
) -> None:
    """Ga terug naar een stand van vroeger; zonder STAND: toon waaruit je kunt kiezen."""
    with _job(context, warehouse_dir, raw_dir) as job:
        if stand:
            chosen = back_to(job.folder, stand)
            console.print(f"Gepubliceerd: {escape(str(chosen.pad))}")
        elif not report.choices(console, choices(job.folder)):
            raise typer.Exit(NOTHING_PUBLISHED)


@app.command()
def export(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(help="Map voor de bestanden.")],
    warehouse_dir: WarehouseDir = None,
    raw_dir: RawDir = None,
) -> None:
    """Schrijf de gepubliceerde tabellen als Parquet; dezelfde leveringen geven dezelfde bytes."""
    with _job(context, warehouse_dir, raw_dir) as job:
        path = published(job.folder)
        if path is None:
            raise EtlError("Er is nog niets om te exporteren. Begin met 'python -m etl run'.")
        for tabel in write_parquet(path, folder):
            console.print(f"{tabel.sha256}  {escape(str(tabel.pad))}  {tabel.rijen} rijen")


@app.command()
def run(
    context: typer.Context,
    warehouse_dir: WarehouseDir = None,
    raw_dir: RawDir = None,
    offline: Offline = False,
    if_empty: IfEmpty = False,
    opnieuw: Again = False,
) -> None:
    """Haal op en publiceer: fetch en build na elkaar."""
    with _job(context, warehouse_dir, raw_dir) as job:
        if if_empty and (there := usable(job.folder)):
            console.print(f"Er zijn al cijfers gepubliceerd: {escape(str(there))}")
            return
        unreachable = _fetch(job, offline or context.obj["offline"])
        refused = _build(job, opnieuw)
    raise typer.Exit(FAILED if unreachable or refused else 0)


@app.command(name="import")
def import_files(
    context: typer.Context, files: Files, warehouse_dir: WarehouseDir = None, raw_dir: RawDir = None
) -> None:
    """Lees bestanden in die je zelf downloadde, en publiceer."""
    with _job(context, warehouse_dir, raw_dir) as job:
        paths = _expand(files)
        if not paths:
            raise EtlError(f"Er staan geen bestanden in {', '.join(map(str, files))}. Kijk het pad na.")
        found = job.import_files(paths)
        report.imported(console, found)
        failed = _build(job)
    raise typer.Exit(FAILED if failed or any(one.uitkomst == "geweigerd" for one in found) else 0)


@app.command()
def status(
    context: typer.Context,
    warehouse_dir: WarehouseDir = None,
    raw_dir: RawDir = None,
    as_json: AsJson = False,
) -> None:
    """Zeg wat er gepubliceerd en bewaard is. Code 0: in orde, 1: kijk na, 2: er is nog niets gepubliceerd."""
    with _explained():
        job = _make_job(context, warehouse_dir, raw_dir)
        found = look(job.folder, job.raw, job.bronnen, job.catalog, datetime.now(UTC))
        if as_json:
            _print_json(found)
        else:
            report.status(console, job.folder, found, job.raw, job.bronnen)
    raise typer.Exit(found["code"])


@app.command()
def schema(as_json: AsJson = False) -> None:
    """Zeg wat elke bron hoort te leveren: kolommen, bereik, en de indicatoren die ze voedt."""
    with _explained():
        found = expected(BRONNEN, catalog())
    if as_json:
        _print_json(found)
    else:
        report.expected(console, found)


@app.command()
def probe() -> None:
    """Kijk of de bronnen nog de vorm hebben die we kennen. Er wordt niets bewaard."""
    found = ask_shapes(BRONNEN)
    report.probed(console, found, BRONNEN)
    raise typer.Exit(0 if all(one.in_orde for one in found) else FAILED)


@app.command(name="catalog")
def list_indicators(
    te_herzien: Annotated[
        bool, typer.Option("--te-herzien", help="Alleen wat opnieuw nagekeken moet; code 1 als er iets is.")
    ] = False,
) -> None:
    """Som de indicatoren op, met de dag waarop iemand ze het laatst nakeek."""
    with _explained():
        known = catalog()
    if not te_herzien:
        order = list(Levensdomein)
        report.indicators(console, sorted(known.values(), key=lambda one: order.index(one.levensdomein)))
        return
    late = overdue(known, datetime.now(UTC).date())
    report.indicators(console, late.values())
    console.print(f"{len(late)} van de {len(known)} indicatoren moet iemand opnieuw nakijken.")
    raise typer.Exit(FAILED if late else 0)


@app.command()
def demo(folder: Annotated[Path, typer.Argument(help="Map voor de bestanden.")] = DEMO) -> None:
    """Maak de voorbeeldcijfers opnieuw, in het formaat van de uitgevers."""
    with _explained():
        for path in generate(folder):
            console.print(escape(str(path)))


def _make_job(context: typer.Context, warehouse_dir: Path | None, raw_dir: Path | None) -> Job:
    folder = warehouse_dir or context.obj["warehouse_dir"]
    raw = Raw(raw_dir or context.obj["raw_dir"] or folder / "raw")
    return Job(folder, raw, track=_shown)


@contextmanager
def _job(context: typer.Context, warehouse_dir: Path | None, raw_dir: Path | None) -> Iterator[Job]:
    """A job that has the folder for itself; what stops it is told in one line and an exit code."""
    with _explained("[red]Niets gepubliceerd.[/] "):
        job = _make_job(context, warehouse_dir, raw_dir)
        with lock(job.folder), journal(job.folder, context.info_name or ""):
            yield job


@contextmanager
def _explained(begin: str = "") -> Iterator[None]:
    """Say what stops a command, in one line where it is no defect of ours, and end with the code for it."""
    try:
        yield
    except (EtlError, InvalidCatalog, OSError) as error:
        console.print(f"{begin}{escape(in_words(error))}")
        raise typer.Exit(NOTHING_PUBLISHED) from error
    except KeyboardInterrupt as error:
        console.print("Onderbroken. Wat gepubliceerd was, blijft staan. Begin gerust opnieuw.")
        raise typer.Exit(INTERRUPTED) from error
    except typer.Exit:
        raise
    except Exception as error:  # a defect: told whole, and never with the code of a run that published
        console.print_exception()
        console.print(f"{begin}Onverwachte fout. Meld dit aan wie deze toepassing beheert.")
        raise typer.Exit(NOTHING_PUBLISHED) from error


def _fetch(job: Job, offline: bool) -> bool:
    """Ask the sources, unless offline; returns whether one of them failed."""
    if offline:
        console.print("Offline: er is niets gevraagd aan de bronnen.")
        return False
    with Progress(console=console) as progress:
        task = progress.add_task("Bronnen bevragen", total=len(job.bronnen))
        outcomes = ask_sources(job.raw, job.bronnen, told=lambda _: progress.advance(task))
    report.fetched(console, outcomes, job.bronnen)
    for one in outcomes:
        level = logging.WARNING if one.fouten else logging.INFO
        again = failing(job.raw, one.bron)
        note("bevraagd", logging.ERROR if again else level, bron=one.bron, boodschap=one.boodschap)
    return any(outcome.fouten for outcome in outcomes)


def _build(job: Job, again: bool = False, accepted: Sequence[str] = ()) -> bool:
    """Build and publish, unless nothing changed; returns whether something in it needs a person."""
    if not (again or accepted) and (there := job.unchanged()):
        report.unchanged(console, there)
        note("ongewijzigd", stand=there.stem)
        return False
    published_now = job.build(accepted)
    report.built(console, published_now, job.bronnen)
    for one in published_now.controles:
        note("controle", LEVELS[one.ernst], bron=one.bron, indicator=one.indicator, boodschap=one.boodschap)
    note("gepubliceerd", stand=published_now.pad.stem, demo=published_now.demo)
    return published_now.refused


LEVELS = {Ernst.GOED: logging.INFO, Ernst.LET_OP: logging.WARNING, Ernst.FOUT: logging.ERROR}


def _print_json(found: object) -> None:
    console.print_json(json.dumps(found, ensure_ascii=False), highlight=False)


def _shown(items: Sequence, told: str) -> Iterable:
    """Walk through `items` under a progress bar, without a thread: the work starts processes."""
    return track(items, told, console=console, auto_refresh=False) if items else items


def _expand(paths: list[Path]) -> list[Path]:
    """The files themselves, and those in the folders, without hidden ones."""
    found: list[Path] = []
    for path in paths:
        inside = [one for one in sorted(path.rglob("*")) if one.is_file() and not one.name.startswith(".")]
        found += inside if path.is_dir() else [path]
    return found


if __name__ == "__main__":
    app()
