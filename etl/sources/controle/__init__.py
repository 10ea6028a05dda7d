"""Files to check with: they bring no figures, but say whether what we know or have loaded is right."""

from etl.sources.controle import bevraging, gebiedslijsten, gebiedsvlakken, gemeentecodes, variabelen
from etl.sources.controle.controlebron import Bevinding, Controlebron, Geladen

__all__ = ["CONTROLES", "Bevinding", "Controlebron", "Geladen"]

CONTROLES: dict[str, Controlebron] = {
    bron.naam: bron
    for module in (gebiedslijsten, gemeentecodes, variabelen, bevraging, gebiedsvlakken)
    for bron in module.BRONNEN
}
"""By name; the kinds exclude each other."""
