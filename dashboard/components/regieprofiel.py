"""The right side of a municipality's page: its regieprofiel beside the figures of the 2018 study."""

from collections.abc import Mapping
from typing import Literal

from dash import dcc, html

from dashboard.components.duiding import tijd
from dashboard.components.kwadrantdeel import kwadrantdeel
from dashboard.components.rollendeel import rollendeel
from dashboard.klok import hier
from dashboard.store import Beoordeling
from dashboard.tekst import datum
from dashboard.warehouse import Rij
from indicators.gemeenten import grootteklasse, kansarmoedeklasse
from indicators.regie.onderzoek_2018 import RESPONS, VERWANTE_VRAAG, Kwadrant2018, kwadrant_2018

DEELNEMERS = 113


def regieprofiel(
    naam: str, eigen: Beoordeling | None, vorige: Beoordeling | None, profiel: Mapping[str, Rij], scan: str
) -> html.Section:
    """Return the section; `scan` is the address of the regiescan, `profiel` the figures by indicator."""
    return html.Section(
        [
            html.H2("Regieprofiel"),
            _stand(naam, eigen, scan),
            html.P([VERWANTE_VRAAG, " ", RESPONS], className="gedempt"),
            kwadrantdeel(eigen, vorige, klassen(profiel)),
            rollendeel(eigen),
        ],
        className="regie",
    )


def _stand(naam: str, eigen: Beoordeling | None, scan: str) -> html.Div:
    if eigen is None:
        zin = (
            f"Dit zijn de antwoorden van {DEELNEMERS} gemeenten in 2017, niet die van {naam}. "
            f"Voor {naam} is de regiescan nog niet ingevuld."
        )
        knop = "Vul de regiescan in"
    else:
        stand = f"afgerond op {datum(hier(eigen.afgerond_op))}" if eigen.afgerond_op else "nog niet afgerond"
        zin = f"Eigen antwoorden van {naam}, {stand}, naast die van {DEELNEMERS} gemeenten in 2017."
        knop = "Begin een nieuwe regiescan" if eigen.afgerond_op else "Ga verder met de regiescan"
    return html.Div(
        [html.P(zin), dcc.Link(knop, href=scan, className="btn btn-primary")],
        className="uitnodiging",
    )


def klassen(profiel: Mapping[str, Rij]) -> list[tuple[str, Kwadrant2018]]:
    """Return the classes of table 11 that the municipality is in, each with the year it follows from."""
    gevonden = []
    if inwoners := _bekend(profiel, "bevolking"):
        klasse = grootteklasse(inwoners["waarde"], "tabel_11")
        gevonden.append((f"{klasse.titel} ({tijd(inwoners)})", kwadrant_2018(grootte=klasse.id)))
    if index := _bekend(profiel, "kansarmoede_index"):
        klasse = kansarmoedeklasse(index["waarde"])
        gevonden.append((f"{klasse.titel} ({tijd(index)})", kwadrant_2018(kansarmoede=klasse.id)))
    return gevonden


def _bekend(profiel: Mapping[str, Rij], indicator: Literal["bevolking", "kansarmoede_index"]) -> Rij | None:
    rij = profiel.get(indicator)
    return rij if rij and rij["waarde"] is not None else None
