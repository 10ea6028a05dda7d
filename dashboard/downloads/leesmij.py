"""`LEESMIJ.txt`: what is in the zip, how to cite it, and what each publisher allows."""

import textwrap
from collections.abc import Iterator, Sequence

from dashboard.downloads.inhoud import Inhoud
from dashboard.downloads.kolommen import KOLOMMEN
from dashboard.tekst import DEMO, datum, opsomming
from dashboard.warehouse import Rij, Stand

BREEDTE = 78
LICENTIES = {
    "CC BY 4.0": (
        "Je mag deze cijfers delen en bewerken, als je de bron noemt en zegt wat je veranderde. "
        "De volledige tekst: https://creativecommons.org/licenses/by/4.0/deed.nl"
    ),
    "onbekend": (
        "De bron zegt niet wat je met deze cijfers mag doen. Vraag het na bij de uitgever voor je ze "
        "verspreidt."
    ),
}
"""What the licences that we met allow."""
BESTANDEN = (
    "cijfers.csv: de cijfers, met één rij per cijfer. Dubbelklik erop: een rekenblad dat op Nederlands "
    "(België) staat, opent het meteen goed. Tussen de kolommen staat een puntkomma, voor de decimalen een "
    "komma.",
    "metadata.json: hetzelfde voor een programma. Wat elk cijfer betekent, uit welk bestand het komt en met "
    "wie het vergeleken is.",
    "LEESMIJ.txt: deze tekst.",
)
LET_OP = (
    "Een leeg vak is nooit nul. Er is dan geen cijfer; de kolom 'reden' zegt waarom.",
    "Ook waar een cijfer laag is, leven mensen in armoede.",
    "Tel percentages niet op en maak er geen gemiddelde van: gemeenten zijn niet even groot.",
    "Zet geen twee periodes naast elkaar die elkaar overlappen. Ze tellen deels dezelfde mensen.",
)


def leesmij(stand: Stand, inhoud: Inhoud) -> bytes:
    """Return the text, in lines that fit any window."""
    delen = [
        *_opening(stand, inhoud),
        *_list("Wat zit er in deze map?", BESTANDEN),
        *_list("Let op", LET_OP),
        *_cite(stand, inhoud),
        *_list("De kolommen", [f"{naam}: {uitleg}" for naam, uitleg in KOLOMMEN.items()]),
        *_sources(inhoud.leveringen(stand)),
    ]
    return ("\n\n".join(delen) + "\n").encode()


def _opening(stand: Stand, inhoud: Inhoud) -> Iterator[str]:
    yield _heading(inhoud.titel, "=")
    if stand.demo:
        yield _fill(f"{DEMO.upper()}. Deze cijfers zijn verzonnen om het Regiekompas te tonen.")
    yield _fill(f"Vergeleken met {inhoud.vergelijking.naam}. {inhoud.vergelijking.uitleg}")


def _cite(stand: Stand, inhoud: Inhoud) -> Iterator[str]:
    yield _heading("Zo verwijs je ernaar")
    bronnen = opsomming(list(dict.fromkeys(een["uitgever"] for een in inhoud.leveringen(stand))))
    bron = f" Bron van de cijfers: {bronnen}." if bronnen else ""
    yield _fill(f"Regiekompas, {inhoud.titel}. Stand van {datum(stand.gebouwd_op)}.{bron}")
    yield f"{inhoud.pagina}\n(stand {stand.id})"


def _sources(leveringen: Sequence[Rij]) -> Iterator[str]:
    yield _heading("Bronnen en licenties")
    if not leveringen:
        yield _fill("Voor deze cijfers kregen we nog geen enkel bestand.")
    for een in leveringen:
        regels = [
            f"{een['bron_titel']} ({een['uitgever']})",
            f"Bestand {een['bestandsnaam']}, opgehaald op {datum(een['opgehaald_op'])}.",
            *([f"Adres: {een['url']}"] if een["url"] else []),
            f"sha256: {een['sha256']}",
            f"Licentie: {een['licentie']}. {LICENTIES.get(een['licentie'], '')}".strip(),
        ]
        yield "\n".join(_fill(regel) for regel in regels)


def _list(kop: str, zinnen: Sequence[str]) -> Iterator[str]:
    yield _heading(kop)
    yield "\n".join(_fill(zin, "- ") for zin in zinnen)


def _heading(tekst: str, lijn: str = "-") -> str:
    regels = textwrap.wrap(tekst, BREEDTE)
    return "\n".join([*regels, lijn * max(map(len, regels))])


def _fill(tekst: str, teken: str = "") -> str:
    """Break a text into lines; addresses and hashes stay whole."""
    return textwrap.fill(
        tekst,
        BREEDTE,
        initial_indent=teken,
        subsequent_indent=" " * len(teken),
        break_long_words=False,
        break_on_hyphens=False,
    )
