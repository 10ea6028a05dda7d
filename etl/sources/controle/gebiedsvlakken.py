"""Shapes of arrondissements and provinces, compared with the municipalities that they consist of."""

from collections import defaultdict
from collections.abc import Mapping

from etl.sources.bestand import Bestand
from etl.sources.controle.controlebron import ELDERS, Bevinding, Controlebron, Geladen, area_code
from etl.sources.controle.gebiedslijsten import area_names, members
from etl.sources.geometrie import LAMBERT
from etl.sources.grenzen import OPPERVLAKTE
from etl.sources.laag import read_attributes, read_layer
from indicators.gemeenten import GEOGRAFIEEN

NAAM = "gebiedsvlakken"
NIVEAUS = ("arrondissement", "provincie")
VERSCHIL = 0.005
"""Share by which the area may differ from that of its municipalities: other years are drawn anew."""


def recognise(bestand: Bestand) -> bool:
    """Whether this is a shapefile with codes of arrondissements or provinces."""
    kenmerken = read_attributes(bestand)
    return kenmerken is not None and any(_level({*map(area_code, kenmerken[kolom])}) for kolom in kenmerken)


def compare(bestand: Bestand, geladen: Geladen) -> Bevinding:
    """Codes, and the area of each beside the sum of its municipalities in the state that fits best."""
    bestand.check(NAAM)
    laag = read_layer(bestand, NAAM).to_crs(LAMBERT)
    kolommen = [kolom for kolom in laag.columns if kolom != laag.geometry.name]
    codes = next(c for k in kolommen if _level({*(c := [*map(area_code, laag[k])])}))
    niveau = _level({*codes}) or NIVEAUS[0]
    km2 = {
        code: shape.area / 1e6
        for code, shape in zip(codes, laag.geometry, strict=True)
        if not ELDERS.fullmatch(code)
    }
    ons = area_names(niveau)
    verschillen = [f"{code} kennen we niet" for code in sorted(km2.keys() - ons.keys())]
    verschillen += [f"{ons[code]} ({code}) ontbreekt" for code in sorted(ons.keys() - km2.keys())]
    sommen = {staat: _sums(geladen, niveau, staat) for staat in GEOGRAFIEEN}
    passend = [_differing(km2, som) for som in sommen.values() if som]
    wat = f"{len(km2)} gebieden van het niveau {niveau}"
    met = " met hun oppervlakte" if passend else ""
    return Bevinding(wat + met, verschillen + min(passend, key=len, default=[]))


def _level(codes: set[str]) -> str | None:
    """The level that most of these codes are of, or None."""
    eigen = {code for code in codes if not ELDERS.fullmatch(code)}
    passend = (niveau for niveau in NIVEAUS if len(eigen & area_names(niveau).keys()) > len(eigen) / 2)
    return next(passend, None)


def _sums(geladen: Geladen, niveau: str, staat: str) -> dict[str, float]:
    """Area in km² by the municipalities of a state; empty when their boundaries are not loaded."""
    rijen = geladen.waarnemingen
    eigen = rijen[(rijen["indicator"] == OPPERVLAKTE) & (rijen["geografie"] == staat)]
    groep = members(niveau, staat)
    som: dict[str, float] = defaultdict(float)
    for code, waarde in zip(eigen["nis_code"].astype(str), eigen["waarde"], strict=True):
        som[groep[code]] += waarde
    return dict(som)


def _differing(km2: Mapping[str, float], som: Mapping[str, float]) -> list[str]:
    return [
        f"{code} is {km2[code]:.1f} km² groot en zijn gemeenten samen {som[code]:.1f} km²"
        for code in sorted(km2.keys() & som.keys())
        if abs(km2[code] / som[code] - 1) > VERSCHIL
    ]


BRONNEN = (Controlebron(NAAM, "Grenzen van arrondissementen of provincies", "onbekend", recognise, compare),)
