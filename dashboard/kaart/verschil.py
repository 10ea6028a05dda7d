"""Two periods on one map: where a figure changed by more than chance, or else by how much."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from dashboard.components.duiding import NA_EEN_PIEK, TE_KLEIN, verschildecimalen
from dashboard.kaart.beeld import Kaartbeeld, Vlak, kaartbeeld
from dashboard.omgevingsanalyse.doorsnede import doorsnede
from dashboard.omgevingsanalyse.gebiedscijfers import Verschil, breuk_tussen, gewone_perioden, verschillen
from dashboard.warehouse import Stand
from indicators.gemeenten import gemeenten
from indicators.gemeenten.gebieden import gebieden
from indicators.gemeenten.groepen import STANDAARD
from indicators.model import Soort
from indicators.statistics import Onbekend, Periode, Positie, StatistiekFout, Verandering
from indicators.statistics.indeling import Indeling
from indicators.statistics.klassen import Klassen, klassen, klassen_rond_nul
from indicators.statistics.vaste_klassen import VERSCHILWAARDE

WOORDEN: dict[str, str] = {
    Positie.LAGER: "gedaald, meer dan toeval",
    Positie.NIET_TE_ONDERSCHEIDEN: "te klein om te zien",
    Positie.HOGER: "gestegen, meer dan toeval",
}
GEEN_TWEE = "Er zijn geen twee perioden met een cijfer die over andere jaren gaan. Kies een ander cijfer."
NIET_IN_BEIDE = Onbekend("geen enkele gemeente in beide perioden een cijfer heeft")
ALLEEN_GROOTTE = (
    "De kleur zegt alleen hoe groot het verschil is. Of het meer is dan toeval, weten we niet, omdat {}."
)
ROND_NUL = "De klassen liggen even ver onder nul als erboven."


def verschilbeeld(
    stand: Stand,
    indicator: str,
    nieuw: Periode | None = None,
    oud: Periode | None = None,
    gebied: str = STANDAARD,
) -> Kaartbeeld:
    """Return the map of what changed between two periods; without them, the newest two that do not overlap.

    Where of no municipality it is known what chance does, it shows how large the differences are.
    Raises OverlappendePerioden where they share a day, StatistiekFout where there are no two of them.
    """
    nieuw, oud = _periods(doorsnede(stand, indicator).perioden, nieuw, oud)
    beeld = kaartbeeld(stand, indicator, nieuw, gebied)
    per_gemeente = [gebieden()[een.slug] for een in gemeenten().values()]
    alle = verschillen(stand, per_gemeente, beeld.indicator, nieuw, oud)
    breuk = breuk_tussen(beeld.indicator, nieuw, oud)
    grootten = {} if breuk else _sizes(alle)
    nul = 0.5 * 10.0 ** -verschildecimalen(beeld.indicator)  # what is written as 0
    kleuren, ingedeeld, noten = _coloured(beeld.soort, alle, grootten, nul)
    per_nis = {een.gebied.leden[0]: een for een in alle}
    return replace(
        beeld,
        vorige=oud,
        indeling=Indeling.VERSCHIL,
        klassen=ingedeeld,
        vast=False,
        vlakken=tuple(
            _area(vlak, per_nis[vlak.nis_code], grootten.get(vlak.nis_code), kleuren, ingedeeld)
            for vlak in beeld.vlakken
        ),
        waarden=tuple(kleuren.values()),
        noten=noten,
    )


def _periods(
    bekend: Sequence[Periode], nieuw: Periode | None, oud: Periode | None
) -> tuple[Periode, Periode]:
    """Put the newer one first, and fill in what was not chosen: the newest, and the one before that."""
    tot = [een for een in bekend if nieuw is None or een.einde <= nieuw.einde]
    gewoon = gewone_perioden(tot)
    if nieuw and oud:
        return max(nieuw, oud), min(nieuw, oud)
    if gewoon is None:
        raise StatistiekFout(GEEN_TWEE)
    return gewoon[0], oud or gewoon[1]


def _sizes(alle: Sequence[Verschil]) -> dict[str, float]:
    """Return new minus old of those that have both, by NIS code."""
    return {
        een.gebied.leden[0]: een.nieuw.meting.waarde - een.oud.meting.waarde
        for een in alle
        if een.nieuw and een.oud
        if een.nieuw.meting.waarde is not None and een.oud.meting.waarde is not None
    }


def _coloured(
    soort: Soort, alle: Sequence[Verschil], grootten: Mapping[str, float], nul: float
) -> tuple[Mapping[str, float], Klassen | Onbekend, tuple[str, ...]]:
    """Return what is coloured, in which classes, and what the reader must know: words before sizes."""
    kleuren = {een.gebied.leden[0]: waarde for een in alle if (waarde := _value(een.uitkomst)) is not None}
    if kleuren:
        return kleuren, _in_words(list(kleuren.values())), (TE_KLEIN, NA_EEN_PIEK)
    redenen = [een.uitkomst for een in alle if een.nieuw and een.oud and isinstance(een.uitkomst, Onbekend)]
    [(reden, _)] = Counter(redenen or [NIET_IN_BEIDE]).most_common(1)
    ingedeeld = klassen_rond_nul(list(grootten.values()), nul)
    if soort is Soort.AANTAL or isinstance(ingedeeld, Onbekend):
        return {}, reden, ()
    over = [ingedeeld.opmerking] if ingedeeld.opmerking else []
    return grootten, ingedeeld, (ALLEEN_GROOTTE.format(reden.reden), *over, ROND_NUL, NA_EEN_PIEK)


def _value(uitkomst: Verandering | Onbekend) -> float | None:
    if isinstance(uitkomst, Onbekend):
        return None
    if not uitkomst.groter_dan_toeval:
        return VERSCHILWAARDE[Positie.NIET_TE_ONDERSCHEIDEN]
    return VERSCHILWAARDE[Positie.HOGER if uitkomst.verschil > 0 else Positie.LAGER]


def _in_words(waarden: Sequence[float]) -> Klassen | Onbekend:
    """Return the three classes with words for a change."""
    gevonden = klassen(waarden, Indeling.VERSCHIL)
    if isinstance(gevonden, Onbekend):
        return gevonden
    return replace(
        gevonden,
        leden=tuple(replace(klas, woord=WOORDEN[klas.woord or ""]) for klas in gevonden.leden),
        opmerking=None,
    )


def _area(
    vlak: Vlak,
    verschil: Verschil,
    grootte: float | None,
    kleuren: Mapping[str, float],
    ingedeeld: Klassen | Onbekend,
) -> Vlak:
    waarde = kleuren.get(vlak.nis_code)
    metingen = [een.meting for een in (verschil.nieuw, verschil.oud) if een]
    return replace(
        vlak,
        waarde=waarde,
        klas=None if waarde is None or isinstance(ingedeeld, Onbekend) else ingedeeld.van(waarde),
        onzeker=waarde is not None and any(een.schatting for een in metingen),
        verandering=verschil.uitkomst if len(metingen) == 2 else None,
        verschil=grootte,
    )
