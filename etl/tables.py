"""The tables of the warehouse that hold no figures: areas, indicators, deliveries, remarks."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import datetime

import pandas as pd

from etl.controle import Controle
from etl.raw import Herkomst
from etl.sources import Bron
from etl.translate import SHEETS_ALONE
from indicators.gemeenten import GEOGRAFIEEN, VLAANDEREN, fusies, gemeenten, lidmaatschappen
from indicators.model import Fusieregel, Indicator, Richting

GROUPINGS = ("centrumstad",)
"""Memberships that are a list of municipalities and no area."""


def stand(stand: str, nu: datetime, demo: bool, vingerafdruk: str | None = None) -> pd.DataFrame:
    """Table `stand`: the one row that says which build this is, and of what it was made."""
    return pd.DataFrame(
        [
            {
                "stand": stand,
                "gebouwd_op": nu.replace(tzinfo=None),
                "demo": demo,
                "vingerafdruk": vingerafdruk,
            }
        ]
    )


def areas() -> dict[str, pd.DataFrame]:
    """Tables `gebied`, `lidmaatschap` and `fusie`."""
    municipal = {
        (area.nis_code, area.geldig_van): {"niveau": "gemeente", **asdict(area)}
        for state in GEOGRAFIEEN
        for area in gemeenten(state).values()
    }
    lidmaatschap = pd.DataFrame([asdict(one) for one in lidmaatschappen()])
    region = {"nis_code": VLAANDEREN, "niveau": "gewest", "naam": "Vlaanderen"}
    region["geldig_van"] = min(lidmaatschap["geldig_van"])
    gebied = pd.DataFrame([*municipal.values(), *_above(lidmaatschap), region])
    gebied["slug"] = gebied["slug"].replace("", None)
    return {
        "gebied": gebied,
        "lidmaatschap": lidmaatschap,
        "fusie": pd.DataFrame([asdict(one) for one in fusies()]),
    }


def _above(lidmaatschap: pd.DataFrame) -> list[dict[str, object]]:
    """The areas that municipalities belong to, valid as long as one of them does."""
    rows = lidmaatschap[~lidmaatschap["niveau"].isin(GROUPINGS)]
    return [
        {
            "nis_code": groep,
            "niveau": niveau,
            "naam": part["groep_naam"].iloc[-1],
            "geldig_van": part["geldig_van"].min(),
            "geldig_tot": None if part["geldig_tot"].isna().any() else part["geldig_tot"].max(),
        }
        for (niveau, groep), part in rows.groupby(["niveau", "groep"])
    ]


def indicators(
    catalog: Mapping[str, Indicator], nagekeken_niet: Mapping[str, tuple[str, str]]
) -> pd.DataFrame:
    """Table `indicator`: the catalog, and what was loaded as delivered without anyone's review."""
    reviewed = [_reviewed(indicator) for indicator in catalog.values()]
    others = [
        {
            "indicator": name,
            "titel": titel,
            "eenheid": sleutel.rpartition("|")[2] or "zoals geleverd",
            "soort": "onbekend",
            "richting": Richting.GEEN,
            "richting_reden": "niet nagekeken",
            "bron": SHEETS_ALONE,
            "bron_sleutel": sleutel,
            "factor": 1.0,
            "venster_jaren": 1,
            "fusieregel": Fusieregel.GEEN,
            "decimalen": 1,
            "kern": False,
            "nagekeken": False,
        }
        for name, (sleutel, titel) in sorted(nagekeken_niet.items())
    ]
    return pd.DataFrame([*reviewed, *others])


def _reviewed(indicator: Indicator) -> dict[str, object]:
    fields = indicator.model_dump(exclude={"id", "in_zin", "geldig", "breuken", "ook_bij"})
    return {
        **fields,
        "indicator": indicator.id,
        "geldig_min": indicator.geldig[0],
        "geldig_max": indicator.geldig[1],
        "breuken": [breuk.model_dump() for breuk in indicator.breuken] or None,
        "nagekeken": True,
    }


def deliveries(herkomsten: Iterable[Herkomst], bronnen: Mapping[str, Bron]) -> pd.DataFrame:
    """Table `levering`."""
    return pd.DataFrame(
        [
            {
                **asdict(herkomst),
                "opgehaald_op": herkomst.opgehaald_op.replace(tzinfo=None),
                "levering": herkomst.levering,
                "bron_titel": bronnen[herkomst.bron].TITEL,
                "uitgever": bronnen[herkomst.bron].UITGEVER,
            }
            for herkomst in herkomsten
        ]
    )


def remarks(controles: Iterable[Controle]) -> pd.DataFrame:
    """Table `controle`."""
    return pd.DataFrame(
        [{**asdict(one), "tijdstip": one.tijdstip.replace(tzinfo=None)} for one in controles],
        columns=["tijdstip", "ernst", "bron", "levering", "indicator", "boodschap"],
    )
