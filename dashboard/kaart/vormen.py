"""The shapes of the municipalities over HTTP: paths ready to draw, under a name that changes with them."""

import hashlib
import json
import re
from collections.abc import Collection
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from dashboard.figures.vormen import Vormen, geografische_vormen, tegelvormen
from dashboard.kaart.grenzen import grenzenbestand
from dashboard.warehouse import Stand
from indicators.gemeenten import GEOGRAFIEEN, gemeenten

UITGAVE = 1
"""Raise it when the same boundaries give other shapes: browsers keep what has the same name."""
TEGELS = "tegels"
NAAM = re.compile(rf"({'|'.join(GEOGRAFIEEN)})-([0-9a-f]{{12}})-{UITGAVE}")
GROF = 10
"""Tenths of a pixel."""
VOOR_FUSIES = {"voor-2019": "308", "voor-2025": "300"}
"""What can be drawn over the municipalities of today, and the state that has the borders."""
BEWAARD = 6
"""Each takes a quarter of a second to make, and 200 kB."""


def vormnaam(stand: Stand, geografie: str) -> str | None:
    """Return the name of the shapes of a state in this build, None where no boundaries were fetched."""
    for rij in stand.grenzen():
        if rij["geografie"] == geografie:
            return f"{str(rij['bestand']).removeprefix('grenzen-').removesuffix('.geojson')}-{UITGAVE}"
    return None


@lru_cache(maxsize=1)
def tegelnaam() -> str:
    """Return the name of the tiles."""
    return f"{TEGELS}-{hashlib.sha256(als_json(TEGELS, tegelvormen())).hexdigest()[:12]}"


def grenzen_zijn_er(folder: Path, stand: Stand) -> bool:
    """Whether today's municipalities can be drawn as they lie."""
    naam = vormnaam(stand, GEOGRAFIEEN[-1])
    return naam is not None and vormen_met_naam(folder, naam) is not None


def gekozen_vormen(
    folder: Path, stand: Stand, tegels: bool, lijnen: Collection[str] = ()
) -> tuple[str, Vormen]:
    """Return the shapes to draw today's municipalities with, and their name: tiles where nothing else is.

    `lijnen` may name old borders (`VOOR_FUSIES`): then the geographic shapes have those too.
    """
    naam = None if tegels else vormnaam(stand, GEOGRAFIEEN[-1])
    gevonden = vormen_met_naam(folder, naam) if naam else None
    if not naam or not gevonden:
        return tegelnaam(), tegelvormen()
    oud = {lijn: _merged(folder, stand, VOOR_FUSIES[lijn]) for lijn in VOOR_FUSIES if lijn in lijnen}
    return naam, replace(gevonden, lijnen={**gevonden.lijnen, **oud}) if oud else gevonden


def grove_vormen(folder: Path, stand: Stand, tegels: bool) -> Vormen:
    """Return shapes half as heavy, for pages with several smaller maps: their corners lie on whole pixels."""
    geografie = GEOGRAFIEEN[-1]
    pad = None if tegels else grenzenbestand(folder, stand, geografie)
    return _from(pad, geografie, GROF) if pad else tegelvormen()


def _merged(folder: Path, stand: Stand, geografie: str) -> str:
    """Return the municipalities of a state that merged away as one path, empty without its borders."""
    naam = vormnaam(stand, geografie)
    gevonden = vormen_met_naam(folder, naam) if naam else None
    weg = (pad for nis, pad in gevonden.paden.items() if nis not in gemeenten()) if gevonden else ()
    return "".join(f"M0 0{pad}" for pad in weg)  # a path begins where the last one ended


def vormen_met_naam(folder: Path, naam: str) -> Vormen | None:
    """Return the shapes with this name, None where there are none; other names never reach the disk."""
    if naam.startswith(TEGELS):
        return tegelvormen() if naam == tegelnaam() else None
    gevonden = NAAM.fullmatch(naam)
    pad = folder.resolve() / f"grenzen-{gevonden[1]}-{gevonden[2]}.geojson" if gevonden else None
    return _from(pad, gevonden[1]) if gevonden and pad and pad.is_file() else None


@lru_cache(maxsize=BEWAARD)
def _from(pad: Path, geografie: str, stap: int = 1) -> Vormen:
    return geografische_vormen(json.loads(pad.read_bytes()), geografie, stap)


def als_json(naam: str, vormen: Vormen) -> bytes:
    """Return what a browser draws: lists in the order of `nis`, which `/kaart.json` follows too."""
    bekend = gemeenten(geografie_van(naam))
    codes = [nis for nis in bekend if nis in vormen.paden]
    return json.dumps(
        {
            "breedte": vormen.breedte,
            "hoogte": vormen.hoogte,
            "nis": codes,
            "naam": [bekend[nis].naam for nis in codes],
            "pad": [vormen.paden[nis] for nis in codes],
            "midden": [[round(x, 1), round(y, 1)] for x, y in (vormen.midden[nis] for nis in codes)],
            "klein": vormen.klein,
            "lijnen": vormen.lijnen,
        },
        ensure_ascii=False,
        separators=(",", ":"),
    ).encode()


def geografie_van(naam: str) -> str:
    """Return the state of the municipalities that shapes are of; the tiles are of today."""
    staat = naam.partition("-")[0]
    return staat if staat in GEOGRAFIEEN else GEOGRAFIEEN[-1]
