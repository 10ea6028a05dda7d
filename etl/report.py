"""What a person reads on the terminal at the end of a command: plain Dutch, one line per finding."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from textwrap import shorten
from typing import Any

from rich.console import Console
from rich.markup import escape

from etl.controle import Ernst
from etl.fetch import Opgehaald
from etl.job import Gebouwd, Ingelezen
from etl.probe import Peiling
from etl.raw import Raw
from etl.rollback import Keuze
from etl.sources import Bron
from etl.sources.controle import CONTROLES
from etl.warehouse import published
from indicators.model import Indicator

WIDE = 500
MORE = " … (alles staat op de pagina Gegevens)"
MARKS = {
    "gelezen": "[green]gelezen[/]",
    "bekend": "[green]al bekend[/]",
    "geweigerd": "[red]geweigerd[/]",
}


def fetched(console: Console, outcomes: Sequence[Opgehaald], bronnen: Mapping[str, Bron]) -> None:
    """Per source what came in, and why not."""
    for outcome in outcomes:
        mark = "[red]mislukt[/]" if outcome.fouten else "[green]gelukt[/]"
        console.print(f"{mark} {escape(bronnen[outcome.bron].TITEL)}: {escape(outcome.boodschap)}")


def imported(console: Console, files: Sequence[Ingelezen]) -> None:
    """Per file what it was taken for, or why it was refused."""
    for one in files:
        console.print(f"{MARKS[one.uitkomst]} {escape(one.pad.name)}: {escape(one.boodschap)}")


def built(console: Console, build: Gebouwd, bronnen: Mapping[str, Bron]) -> None:
    """What was noticed, what each source gave, and what is published now."""
    for one in build.controles:
        if one.ernst is not Ernst.GOED:
            mark = "[red]fout[/]" if one.ernst is Ernst.FOUT else "[yellow]let op[/]"
            console.print(f"{mark} {escape(shorten(one.boodschap, WIDE, placeholder=MORE))}")
    for bron, row in build.figures.iterrows():
        cijfers = f"{row['cijfers']:,}".replace(",", ".")
        files = "1 levering" if row["leveringen"] == 1 else f"{row['leveringen']} leveringen"
        console.print(
            f"[green]goed[/] {escape(bronnen[str(bron)].TITEL)}: {cijfers} cijfers over {row['indicatoren']} "
            f"indicatoren, uit {files}, de laatste van {row['opgehaald_op']:%d/%m/%Y} (UTC)."
        )
    if build.demo:
        console.print(
            "[bold yellow]Voorbeeldcijfers, niet gebruiken:[/] er is nog geen echte levering ingelezen."
        )
    console.print(f"Gepubliceerd: {escape(str(build.pad))}")


def unchanged(console: Console, build: Path) -> None:
    """That there was nothing to build, and how to do it all the same."""
    console.print(
        f"Niets veranderd: de leveringen, de catalogus en het programma zijn die van {escape(build.stem)}. "
        "De gepubliceerde cijfers blijven staan. Toch opnieuw bouwen: python -m etl build --opnieuw"
    )


def choices(console: Console, builds: Sequence[Keuze]) -> bool:
    """The builds to go back to, newest first; returns whether there are any."""
    for one in builds:
        mark = "[green]nu te zien[/] " if one.gepubliceerd else ""
        if one.fout or one.gebouwd_op is None:
            console.print(f"{one.stand}: {mark}[red]niet bruikbaar[/], {escape(one.fout or '')}")
        else:
            kind = "voorbeeldcijfers" if one.demo else "cijfers"
            cijfers = f"{one.cijfers:,}".replace(",", ".")
            console.print(
                f"{one.stand}: {mark}{cijfers} {kind}, gebouwd op {one.gebouwd_op:%d/%m/%Y %H:%M} UTC"
            )
    if builds:
        console.print("Terug naar een van deze: python -m etl rollback STAND")
    else:
        console.print("Er is geen enkele stand. Begin met 'python -m etl run'.")
    return bool(builds)


def status(
    console: Console, folder: Path, found: Mapping[str, Any], raw: Raw, bronnen: Mapping[str, Bron]
) -> None:
    """What is published (`found`, as `etl.status` gives it), what is kept, and what needs a look."""
    if found["stand"]:
        kind = "voorbeeldcijfers" if found["demo"] else "echte cijfers"
        built = datetime.fromisoformat(found["gebouwd_op"])
        console.print(f"Gepubliceerd: {found['stand']}, gebouwd op {built:%d/%m/%Y %H:%M} UTC, {kind}.")
    elif published(folder) is None:
        console.print(
            f"Er is nog niets gepubliceerd in {escape(str(folder))}. Begin met 'python -m etl run'."
        )
    kept = raw.provenances()
    for naam, bron in bronnen.items():
        own = [one for one in kept if one.bron == naam]
        last = f", de laatste van {own[-1].opgehaald_op:%d/%m/%Y} (UTC)" if own else ""
        console.print(f"{escape(bron.TITEL)}: {len(own)} leveringen bewaard{last}.")
        for poging in raw.attempts(naam)[-1:]:
            console.print(
                f"  laatste poging {poging.tijdstip:%d/%m/%Y %H:%M} UTC: {escape(poging.boodschap)}"
            )
    checks = sum(one.bron in CONTROLES for one in kept)
    if checks:
        console.print(f"Om mee na te kijken: {checks} bestanden.")
    other = sum(one.bron not in bronnen and one.bron not in CONTROLES for one in kept)
    if other:
        console.print(f"Niet gebruikt, van een vroegere versie: {other} bestanden. Lees ze opnieuw in.")
    for one in found["aandacht"]:
        console.print(f"[red]kijk na[/] {escape(one)}")


def indicators(console: Console, found: Iterable[Indicator]) -> None:
    """One line per indicator: id, levensdomein, title, and when its text was and should be reviewed."""
    for one in found:
        console.print(
            f"{one.id:<40} {one.levensdomein.titel:<25} {escape(one.titel):<46} "
            f"nagekeken op {one.herzien:%d/%m/%Y}, opnieuw vanaf {one.te_herzien_vanaf:%d/%m/%Y}",
            highlight=False,
        )


def expected(console: Console, found: Mapping[str, Mapping[str, Any]]) -> None:
    """Per source what it should deliver, as `etl.expected` gives it."""
    for naam, one in found.items():
        console.print(
            f"[bold]{escape(one['titel'])}[/] ({naam}; {escape(one['uitgever'])}, licentie {one['licentie']})"
        )
        for pagina in one["paginas"]:
            console.print(f"  pagina {escape(pagina)}", highlight=False)
        for kolom, bereik in one["kolommen"].items():
            between = f" van {bereik[0]:g} tot {bereik[1]:g}" if bereik else ""
            console.print(f"  kolom {escape(kolom)}{between}", highlight=False)
        for sleutel in one["sleutels"]:
            console.print(
                f"  {sleutel['rol']} {escape(sleutel['sleutel'])} voor {sleutel['indicator']}",
                highlight=False,
            )


def probed(console: Console, found: Iterable[Peiling], bronnen: Mapping[str, Bron]) -> None:
    """Per source whether it still looks as we know it; one that does not answer may be as it was."""
    for one in found:
        mark = "[green]in orde[/]" if one.in_orde else "[red]kijk na[/]"
        console.print(f"{mark} {escape(bronnen[one.bron].TITEL)}: {escape(one.boodschap)}")
