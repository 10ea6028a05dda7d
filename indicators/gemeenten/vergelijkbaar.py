"""On what municipalities are compared to find those that look alike, and what is told about it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from math import log

from indicators.gemeenten.staten import Gemeente, OnbekendeGroep, gemeenten
from indicators.statistics.gelijkenis import Gelijkende, bruikbaar, gelijkaardig


@dataclass(frozen=True, slots=True)
class Kenmerk:
    """A variable to find similar municipalities by; on a log scale where towns differ by factors."""

    titel: str
    logaritme: bool = False


KENMERKEN = {
    "bevolking": Kenmerk("aantal inwoners", logaritme=True),
    "bevolkingsdichtheid": Kenmerk("inwoners per km²", logaritme=True),
    "aandeel_0_17": Kenmerk("aandeel kinderen en jongeren tot 17 jaar"),
    "aandeel_65_plus": Kenmerk("aandeel 65-plussers"),
    "fiscaal_inkomen_per_inwoner": Kenmerk("inkomen per inwoner"),
}
"""By the id of the indicator that holds it. Income is the fiscal one: that of households (`adi_mediaan`) has
no figure for a municipality that merged after it."""


VER = 1.5
"""Standard deviations from which even the nearest is called unlike: of the real ones, Herstappe alone."""


@dataclass(frozen=True, slots=True)
class Kenmerken:
    """The latest figures that groups are made of, each by NIS code of today.

    `inwoners` is a number, `kansarmoede` the index in percent. `context` holds the `KENMERKEN` by id;
    `bevolking` may be left out of it, `inwoners` says the same.
    """

    inwoners: Mapping[str, float] = field(default_factory=dict)
    kansarmoede: Mapping[str, float] = field(default_factory=dict)
    context: Mapping[str, Mapping[str, float]] = field(default_factory=dict)

    def schalen(self) -> dict[str, dict[str, float]]:
        """Every one of `KENMERKEN` on the scale to compare on: kenmerk -> nis -> value, in fixed order."""
        cijfers = {"bevolking": self.inwoners, **self.context}
        return {naam: _scale(kenmerk, cijfers.get(naam, {})) for naam, kenmerk in KENMERKEN.items()}


def _scale(kenmerk: Kenmerk, cijfers: Mapping[str, float]) -> dict[str, float]:
    if not kenmerk.logaritme:
        return dict(cijfers)
    return {nis: log(waarde) for nis, waarde in cijfers.items() if waarde > 0}


def gelijkende_gemeenten(
    gemeente: Gemeente, kenmerken: Kenmerken, zonder: Collection[str]
) -> tuple[tuple[Gelijkende, ...], str]:
    """The ten that look most like `gemeente`, nearest first, and in Dutch on what and with what left out.

    Raises OnbekendeGroep where no variable is left, or too few figures are known.
    """
    schalen = kenmerken.schalen()
    gevonden = tuple(gelijkaardig(gemeente.nis_code, schalen, zonder))
    if not gevonden:
        raise OnbekendeGroep(_why_none(gemeente, schalen))
    gebruikt = bruikbaar(gemeente.nis_code, schalen, zonder)
    zinnen = _explain(gemeente, schalen, gebruikt, zonder)
    if gevonden[0].afstand > VER:
        zinnen.insert(1, f"Let op: geen enkele gemeente lijkt er goed op, ook {_name(gevonden[0])} niet.")
    return gevonden, " ".join(zinnen)


def _name(een: Gelijkende) -> str:
    return gemeenten()[een.nis].naam


def _why_none(gemeente: Gemeente, schalen: Mapping[str, Mapping[str, float]]) -> str:
    if bruikbaar(gemeente.nis_code, schalen):
        return "Er is geen kenmerk over om gemeenten op te vergelijken. Laat minstens één kenmerk staan."
    return (
        f"We kunnen geen gemeenten zoeken die op {gemeente.naam} lijken: de cijfers daarvoor ontbreken. "
        "Kies een andere vergelijking."
    )


def _explain(
    gemeente: Gemeente,
    schalen: Mapping[str, Mapping[str, float]],
    gebruikt: Collection[str],
    zonder: Collection[str],
) -> list[str]:
    """Sentences: which variables count, which do not and why, and who could not take part."""
    samen = "Elk kenmerk telt even zwaar." if len(gebruikt) > 1 else ""
    zinnen = [f"De gemeenten die het meest op {gemeente.naam} lijken. Vergeleken op: {_titles(gebruikt)}."]
    zinnen += [samen] if samen else []
    if weg := [naam for naam in schalen if naam in zonder]:
        zinnen.append(f"Niet gebruikt, omdat je dat vroeg: {_titles(weg)}.")
    if leeg := [naam for naam in schalen if naam not in zonder and naam not in gebruikt]:
        zinnen.append(f"Niet gebruikt, omdat er geen cijfer is voor {gemeente.naam}: {_titles(leeg)}.")
    bekend = [frozenset(schalen[naam]) for naam in gebruikt]
    buiten = len(frozenset[str]().union(*bekend) - bekend[0].intersection(*bekend))
    if buiten:
        doen = "1 gemeente deed" if buiten == 1 else f"{buiten} gemeenten deden"
        zinnen.append(f"{doen} niet mee, omdat een van deze cijfers daar ontbreekt.")
    return zinnen


def _titles(namen: Collection[str]) -> str:
    return ", ".join(KENMERKEN[naam].titel for naam in namen)
