"""One indicator of several areas in two periods: the dumbbells, what may be said, and the table."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from dashboard.components.duiding import NA_EEN_PIEK, NIET_GEKEND, TE_KLEIN, aslabel, met_teken, schrijf
from dashboard.components.gebiedsadres import Gebiedsadres
from dashboard.components.verloop import AS_NIET_NUL, VANAF_NUL
from dashboard.figures.dumbbell import Halter, dumbbell
from dashboard.omgevingsanalyse.gebiedscijfers import Cijfer, Verschil, dichtste_zonder_overlap, verschillen
from dashboard.tekst import getal, hoofdletter, periode
from dashboard.warehouse import Rij, Stand
from indicators.gemeenten.gebieden import Gebied
from indicators.model import Soort
from indicators.statistics import Onbekend, OverlappendePerioden, Periode, Verandering, in_mensen

BREED, SMAL = 860, 330
LEEG = "geen cijfer"


@dataclass(frozen=True, slots=True)
class Perioden:
    """The changes of an indicator between two periods."""

    indicator: Rij
    nieuw: Periode
    oud: Periode
    verschillen: Sequence[Verschil]


def tussen_perioden(
    stand: Stand, gebieden: Sequence[Gebied], indicator: Rij, nieuw: Periode, oud: Periode
) -> Perioden:
    """Return what changed; raises OverlappendePerioden where the periods share a day."""
    return Perioden(indicator, nieuw, oud, verschillen(stand, gebieden, indicator, nieuw, oud))


def periodedeel(
    stand: Stand,
    gebieden: Sequence[Gebied],
    indicator: Rij,
    gekozen: tuple[Periode | None, Periode | None],
    beschikbaar: Sequence[Periode],
    adres: Gebiedsadres,
) -> dict[str, object]:
    """Return drawings, words and table; or why two periods may not be compared, with the nearest that may.

    `gekozen` are the new and the old one; `beschikbaar` all that there are, oldest first.
    """
    nieuw, oud = gekozen
    leeg: dict[str, object] = {
        "figuur": None,
        "tabel": None,
        "noten": [],
        "weigering": None,
        "voorstel": None,
    }
    if nieuw is None or oud is None:
        return {**leeg, "weigering": "Er zijn geen twee perioden met een cijfer. Vergelijken gaat dus niet."}
    try:
        alle = tussen_perioden(stand, gebieden, indicator, nieuw, oud)
    except OverlappendePerioden as fout:
        return _refused(fout.zin, _proposal(beschikbaar, nieuw, oud, adres))
    if not any(een.nieuw or een.oud for een in alle.verschillen):
        return _refused("Geen van deze gebieden heeft een cijfer in deze perioden.")
    return {
        "weigering": None,
        "figuur": {"breed": tekening(alle, BREED), "smal": tekening(alle, SMAL)},
        "tabel": _table(alle),
        "noten": _notes(alle),
    }


def _refused(zin: str, voorstel: tuple[str, str] | None = None) -> dict[str, object]:
    return {"weigering": zin, "voorstel": voorstel}


def tekening(alle: Perioden, breedte: int) -> str:
    """Draw the dumbbells, `breedte` pixels wide; at least one area needs a figure."""
    soort, eenheid = Soort(alle.indicator["soort"]), alle.indicator["eenheid"]
    return dumbbell(
        [
            Halter(hoofdletter(v.gebied.naam), _value(v.oud), _value(v.nieuw), _word(alle, v))
            for v in alle.verschillen
        ],
        (_time(alle.oud), _time(alle.nieuw)),
        partial(schrijf, alle),
        partial(aslabel, eenheid=eenheid),
        breedte,
        f"{alle.indicator['titel']}, {_time(alle.oud)} en {_time(alle.nieuw)}",
        "De tabel eronder geeft alle cijfers.",
        vanaf_nul=soort in VANAF_NUL,
    )


def _proposal(
    beschikbaar: Sequence[Periode], nieuw: Periode, oud: Periode, adres: Gebiedsadres
) -> tuple[str, str] | None:
    """Return the address and the text of the nearest comparison that is allowed."""
    anders = dichtste_zonder_overlap(beschikbaar, nieuw, oud)
    if anders is None:
        return None
    naar = adres.met(van=anders.einde, tot=nieuw.einde)
    return f"{naar}#perioden", f"Vergelijk {_time(nieuw)} met {_time(anders)}"


def _word(alle: Perioden, een: Verschil) -> str:
    """Return what stands beside the points: the difference, and whether chance can make it."""
    if een.nieuw is None or een.oud is None:
        return "niet te vergelijken: een cijfer ontbreekt"
    verschil = met_teken(alle.indicator, _change(een))
    if isinstance(een.uitkomst, Onbekend):
        return f"{verschil}; {NIET_GEKEND}"
    return f"{verschil}: {_size(een.uitkomst)}"


def _size(gevonden: Verandering) -> str:
    return "groter dan toeval" if gevonden.groter_dan_toeval else "te klein om te zien"


def _change(een: Verschil) -> float:
    nieuw, oud = _value(een.nieuw), _value(een.oud)
    if nieuw is None or oud is None:
        raise ValueError(f"{een.gebied.sleutel} has no figure in both periods")
    return nieuw - oud


def _notes(alle: Perioden) -> list[str]:
    """Return what the reader must know before making something of a change."""
    soort = Soort(alle.indicator["soort"])
    noten = [
        TE_KLEIN if any(isinstance(een.uitkomst, Verandering) for een in alle.verschillen) else "",
        NA_EEN_PIEK,
        "" if soort in VANAF_NUL else AS_NIET_NUL,
    ]
    return [noot for noot in noten if noot]


def _table(alle: Perioden) -> dict[str, object]:
    """Return the same as a table, with why something cannot be said and from where it could be seen."""
    rijen = [
        [
            hoofdletter(een.gebied.naam),
            _written(alle, een.oud),
            _written(alle, een.nieuw),
            *_verdict(alle, een),
        ]
        for een in alle.verschillen
    ]
    return {
        "bijschrift": f"{alle.indicator['titel']} in twee perioden",
        "kop": [
            "Gebied",
            _time(alle.oud),
            _time(alle.nieuw),
            "Verschil",
            "Onzeker",
            "Toeval?",
            "Meestal pas te zien vanaf",
        ],
        "rijen": rijen,
    }


def _verdict(alle: Perioden, een: Verschil) -> list[str]:
    if een.nieuw is None or een.oud is None:
        waarom = een.uitkomst.reden if isinstance(een.uitkomst, Onbekend) else ""
        return ["", "", f"weten we niet, omdat {waarom}" if waarom else LEEG, ""]
    verschil, gevonden = met_teken(alle.indicator, _change(een)), een.uitkomst
    if isinstance(gevonden, Onbekend):
        return [verschil, "", f"weten we niet, omdat {gevonden.reden}", ""]
    grenzen = f"tussen {getal(gevonden.interval.laag, 1)} en {getal(gevonden.interval.hoog, 1)}"
    mensen = in_mensen(gevonden.verschil, gevonden.nieuw.noemer or 0.0)
    omgerekend = f", ongeveer {getal(mensen)} op {getal(gevonden.nieuw.noemer or 0.0)}" if mensen else ""
    woord = f"{_size(gevonden)}{omgerekend if gevonden.groter_dan_toeval else ''}"
    return [verschil, grenzen, woord, f"{getal(gevonden.kleinste, 1)} procentpunt"]


def _written(alle: Perioden, cijfer: Cijfer | None) -> str:
    waarde = _value(cijfer)
    return LEEG if waarde is None else schrijf(alle, waarde)


def _value(cijfer: Cijfer | None) -> float | None:
    return cijfer.meting.waarde if cijfer else None


def _time(een: Periode) -> str:
    return periode(een.begin, een.einde)
