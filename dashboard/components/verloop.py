"""One indicator over time: what the chart is drawn from, and what may be said beside it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dashboard.components.duiding import tijd
from dashboard.omgevingsanalyse import zinnen
from dashboard.omgevingsanalyse.achtergrond import Reeks
from dashboard.omgevingsanalyse.analyse import Analyse, Regel
from dashboard.tekst import aantal, datum, getal, opsomming
from dashboard.warehouse import Rij
from indicators.gemeenten.groepen import Groep
from indicators.model import Soort
from indicators.statistics import Interval, Meting, Onbekend, Verandering, in_mensen, onzekerheid

MAX_PERIODEN = 3
"""More periods than these are not written out in a sentence."""
ZELFDE_LEDEN = (
    "Heeft in een jaar een deel van de gemeenten geen cijfer, dan staat de vergelijking er dat jaar niet bij."
)
VANAF_NUL = (Soort.AANDEEL, Soort.INDEX)
"""What starts at zero in a chart; amounts and counts would lose all their shape there."""
AS_NIET_NUL = "De as begint niet bij nul. Verschillen lijken daardoor groter."


@dataclass(frozen=True, slots=True)
class Verloop:
    """One indicator over time: its line of the analysis, and what the comparator had; `leveringen` by key.

    `doel` is the target that the reader set, in the unit of the indicator.
    """

    analyse: Analyse
    regel: Regel
    tegenover: Reeks
    leveringen: Mapping[str, Rij]
    doel: float | None = None

    @property
    def rijen(self) -> Sequence[Rij]:
        return self.regel.rijen

    @property
    def bekend(self) -> list[Rij]:
        return [rij for rij in self.rijen if rij["waarde"] is not None]

    @property
    def tekenbaar(self) -> bool:
        """Whether there is a course to draw: figures of at least two different years."""
        return len({rij["periode_einde"].year for rij in self.bekend}) > 1

    @property
    def lijn(self) -> Reeks:
        """Return the comparator as one line: only figures of the kind that the newest one is of."""
        if self.regel.soort is Soort.AANTAL or not self.tegenover:
            return ()
        laatste = self.tegenover[-1][1]
        return [
            een for een in self.tegenover if (een[1].soort, een[1].noemer) == (laatste.soort, laatste.noemer)
        ]

    def marge(self, meting: Meting) -> Interval | None:
        """Return the interval of one figure of the series, where it is known."""
        elders = self.regel.indicator["noemer_indicator"] is not None
        gevonden = onzekerheid(meting, self.regel.soort, elders)
        return None if isinstance(gevonden, Onbekend) else gevonden


def changed(regel: Regel, groep: Groep) -> list[str]:
    """Say whether the newest figure differs from the newest without overlap, and what could be seen.

    A change larger than chance is told with that of the group.
    """
    if regel.soort is Soort.AANTAL:
        return []
    gevonden = regel.verandering
    zinnen_ = [zinnen.verandering(regel, groep).tekst]
    if isinstance(gevonden, Verandering):
        kleinste = getal(gevonden.kleinste, 1)
        zinnen_.append(
            f"Met zoveel mensen als hier zien we een verandering meestal pas vanaf {kleinste} procentpunt."
        )
        mensen = in_mensen(gevonden.verschil, gevonden.nieuw.noemer or 0.0)
        if gevonden.groter_dan_toeval and mensen:
            op = f"{getal(gevonden.nieuw.noemer or 0.0)} ({regel.indicator['noemer_naam']})"
            zinnen_.append(f"Omgerekend gaat het om ongeveer {getal(mensen)} op {op}.")
    return zinnen_


def lasting(regel: Regel, groep: Groep) -> list[str]:
    """Say whether the last five figures of single years rise or fall, or why that cannot be computed."""
    gevonden = regel.trend
    if regel.soort is Soort.AANTAL:
        return []
    if isinstance(gevonden, Onbekend):
        return [f"Een trend over vijf jaar is niet te berekenen, omdat {gevonden.reden}."]
    if gevonden.richting == "geen duidelijke trend":
        begin, einde = gevonden.perioden[0], gevonden.perioden[-1]
        return [f"Van {begin} tot {einde} is er geen duidelijke trend."]
    return [zinnen.trend(regel, gevonden, groep).tekst]


def breaks(verloop: Verloop) -> list[Rij]:
    """Return the known breaks that fall between two periods of this series."""
    first, last = verloop.rijen[0]["periode_einde"], verloop.rijen[-1]["periode_einde"]
    breuken: Sequence[Rij] = verloop.regel.indicator["breuken"] or ()
    return [breuk for breuk in breuken if first < breuk["vanaf"] <= last]


def vol(indicator: Rij, jaar: int, laatste: int) -> bool:
    """Whether a point is filled: counted back from the newest year, those whose windows do not overlap."""
    venster = max(indicator["venster_jaren"], 1)  # values of one day never overlap
    return bool((laatste - jaar) % venster == 0)


def over_vensters(indicator: Rij) -> list[str]:
    """Say which points may be compared, where a figure counts several years."""
    venster = indicator["venster_jaren"]
    if venster <= 1:
        return []
    return [
        f"Elk cijfer telt {venster} jaar samen. Liggen twee cijfers minder dan {venster} jaar uit elkaar, "
        "dan tellen ze deels dezelfde mensen. Vergelijk alleen de volle punten met elkaar."
    ]


def notes(verloop: Verloop) -> list[str]:
    """Return what the reader must know before reading the chart, a sentence or two each."""
    indicator, eenheid = verloop.regel.indicator, verloop.regel.indicator["eenheid"]
    band = any(verloop.marge(meting) for meting in verloop.regel.reeks)
    zinnen_ = [
        *over_vensters(indicator),
        "De band rond de lijn toont hoe onzeker elk cijfer is." if band else None,
        ZELFDE_LEDEN if _gaps(verloop) else None,
        None if verloop.regel.soort in VANAF_NUL else AS_NIET_NUL,
        None if eenheid in ("%", "euro", "index") else f"De as telt in {eenheid}.",
        _some(verloop, "schatting", "een schatting"),
        _some(verloop, "voorlopig", "voorlopig"),
        *(
            f"Breuk {nummer}, vanaf {datum(breuk['vanaf'])}: {breuk['uitleg']}"
            for nummer, breuk in enumerate(breaks(verloop), 1)
        ),
    ]
    return [zin for zin in zinnen_ if zin]


def _gaps(verloop: Verloop) -> bool:
    """Say whether the comparator lacks a period between its first and its newest one."""
    bekend = [een for een, _ in verloop.lijn]
    return bool(bekend) and any(
        een.waarde is not None and bekend[0] < een.periode < bekend[-1] and een.periode not in bekend
        for een in verloop.regel.reeks
    )


def _some(verloop: Verloop, veld: str, wat: str) -> str | None:
    return f"Een deel van de cijfers is {wat}: zie de tabel." if any(r[veld] for r in verloop.rijen) else None


def sources(verloop: Verloop) -> list[str]:
    """Say which periods another source gives than most of them; nothing where all come from one."""
    per_bron: dict[str, list[str]] = {}
    for rij in verloop.bekend:
        per_bron.setdefault(verloop.leveringen[rij["levering"]]["bron_titel"], []).append(tijd(rij))
    meeste = max(per_bron, key=lambda bron: len(per_bron[bron]))
    return [
        f"{_figures_of(gegeven)} van {bron}; de andere komen van {meeste}."
        for bron, gegeven in per_bron.items()
        if bron != meeste
    ]


def _figures_of(gegeven: Sequence[str]) -> str:
    """Name a few periods; of more, the first and the last."""
    if len(gegeven) == 1:
        return f"Het cijfer van {gegeven[0]} komt"
    if len(gegeven) <= MAX_PERIODEN:
        return f"De cijfers van {opsomming(gegeven)} komen"
    hoeveel = aantal(len(gegeven), "cijfer", "cijfers").capitalize()
    return f"{hoeveel}, van {gegeven[0]} tot {gegeven[-1]}, komen"
