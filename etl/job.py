"""read -> choose -> recode -> compare -> check -> publish: what becomes of the deliveries that were kept."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path

import pandas as pd

from etl import EtlError, correctie, in_words, kaarten, nazicht, tables, warehouse
from etl.bewaking import carried, guard
from etl.controle import Controle, Ernst
from etl.delivered import split
from etl.denominators import add_denominators
from etl.derived import add_derived
from etl.fingerprint import fingerprint, unchanged
from etl.gather import Gelezen, Verzameld, gather, read_delivery, within_contract
from etl.herziening import revisions
from etl.isolated import isolated
from etl.parcels import open_parcel, parcels
from etl.previous import Previous, previous
from etl.profiel import profile
from etl.raw import Herkomst, Levering, Raw
from etl.recode import to_today
from etl.retention import tidy_deliveries
from etl.sources import BRONNEN, Bestand, Bron, InvalidDelivery, grenzen, recognise
from etl.sources.controle import CONTROLES, Controlebron, Geladen
from etl.vergelijking import compare
from indicators.catalog import catalog
from indicators.model import Indicator

DEMO = Path(__file__).parents[1] / "data/demo"
DEMO_LICENTIE = "voorbeeldcijfers van Regiekompas"

Track = Callable[[Sequence, str], Iterable]
"""Walks through a sequence while showing how far it is; the text says what is going on, in Dutch."""


@dataclass(frozen=True)
class Ingelezen:
    """What a file that was handed in turned out to be. `uitkomst`: gelezen, bekend or geweigerd."""

    pad: Path
    uitkomst: str
    boodschap: str


@dataclass(frozen=True)
class Gebouwd:
    """A published build: the file, whether all is made up, and what was noticed."""

    pad: Path
    demo: bool
    controles: list[Controle]
    figures: pd.DataFrame
    """Per `bron`: `leveringen`, `indicatoren`, `cijfers` and the last `opgehaald_op`."""

    @property
    def refused(self) -> bool:
        """Whether some delivery, or part of it, could not be used."""
        return any(one.ernst is Ernst.FOUT for one in self.controles)


@dataclass
class Job:
    """One run over one warehouse folder. The sources, catalog and demo folder are those of the project."""

    folder: Path
    raw: Raw
    bronnen: Mapping[str, Bron] = field(default_factory=lambda: BRONNEN)
    catalog: Mapping[str, Indicator] = field(default_factory=catalog)
    demo_folder: Path = DEMO
    corrections: Path = correctie.FILE
    track: Track = lambda items, _: items
    _read: dict[str, Gelezen] = field(default_factory=dict)

    @cached_property
    def correcties(self) -> tuple[correctie.Correctie, ...]:
        """The known errors of publishers, of the whole project."""
        return correctie.load(self.corrections, self.catalog)

    def import_files(self, paths: Sequence[Path]) -> list[Ingelezen]:
        """Keep the files that are deliveries, or to check with; says per file what it was taken for."""
        return [self._import(path) for path in self.track(parcels(paths), "Bestanden bekijken")]

    def _import(self, path: Path) -> Ingelezen:
        nu = datetime.now(UTC)
        try:
            bestand = open_parcel(path)
            soort = _recognised(bestand)
            if isinstance(soort, Controlebron):
                return self._keep_check(path, bestand, soort, nu)
            levering = Levering.received(
                soort.NAAM, bestand.naam, bestand.inhoud, licentie=soort.LICENTIE, nu=nu
            )
            gelezen = read_delivery(levering, soort, self.catalog, nu, self.correcties)
        except (InvalidDelivery, EtlError, OSError) as error:
            return Ingelezen(path, "geweigerd", in_words(error))
        except Exception as error:  # a file that a reader stumbles over may not stop the other files
            told = f"onverwachte fout bij het lezen ({error!r}). Meld dit aan de beheerder."
            return Ingelezen(path, "geweigerd", told)
        herkomst, new = self.raw.keep(levering)
        self._read[herkomst.levering] = gelezen
        told = f"{soort.TITEL}: {gelezen.aantal} cijfers"
        return Ingelezen(path, "gelezen" if new else "bekend", told)

    def _keep_check(self, path: Path, bestand: Bestand, soort: Controlebron, nu: datetime) -> Ingelezen:
        """Keep a file to check with. Facts are compared now; figures, and all again, at each build."""
        _, told = nazicht.compare(soort, bestand, Geladen())
        levering = Levering.received(soort.naam, bestand.naam, bestand.inhoud, licentie=soort.licentie, nu=nu)
        _, new = self.raw.keep(levering)
        return Ingelezen(path, "gelezen" if new else "bekend", f"{soort.titel}; {told}")

    def unchanged(self) -> Path | None:
        """The published build, when a new one would hold the same; else None."""
        return unchanged(self.folder, self._fingerprint())

    def _fingerprint(self) -> str:
        return fingerprint(self.raw, self.bronnen, self.catalog, self.demo_folder)

    def build(self, accepted: Collection[str] = ()) -> Gebouwd:
        """Build a warehouse from all that is kept, and publish it.

        With real figures every demo figure is gone; without any, the demo deliveries are read instead, but
        never in the place of real figures that are published already. The guard lets the figures of the
        `accepted` indicators through, however different they are from what is published.
        Raises EtlError when there is nothing to publish; the published build then stays as it is.
        """
        nu = datetime.now(UTC)
        if unknown := sorted(set(accepted) - set(self.catalog)):
            raise EtlError(
                f"Er is geen indicator {', '.join(unknown)}. De namen zie je met 'python -m etl catalog'."
            )
        _ = self.correcties  # a file that is wrong stops the build here, before any delivery is read
        warehouse.tidy(self.folder)
        self.raw.tidy()
        kept = [herkomst for herkomst in self.raw.provenances() if herkomst.bron in self.bronnen]
        found = gather(self.track(kept, "Leveringen lezen"), self._open, self.catalog, nu)
        # Boundaries alone are no figures to show: then the demo is shown, with the real map.
        demo = all(herkomst.bron == grenzen.NAAM for herkomst in found.herkomsten)
        if demo:
            if previous(self.folder):
                raise EtlError(
                    "Geen enkele bewaarde levering is nog te lezen; de gepubliceerde cijfers blijven staan. "
                    + " ".join(one.boodschap for one in found.controles)
                )
            real = found
            demo_read = self.track(self._demo(nu), "Voorbeeldcijfers lezen")
            found = gather(demo_read, self._open, self.catalog, nu)
            found.controles += real.controles
            found.herkomsten += real.herkomsten
            found.kaarten = real.kaarten
        if found.waarnemingen.empty:
            raise EtlError(
                f"Er zijn geen cijfers om te publiceren: er is geen levering bewaard in {self.raw.folder}, "
                f"en in {self.demo_folder} staan geen voorbeeldcijfers. Lees een bestand in met "
                "'python -m etl import BESTAND', of maak de voorbeeldcijfers met 'python -m etl demo'."
            )
        to_check = [one for one in self.raw.provenances() if one.bron in CONTROLES]
        # What is made up cannot be checked, only the facts beside it.
        geladen = Geladen() if demo else nazicht.loaded(found, self.catalog)
        checking = self.track(to_check, "Feiten en cijfers nakijken")
        found.controles += nazicht.compare_all(checking, self.raw.open, geladen, nu)
        return self._publish(found, demo, accepted, nu)

    def _publish(self, found: Verzameld, demo: bool, accepted: Collection[str], nu: datetime) -> Gebouwd:
        stand = f"{nu:%Y%m%dT%H%M%S%f}"
        before = None if demo else previous(self.folder)
        guarded = guard(found.waarnemingen, before, self.catalog, accepted, nu)
        found.controles += guarded.controles(nu)
        content = self._content(found, guarded.rows, before, nu)
        herziening, wijziging = revisions(stand, content["waarneming"], before, self.catalog.keys(), nu)
        built = warehouse.write(
            self.folder,
            stand,
            {
                "stand": tables.stand(stand, nu, demo, self._fingerprint()),
                **tables.areas(),
                **content,
                "grenzen": kaarten.write(self.folder, found.kaarten),
                "controle": tables.remarks([*self._attempts(), *found.controles]),
                "bewaking": guarded.bewaking,
                "herziening": herziening,
                "wijziging": wijziging,
            },
            self.catalog,
        )
        warehouse.publish(built)
        warehouse.tidy(self.folder)
        kaarten.tidy(self.folder)
        tidy_deliveries(self.raw, self.folder, nu)
        return Gebouwd(built, demo, found.controles, _figures(guarded.rows, content["levering"]))

    def _content(
        self, found: Verzameld, bron: pd.DataFrame, before: Previous | None, nu: datetime
    ) -> dict[str, pd.DataFrame]:
        """The tables that follow from the figures as delivered; adds remarks to those of `found`."""
        recoded = to_today(add_denominators(bron, self.catalog), self.catalog)
        today, refused = within_contract(add_derived(recoded, self.catalog), self.catalog)
        today = add_denominators(today, self.catalog)
        verbeterd = correctie.outcome(bron, self.correcties, found.verbeterd)
        found.controles += [
            *(Controle(nu, Ernst.FOUT, text, indicator=indicator) for indicator, text in refused.items()),
            *correctie.remarks(verbeterd, nu),
        ]
        vergelijking = compare(today, self.catalog)
        waarneming, afwijkend = split(bron, today)
        present = set(bron["indicator"].unique())
        others = {name: what for name, what in found.nagekeken_niet.items() if name in present}
        spoken = {*bron["levering"].unique(), *(levering for _, levering in found.kaarten.values())}
        used = [one for one in found.herkomsten if one.levering in spoken]
        return {
            "indicator": tables.indicators(self.catalog, others),
            "levering": carried(tables.deliveries(used, self.bronnen), bron, before),
            "waarneming_afwijkend": afwijkend,
            "waarneming": waarneming,
            "vergelijking": vergelijking,
            "profiel": profile(today, bron, vergelijking, self.catalog),
            "correctie": verbeterd,
        }

    def _open(self, herkomst: Herkomst) -> Gelezen:
        """Read a delivery, unless that was just done at its import; what was read then is let go of."""
        if read := self._read.pop(herkomst.levering, None):
            return read
        if herkomst.demo:
            levering = Levering(herkomst, (self.demo_folder / herkomst.bestandsnaam).read_bytes())
        else:
            levering = self.raw.open(herkomst)
        bron = self.bronnen[herkomst.bron]
        return read_delivery(levering, bron, self.catalog, datetime.now(UTC), self.correcties)

    def _demo(self, nu: datetime) -> list[Herkomst]:
        """The demo deliveries of the repository; the same readers read them as the real ones."""
        herkomsten = []
        for path in sorted(self.demo_folder.glob("demo_*")):
            inhoud = path.read_bytes()
            bron = recognise(Bestand(path.name, inhoud))
            if isinstance(bron, Controlebron):
                raise EtlError(f"{path} is geen levering. Maak de voorbeeldcijfers met 'python -m etl demo'.")
            levering = Levering.received(
                bron.NAAM, path.name, inhoud, licentie=DEMO_LICENTIE, nu=nu, demo=True
            )
            herkomsten.append(levering.herkomst)
        return herkomsten

    def _attempts(self) -> list[Controle]:
        """The last time that each source was asked."""
        last = [attempts[-1] for bron in self.bronnen if (attempts := self.raw.attempts(bron))]
        return [
            Controle(one.tijdstip, Ernst.GOED if one.gelukt else Ernst.FOUT, one.boodschap, one.bron)
            for one in last
        ]


def _recognised(bestand: Bestand) -> Bron | Controlebron:
    """`recognise`, in a child process: a module cannot travel back, its place among the kinds can."""
    kinds: list[Bron | Controlebron] = [*BRONNEN.values(), *CONTROLES.values()]
    return kinds[isolated(lambda: kinds.index(recognise(bestand)), "onbekende bron", bestand.naam)]


def _figures(bron: pd.DataFrame, levering: pd.DataFrame) -> pd.DataFrame:
    counted = bron.groupby(["levering", "indicator"])["waarde"].count().rename("cijfers").reset_index()
    valued = counted[counted["cijfers"] > 0].astype({"levering": object})
    return (
        valued.merge(levering[["levering", "bron", "opgehaald_op"]], on="levering")
        .groupby("bron")
        .agg(
            leveringen=("levering", "nunique"),
            indicatoren=("indicator", "nunique"),
            cijfers=("cijfers", "sum"),
            opgehaald_op=("opgehaald_op", "max"),
        )
    )
