"""The right side of a municipality's page: its regieprofiel beside the figures of the 2018 study."""

from collections.abc import Mapping
from functools import cache
from typing import Literal

from dash import html

from dashboard.components.duiding import waarde, wanneer
from dashboard.components.kwadrantdeel import Klasse2018, kwadrantdeel
from dashboard.components.opmaak import Opmaak
from dashboard.components.rollendeel import rollendeel
from dashboard.eerste import als_html
from dashboard.klok import hier
from dashboard.store import Beoordeling
from dashboard.tekst import datum
from dashboard.warehouse import Rij
from indicators.gemeenten import grootteklasse, kansarmoedeklasse
from indicators.regie.onderzoek_2018 import RESPONS, VERWANTE_VRAAG, kwadrant_2018

REGIE = "regieprofiel"
DEELNEMERS = 113


def regieprofiel(
    naam: str,
    eigen: Beoordeling | None,
    vorige: Beoordeling | None,
    profiel: Mapping[str, Rij],
    scan: str,
    storing: str | None = None,
) -> html.Section:
    """Return the section; `scan` is the address of the regiescan, `profiel` the figures by indicator.

    `storing` says why nobody knows whether there are own answers.
    """
    return html.Section(
        [
            html.H2("Regieprofiel"),
            weigering(storing) if storing else _stand(naam, eigen, scan),
            html.P([VERWANTE_VRAAG, " ", RESPONS], className="gedempt"),
            kwadrantdeel(eigen, vorige, klassen(profiel)),
            rollendeel(eigen) if eigen else _rollen_2018(),
        ],
        id=REGIE,
        className="regie",
    )


@cache
def _rollen_2018() -> Opmaak:
    """Return the roles without own answers: the same for every municipality, and long."""
    return Opmaak(als_html(rollendeel(None)))


def _stand(naam: str, eigen: Beoordeling | None, scan: str) -> html.Div:
    if eigen is None:
        zin = (
            f"Dit zijn de antwoorden van {DEELNEMERS} gemeenten in 2017, niet die van {naam}. "
            f"Eigen antwoorden van {naam} staan hier nog niet."  # there may be some that only others see
        )
        knop = "Vul de regiescan in"
    else:
        stand = f"afgerond op {datum(hier(eigen.afgerond_op))}" if eigen.afgerond_op else "nog niet afgerond"
        zin = f"Eigen antwoorden van {naam}, {stand}, naast die van {DEELNEMERS} gemeenten in 2017."
        knop = "Begin een nieuwe regiescan" if eigen.afgerond_op else "Ga verder met de regiescan"
    return html.Div(
        [html.P(zin), html.A(knop, href=scan, className="btn btn-primary")],
        className="uitnodiging",
    )


def weigering(reden: str) -> html.Div:
    """Return why answers are not shown or not taken, so that nobody misses it."""
    return html.Div(html.P(reden), role="alert", className="alert alert-let-op")


def klassen(profiel: Mapping[str, Rij]) -> list[Klasse2018]:
    """Return the classes of table 11 that the municipality is in, with the figure and year behind it."""
    gevonden = []
    if inwoners := _bekend(profiel, "bevolking"):
        grootte = grootteklasse(inwoners["waarde"], "tabel_11")
        uitleg = f"{grootte.titel} (deze gemeente: {waarde(inwoners)} {wanneer(inwoners)})"
        gevonden.append(Klasse2018("Zelfde grootte", uitleg, kwadrant_2018(grootte=grootte.id)))
    if index := _bekend(profiel, "kansarmoede_index"):
        kansarmoede = kansarmoedeklasse(index["waarde"])
        uitleg = f"{kansarmoede.titel} (deze gemeente: {waarde(index)} {wanneer(index)})"
        gevonden.append(Klasse2018("Zelfde kansarmoede", uitleg, kwadrant_2018(kansarmoede=kansarmoede.id)))
    return gevonden


def _bekend(profiel: Mapping[str, Rij], indicator: Literal["bevolking", "kansarmoede_index"]) -> Rij | None:
    rij = profiel.get(indicator)
    return rij if rij and rij["waarde"] is not None else None
