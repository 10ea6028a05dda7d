"""GeoJSON: the boundaries of the municipalities, each with its figure."""

import json

from dashboard.components.kaartwoorden import kop
from dashboard.kaart.beeld import Kaartbeeld, Vlak
from dashboard.tekst import DEMO, REDENEN
from dashboard.warehouse import Stand
from indicators.statistics import Interval, Oordeel


def als_geojson(stand: Stand, beeld: Kaartbeeld, grenzen: bytes) -> bytes:
    """Return the municipalities of the area as a FeatureCollection (RFC 7946); days as 2024-12-31.

    `grenzen` is the map of today's boundaries, with the code of a municipality in `nis`. What the columns
    mean stands in docs/begrippen.md: they are those of `cijfers.csv`.
    """
    vormen = {stuk["properties"]["nis"]: stuk["geometry"] for stuk in json.loads(grenzen)["features"]}
    bestanden = {vlak.levering for vlak in beeld.getoond} | {rij["levering"] for rij in stand.grenzen()}
    verzameling = {
        "type": "FeatureCollection",
        "titel": kop(beeld),
        "waarschuwing": DEMO if beeld.demo else None,
        "stand": beeld.stand,
        "gebouwd_op": stand.gebouwd_op.isoformat(),
        "bronnen": [
            {veld: rij[veld] for veld in ("bron_titel", "uitgever", "licentie", "url")}
            for rij in stand.leveringen()
            if rij["levering"] in bestanden
        ],
        "features": [
            {"type": "Feature", "properties": _properties(beeld, vlak), "geometry": vormen[vlak.nis_code]}
            for vlak in beeld.getoond
            if vlak.nis_code in vormen
        ],
    }
    return json.dumps(verzameling, ensure_ascii=False, separators=(",", ":")).encode()


def _properties(beeld: Kaartbeeld, vlak: Vlak) -> dict[str, object]:
    marge = vlak.interval if isinstance(vlak.interval, Interval) else None
    return {
        "nis_code": vlak.nis_code,
        "naam": vlak.naam,
        "indicator": beeld.indicator["indicator"],
        "periode_begin": str(beeld.periode.begin) if beeld.periode else None,
        "periode_einde": str(beeld.periode.einde) if beeld.periode else None,
        "waarde": vlak.meting.waarde if vlak.meting else None,
        "eenheid": beeld.indicator["eenheid"],
        "demo": beeld.demo,
        "reden": REDENEN.get(vlak.reden or ""),
        "laag": marge.laag if marge else None,
        "hoog": marge.hoog if marge else None,
        "schatting": vlak.schatting,
        "bijgesteld": vlak.waarde if beeld.gekrompen else None,
        "oordeel": str(vlak.oordeel.positie) if isinstance(vlak.oordeel, Oordeel) else None,
        "verandering": vlak.verschil,
    }
