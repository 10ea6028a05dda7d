"""Read every kept delivery, refuse what breaks the contract, and choose which one speaks."""

import logging
import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

import pandas as pd

from etl import EtlError, in_words
from etl.controle import Controle, Ernst
from etl.correctie import Correctie, correct
from etl.isolated import isolated
from etl.raw import Herkomst, Levering
from etl.reconcile import choose_sources
from etl.sources import Bestand, Bron, InvalidDelivery
from etl.translate import observations, unreviewed
from indicators.gemeenten import UnknownCode
from indicators.model import Indicator
from indicators.observations import COLUMNS, InvalidObservations, check, compact, together

LOG = logging.getLogger(__name__)


@dataclass
class Verzameld:
    """What all deliveries say together: observations as delivered, and who delivered them."""

    waarnemingen: pd.DataFrame
    herkomsten: list[Herkomst] = field(default_factory=list)
    nagekeken_niet: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Indicator id -> (key of the source, title) of what no one has reviewed."""
    controles: list[Controle] = field(default_factory=list)
    kaarten: dict[str, tuple[bytes, str]] = field(default_factory=dict)
    """State of the municipalities -> its newest map (GeoJSON), and the delivery that it comes from."""
    titels: dict[str, str] = field(default_factory=dict)
    """Key of a source -> how the source calls it."""
    verbeterd: set[tuple[Correctie, str]] = field(default_factory=set)
    """The corrections that were applied, each with the delivery."""


@dataclass(frozen=True)
class Gelezen:
    """One delivery: its observations, the unreviewed indicators in it, remarks, and maps per state."""

    waarnemingen: pd.DataFrame
    nagekeken_niet: dict[str, tuple[str, str]]
    controles: list[Controle]
    kaarten: Mapping[str, bytes] = field(default_factory=dict)
    titels: Mapping[str, str] = field(default_factory=dict)
    verbeterd: tuple[Correctie, ...] = ()

    @property
    def aantal(self) -> int:
        """How many figures there are in it."""
        return int(self.waarnemingen["waarde"].notna().sum())


def gather(
    herkomsten: Iterable[Herkomst],
    read: Callable[[Herkomst], Gelezen],
    catalog: Mapping[str, Indicator],
    nu: datetime,
) -> Verzameld:
    """Read the deliveries, oldest first. One that cannot be read becomes a remark and stops no other."""
    frames: list[pd.DataFrame] = []
    found = Verzameld(pd.DataFrame(columns=COLUMNS))
    for herkomst in herkomsten:
        try:
            gelezen = read(herkomst)
        except (InvalidDelivery, EtlError, OSError) as error:
            found.controles.append(_refused(herkomst, in_words(error), nu))
        except Exception as error:  # a defect in one reader may not stop the other sources
            found.controles.append(_refused(herkomst, _defect(herkomst, error), nu))
        else:
            frames.append(gelezen.waarnemingen)
            found.herkomsten.append(herkomst)
            found.nagekeken_niet |= gelezen.nagekeken_niet
            found.controles += gelezen.controles
            found.kaarten |= {state: (kaart, herkomst.levering) for state, kaart in gelezen.kaarten.items()}
            found.titels |= gelezen.titels
            found.verbeterd |= {(one, herkomst.levering) for one in gelezen.verbeterd}
    if frames:
        rows, remarks = choose_sources(together(frames), found.herkomsten, catalog, nu)
        found.waarnemingen = rows
        found.controles += remarks
    return found


def read_delivery(
    levering: Levering,
    bron: Bron,
    catalog: Mapping[str, Indicator],
    nu: datetime,
    correcties: Collection[Correctie] = (),
) -> Gelezen:
    """Read one delivery through its source, with the corrections of known errors.

    Raises InvalidDelivery when there is nothing usable in it.
    """
    herkomst = levering.herkomst
    key = herkomst.levering
    bestand = Bestand(herkomst.bestandsnaam, levering.inhoud)
    lezing, noticed = isolated(lambda: (bron.read(bestand), bestand.opmerkingen), bron.NAAM, bestand.naam)
    try:
        rows = observations(lezing.waarden, bron.NAAM, key, catalog)
    except UnknownCode as error:
        raise InvalidDelivery(
            bron.NAAM,
            herkomst.bestandsnaam,
            "kolom met de NIS-codes",
            "de codes horen niet bij één toestand van de gemeenten (308, 300 of 285): "
            + ", ".join(re.findall(r"\b\d{5}\b", str(error))),
            "kijk na of het bestand volledig is, of vraag de uitgever welke indeling het gebruikt.",
        ) from error
    rows, verbeterd = correct(rows, bron.NAAM, correcties, catalog)
    rows, refused = within_contract(compact(rows), catalog)
    remarks = [Controle(nu, Ernst.LET_OP, text, bron.NAAM, key) for text in lezing.opmerkingen]
    remarks += [
        Controle(nu, Ernst.FOUT, f"{herkomst.bestandsnaam}: {text}", bron.NAAM, key, indicator)
        for indicator, text in refused.items()
    ]
    remarks += [Controle(nu, Ernst.LET_OP, text, bron.NAAM, key) for text in noticed]
    if rows.empty:
        why = "; ".join(refused.values()) or "er staan geen cijfers in die we gebruiken."
        raise InvalidDelivery(
            bron.NAAM, herkomst.bestandsnaam, "hele bestand", why, "kijk na of dit het juiste bestand is."
        )
    named = {
        name: (source_key, lezing.titels.get(source_key, source_key))
        for source_key, name in unreviewed(
            dict.fromkeys(lezing.waarden["sleutel"].unique()), bron.NAAM, catalog
        ).items()
    }
    return Gelezen(
        rows,
        named,
        [_read_well(rows, herkomst, nu), *remarks],
        lezing.kaarten,
        titels=lezing.titels,
        verbeterd=verbeterd,
    )


def _refused(herkomst: Herkomst, boodschap: str, nu: datetime) -> Controle:
    return Controle(nu, Ernst.FOUT, boodschap, herkomst.bron, herkomst.levering)


def _defect(herkomst: Herkomst, error: Exception) -> str:
    return (
        f"{herkomst.bron}, {herkomst.bestandsnaam}: onverwachte fout bij het lezen ({error!r}). "
        "Meld dit aan de beheerder; de andere leveringen zijn wel gelezen."
    )


def within_contract(
    rows: pd.DataFrame, catalog: Mapping[str, Indicator]
) -> tuple[pd.DataFrame, dict[str, str]]:
    """The rows that keep the contract, and per refused indicator what is wrong with it."""
    try:
        return check(rows, dict(catalog)), {}
    except InvalidObservations as error:
        if not error.indicators:
            raise
        LOG.warning("%s", error)
        refused = {
            name: _broken(rows[rows["indicator"] == name], catalog.get(name)) for name in error.indicators
        }
        return rows[~rows["indicator"].isin(list(refused))], refused


def _broken(rows: pd.DataFrame, indicator: Indicator | None) -> str:
    """What is wrong with the rows of an indicator that break the contract, for the reader of the report."""
    name = rows["indicator"].iloc[0]
    if indicator:
        low, high = indicator.geldig
        outside = rows[(rows["waarde"] < low) | (rows["waarde"] > high)]
        if not outside.empty:
            one = outside.iloc[0]
            return (
                f"{name} is niet ingelezen: {len(outside)} cijfers liggen buiten {low:g} tot {high:g}, zoals "
                f"{one['waarde']:g} voor gemeente {one['nis_code']} in {one['periode_label']}. Kijk na of de "
                "uitgever een andere eenheid gebruikt, of verruim het geldige bereik in de catalogus."
            )
    return (
        f"{name} is niet ingelezen: er zijn dubbele of onvolledige rijen. Kijk na of een gemeente, jaar en "
        "categorie elk maar één keer voorkomen."
    )


def _read_well(rows: pd.DataFrame, herkomst: Herkomst, nu: datetime) -> Controle:
    valued = rows["waarde"].notna()
    first, last = rows["periode_begin"].min(), rows["periode_einde"].max()
    years = f"{first:%Y}" if first.year == last.year else f"{first:%Y} tot {last:%Y}"
    soorten = rows["indicator"].nunique()
    text = (
        f"{herkomst.bestandsnaam}: {int(valued.sum())} cijfers over {soorten} "
        f"indicator{'' if soorten == 1 else 'en'}, {years}; {int((~valued).sum())} keer zonder cijfer."
    )
    return Controle(nu, Ernst.GOED, text, herkomst.bron, herkomst.levering)
