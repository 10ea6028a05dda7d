"""/begrippen: the words on the screen, explained. They stand in begrippen.toml, beside this file."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from dash.development.base_component import Component

from dashboard import tekst
from dashboard.components.opmaak import sjabloon
from dashboard.context import Context
from dashboard.warehouse import Stand

PATH = "/begrippen"
QUERY = ("zoek",)
WOORDEN = Path(__file__).with_suffix(".toml")


def title(stand: Stand) -> str:
    return "Wat de woorden betekenen"


def layout(context: Context, zoek: str = "") -> Component:
    """Return the words that hold `zoek`, in the word itself or in what it means; all of them without it."""
    gevraagd = zoek.casefold().split()
    gevonden = [
        w for w in woorden() if all(deel in f"{w['woord']} {w['betekenis']}".casefold() for deel in gevraagd)
    ]
    telling = tekst.aantal(len(gevonden), "woord", "woorden").capitalize()
    return sjabloon("begrippen", href=context.href, zoek=zoek, woorden=gevonden, telling=telling)


@cache
def woorden() -> tuple[Mapping[str, str], ...]:
    """Return every word in alphabetical order: `anker` (in the address), `woord`, `betekenis`."""
    gelezen = tomllib.loads(WOORDEN.read_text("utf-8"))
    rijen = [{"anker": anker, **woord} for anker, woord in gelezen.items()]
    return tuple(sorted(rijen, key=lambda rij: rij["woord"].casefold()))
