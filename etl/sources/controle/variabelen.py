"""The description of the columns of the fiscal incomes: ours must still be in it."""

from etl.sources import statbel_fiscaal
from etl.sources.bestand import Bestand
from etl.sources.controle.controlebron import Bevinding, Controlebron, Geladen, sheet_rows, starts_with
from etl.sources.statbel import JAAR
from etl.sources.tabel import plain

GELEZEN = (JAAR, *statbel_fiscaal.KOLOMMEN)


def compare(bestand: Bestand, geladen: Geladen) -> Bevinding:
    """The columns that our reader of the fiscal incomes uses, beside those that are described in Dutch."""
    rijen = sheet_rows(bestand, bestand.bladen[0])
    beschreven = {plain(rij["name"]) for rij in rijen if plain(rij["language"]) == "nl"}
    verschillen = [f"kolom {naam} staat er niet in" for naam in GELEZEN if plain(naam) not in beschreven]
    return Bevinding(f"{len(GELEZEN)} kolommen die we lezen", verschillen)


BRONNEN = (
    Controlebron(
        "fiscaal_variabelen",
        "Beschrijving van de kolommen van de fiscale inkomens",
        "CC BY 4.0",
        starts_with("language", "name", "label", "description"),
        compare,
    ),
)
