"""A small catalog with one indicator per rule, and observations of it."""

from datetime import date

import pandas as pd
import pytest

from etl.job import Job
from etl.raw import Raw
from indicators.model import Fusieregel, Indicator, Levensdomein, Richting, Soort
from indicators.observations import COLUMNS
from tests.etl.deliveries import kansarmoede

PLAIN = {
    "titel": "t",
    "definitie": "d",
    "waarom": "w",
    "eenheid": "x",
    "richting": Richting.GEEN,
    "richting_reden": "r",
    "levensdomein": Levensdomein.INKOMEN,
    "bron": "statbel_fiscaal",
    "geldig": (0.0, 1e6),
    "herzien": date(2026, 11, 1),
}


@pytest.fixture(scope="session")
def catalog():
    """`inwoners` adds up, `inkomen` has its parts, `risico` is weighted, `mediaan` never crosses a merger."""
    made = [
        Indicator(id="inwoners", soort=Soort.AANTAL, bron_sleutel="N", fusieregel=Fusieregel.SOM, **PLAIN),
        Indicator(
            id="inkomen",
            soort=Soort.GEMIDDELDE,
            teller_sleutel="T",
            noemer="inwoners",
            noemer_sleutel="N",
            factor=1000,
            fusieregel=Fusieregel.TELLER_NOEMER,
            **PLAIN,
        ),
        Indicator(
            id="risico",
            soort=Soort.AANDEEL,
            bron_sleutel="R",
            noemer="personen",
            noemer_sleutel="N",
            fusieregel=Fusieregel.GEWOGEN_SCHATTING,
            **PLAIN,
        ),
        Indicator(
            id="mediaan",
            soort=Soort.MEDIAAN,
            bron_sleutel="M",
            noemer="personen",
            noemer_sleutel="N",
            fusieregel=Fusieregel.GEEN,
            venster_jaren=3,
            **PLAIN,
        ),
    ]
    return {indicator.id: indicator for indicator in made}


@pytest.fixture(scope="session")
def observed():
    """Make observations: `observed(("risico", "11002", 18.0, {"noemer": 500}), geografie="300")`."""

    def make(*cells, geografie="300", jaar=2022, levering="statbel_fiscaal-aaa", years=1):
        rows = [
            {
                "indicator": indicator,
                "nis_code": nis_code,
                "geografie": geografie,
                "periode_begin": pd.Timestamp(jaar - years + 1, 1, 1),
                "periode_einde": pd.Timestamp(jaar, 12, 31),
                "periode_label": str(jaar),
                "waarde": waarde,
                "status": "ontbreekt" if waarde is None else "waarde",
                "schatting": False,
                "voorlopig": False,
                "levering": levering,
                **(more[0] if more else {}),
            }
            for indicator, nis_code, waarde, *more in cells
        ]
        numbers = dict.fromkeys(["waarde", "teller", "noemer", "n"], float)
        return pd.DataFrame(rows).reindex(columns=COLUMNS).astype(numbers)

    return make


@pytest.fixture
def job(tmp_path):
    """A job in a folder of its own, with a small demo and no known errors of publishers."""
    demo = tmp_path / "demo"
    demo.mkdir()
    (tmp_path / "data").mkdir()
    kansarmoede(demo / "demo_register.xlsx", n41002=20.0, n11002=30.0)
    corrections = tmp_path / "corrections.toml"
    corrections.touch()
    return Job(tmp_path / "data", Raw(tmp_path / "data/raw"), demo_folder=demo, corrections=corrections)
