"""With whom a municipality can be compared: areas that it lies in, and groups of others.

The ids stand in URLs too (`?vergelijk=`). An area contains the municipality itself, a group never does.
"""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache

from indicators.gemeenten.klassen import grootteklasse, kansarmoedeklasse
from indicators.gemeenten.ligging import Lidmaatschap, buren, lidmaatschappen
from indicators.gemeenten.staten import Gemeente, OnbekendeGroep, UnknownCode, gemeenten
from indicators.gemeenten.vergelijkbaar import Kenmerken, gelijkende_gemeenten
from indicators.gemeenten.zoeken import gemeente_voor
from indicators.statistics.gelijkenis import Gelijkende

STANDAARD = "vlaanderen"
EIGEN = "eigen:"
HOOGSTENS_EIGEN = 40
VOLUIT = 3
"""Own sets of up to so many municipalities are called by their names."""
GEBIEDEN = {
    "provincie": ("de", ""),
    "arrondissement": ("het", "Een arrondissement is een deel van een provincie."),
    "referentieregio": ("de", "In een referentieregio werken gemeenten samen; Vlaanderen legde ze vast."),
    "eerstelijnszone": (
        "de",
        "In een eerstelijnszone werken lokale besturen samen met huisartsen en andere zorg en hulp dichtbij.",
    ),
}
"""Areas above a municipality, with their article and what a reader may not know about them."""
ANDERE = "Kies een andere vergelijking."
ZELF_GEKOZEN = (
    "De groep is gekozen met de kansarmoede-index zelf: bij dat cijfer zegt de vergelijking dus weinig."
)


@dataclass(frozen=True, slots=True)
class Keuze:
    """One thing to choose: its id, and its name with a capital."""

    keuze: str
    titel: str


@dataclass(frozen=True, slots=True)
class Groep:
    """Whom a municipality is compared with.

    `naam` is a label, `in_zin` stands after "vergeleken met", `uitleg` is one or more sentences. `leden` are
    codes of today. Where `gebied`, the municipality itself is among them. `gelijkenden` say, for the group
    of similar municipalities only, how far each lies.
    """

    keuze: str
    naam: str
    in_zin: str
    leden: tuple[str, ...]
    gebied: bool
    uitleg: str
    gelijkenden: tuple[Gelijkende, ...] = ()


def keuzes(nis: str, kenmerken: Kenmerken) -> list[Keuze]:
    """What there is to compare this municipality with, in a fixed order; an own set is always possible.

    Left out: an area of which it is the only member, a class that is unknown, neighbours where it has none.
    """
    found = []
    for keuze in _MAKERS:
        try:
            titel = groep(keuze, nis, kenmerken).naam
        except OnbekendeGroep:
            continue
        found.append(Keuze(keuze, titel[0].upper() + titel[1:]))
    return found


def groep(keuze: str, nis: str, kenmerken: Kenmerken, zonder: Collection[str] = ()) -> Groep:
    """The group with this id for a municipality of today; `zonder` names `KENMERKEN` to leave out.

    Raises OnbekendeGroep with a sentence for the reader; UnknownCode if `nis` is not a code of today.
    """
    if nis not in gemeenten():
        raise UnknownCode(f"{nis} is not the NIS code of a Flemish municipality of today")
    gemeente = gemeenten()[nis]
    if keuze.startswith(EIGEN):
        return _own(keuze.removeprefix(EIGEN), gemeente)
    if keuze not in _MAKERS:
        raise OnbekendeGroep(f"De vergelijking '{keuze[:40]}' bestaat niet. {ANDERE}")
    return _MAKERS[keuze](gemeente, kenmerken, zonder)


@cache
def leden_per_gebied() -> Mapping[tuple[str, str], tuple[str, ...]]:
    """(level, area) -> codes of today, in alphabetical order."""
    found: dict[tuple[str, str], list[str]] = {}
    for lid in lid_van().values():
        found.setdefault((lid.niveau, lid.groep), []).append(lid.nis_code)
    return {area: _ordered(leden) for area, leden in found.items()}


@cache
def lid_van() -> Mapping[tuple[str, str], Lidmaatschap]:
    """(level, code of today) -> the membership that holds today."""
    return {(lid.niveau, lid.nis_code): lid for lid in lidmaatschappen() if lid.geldig_tot is None}


def gebiedsnaam(lid: Lidmaatschap) -> str:
    """`provincie Antwerpen`; the word `Regio` does not stand there twice."""
    eigennaam = lid.groep_naam.removeprefix("Regio ") if lid.niveau == "referentieregio" else lid.groep_naam
    return f"{lid.niveau} {eigennaam}"


def _ordered(leden: Iterable[str]) -> tuple[str, ...]:
    """In alphabetical order of their names."""
    gezocht = set(leden)
    return tuple(nis for nis in gemeenten() if nis in gezocht)


def _flanders(gemeente: Gemeente, kenmerken: Kenmerken, zonder: Collection[str]) -> Groep:
    uitleg = f"Alle {len(gemeenten())} Vlaamse gemeenten, ook {gemeente.naam}."
    return Groep(STANDAARD, "Vlaanderen", "Vlaanderen", tuple(gemeenten()), True, uitleg)


def _area(niveau: str) -> Callable[[Gemeente, Kenmerken, Collection[str]], Groep]:
    lidwoord, uitleg = GEBIEDEN[niveau]

    def make(gemeente: Gemeente, kenmerken: Kenmerken, zonder: Collection[str]) -> Groep:
        lid = lid_van()[niveau, gemeente.nis_code]
        leden = leden_per_gebied()[niveau, lid.groep]
        naam = gebiedsnaam(lid)
        if len(leden) == 1:
            raise OnbekendeGroep(
                f"{gemeente.naam} is de enige gemeente van {lidwoord} {naam}. Er is niets om mee te "
                f"vergelijken. {ANDERE}"
            )
        tekst = f"Alle {len(leden)} gemeenten van {lidwoord} {naam}, ook {gemeente.naam}. {uitleg}"
        return Groep(niveau, naam, f"{lidwoord} {naam}", leden, True, tekst.strip())

    return make


def _size_class(gemeente: Gemeente, kenmerken: Kenmerken, zonder: Collection[str]) -> Groep:
    klasse = {nis: grootteklasse(aantal, "tabel_6").titel for nis, aantal in kenmerken.inwoners.items()}
    return _class("grootteklasse", gemeente, klasse, "gemeenten met {}", "het aantal inwoners")


def _poverty_class(gemeente: Gemeente, kenmerken: Kenmerken, zonder: Collection[str]) -> Groep:
    klasse = {nis: kansarmoedeklasse(index).titel for nis, index in kenmerken.kansarmoede.items()}
    gevonden = _class("kansarmoedeklasse", gemeente, klasse, "gemeenten met een {}", "de kansarmoede-index")
    return replace(gevonden, uitleg=f"{gevonden.uitleg} {ZELF_GEKOZEN}")


def _class(keuze: str, gemeente: Gemeente, klasse: Mapping[str, str], vorm: str, wat: str) -> Groep:
    """The others in the same class, by the title of the class of each municipality."""
    if gemeente.nis_code not in klasse:
        raise OnbekendeGroep(f"We kennen {wat} van {gemeente.naam} niet. {ANDERE}")
    eigen = klasse[gemeente.nis_code]
    leden = _ordered(nis for nis, titel in klasse.items() if titel == eigen and nis != gemeente.nis_code)
    naam = vorm.format(eigen)
    if not leden:
        raise OnbekendeGroep(f"{gemeente.naam} is alleen in de groep '{naam}'. {ANDERE}")
    uitleg = f"{_others(len(leden))} uit de groep '{naam}'. De grenzen komen uit het onderzoek van 2018."
    return Groep(keuze, naam, f"andere {naam}", leden, False, uitleg)


def _others(aantal: int) -> str:
    return "De enige andere gemeente" if aantal == 1 else f"De {aantal} andere gemeenten"


def _cities(gemeente: Gemeente, kenmerken: Kenmerken, zonder: Collection[str]) -> Groep:
    alle = leden_per_gebied()["centrumstad", "centrumsteden"]
    leden = tuple(nis for nis in alle if nis != gemeente.nis_code)
    naam = "centrumsteden" if leden == alle else "andere centrumsteden"
    uitleg = f"De {len(leden)} {naam}: grotere steden waar ook mensen uit de omgeving naartoe komen."
    return Groep("centrumsteden", naam, f"de {naam}", leden, False, uitleg)


def _neighbours(gemeente: Gemeente, kenmerken: Kenmerken, zonder: Collection[str]) -> Groep:
    leden = _ordered(buren(gemeente.nis_code))
    if not leden:
        raise OnbekendeGroep(f"{gemeente.naam} grenst aan geen enkele andere Vlaamse gemeente. {ANDERE}")
    naam = f"de {'buurgemeente' if len(leden) == 1 else 'buurgemeenten'} van {gemeente.naam}"
    uitleg = f"{opgesomd(leden)}: {'deelt' if len(leden) == 1 else 'delen'} een grens met {gemeente.naam}."
    return Groep("buren", naam, naam, leden, False, uitleg)


def _similar(gemeente: Gemeente, kenmerken: Kenmerken, zonder: Collection[str]) -> Groep:
    gevonden, uitleg = gelijkende_gemeenten(gemeente, kenmerken, zonder)
    naam = f"gemeenten die op {gemeente.naam} lijken"
    leden = tuple(een.nis for een in gevonden)
    return Groep("vergelijkbaar", naam, naam, leden, False, uitleg, gevonden)


def _own(tekst: str, gemeente: Gemeente) -> Groep:
    """The set that someone chose, in their order: names, slugs or codes, of today or of before a merger."""
    leden = [nis for nis in eigen_keuze(tekst) if nis != gemeente.nis_code]
    if not leden:
        raise OnbekendeGroep(f"Je koos nog geen andere gemeente dan {gemeente.naam}. Kies er minstens één.")
    if len(leden) > HOOGSTENS_EIGEN:
        raise OnbekendeGroep(
            f"Je koos {len(leden)} gemeenten. Er kunnen er hoogstens {HOOGSTENS_EIGEN} zijn: laat er weg."
        )
    keuze = EIGEN + "+".join(gemeenten()[nis].slug for nis in leden)
    namen = opgesomd(leden)
    if len(leden) <= VOLUIT:
        return Groep(keuze, namen, namen, tuple(leden), False, f"Jouw keuze: {namen}.")
    hoeveel = f"{len(leden)} gemeenten die je koos"
    return Groep(keuze, hoeveel, f"de {hoeveel}", tuple(leden), False, f"Jouw keuze: {namen}.")


def eigen_keuze(tekst: str) -> list[str]:
    """Codes of today, each once, in the order given: names, slugs or codes.

    Between names stands `+`, which a browser may have turned into a space. Raises OnbekendeGroep.
    """
    namen = [deel for deel in re.split(r"[+,]" if "+" in tekst else r"[\s,]", tekst) if deel.strip()]
    gevonden = {naam: gemeente_voor(naam.strip()) for naam in namen}
    if vreemd := [naam.strip()[:40] for naam, een in gevonden.items() if een is None]:
        raise OnbekendeGroep(
            f"Deze gemeenten kennen we niet: {', '.join(vreemd)}. Kijk de namen na en probeer opnieuw."
        )
    return list(dict.fromkeys(een.nis_code for een in gevonden.values() if een))


def opgesomd(leden: Collection[str]) -> str:
    """`Gent`, `Gent en Aalst`, `Gent, Aalst en Boom`."""
    *voor, laatste = (gemeenten()[nis].naam for nis in leden)
    return f"{', '.join(voor)} en {laatste}" if voor else laatste


_MAKERS: Mapping[str, Callable[[Gemeente, Kenmerken, Collection[str]], Groep]] = {
    STANDAARD: _flanders,
    **{niveau: _area(niveau) for niveau in GEBIEDEN},
    "grootteklasse": _size_class,
    "kansarmoedeklasse": _poverty_class,
    "centrumsteden": _cities,
    "buren": _neighbours,
    "vergelijkbaar": _similar,
}
