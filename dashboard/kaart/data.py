"""What a map shows as compact data: a script colours the shapes with it without drawing anything again.

Everything per municipality is a list, or a text with one character each, in alphabetical order: the order of
`nis` in the shapes of today.
"""

from collections.abc import Sequence

from dashboard.components.duiding import PUNTEN, schrijf, verschildecimalen
from dashboard.components.kaartbronnen import bronregels
from dashboard.components.kaartfiguur import hoeveelheden, kleuren, paletklasse
from dashboard.components.kaartlegende import legende
from dashboard.components.kaarttabel import kop_oordeel
from dashboard.components.kaartwoorden import bevinding, klastekst, kop, leeswijzer, over_verschil, tijd
from dashboard.kaart.beeld import GEEN_UITSPRAAK, Kaartbeeld, Vlak
from dashboard.tekst import LEEG, REDENEN
from dashboard.warehouse import Stand
from indicators.statistics import Aggregaat, Interval, Oordeel, Positie

ZONDER = {
    "ontbreekt": "m",
    "onderdrukt": "o",
    "niet_van_toepassing": "n",
    "geen_levering": "g",
    "geen_uitspraak": "u",
}
"""In `klas`, in the place of the number of a class; `-` lies outside the area."""
OORDEEL = {Positie.LAGER: "l", Positie.NIET_TE_ONDERSCHEIDEN: "n", Positie.HOGER: "h"}
DECIMALEN = 4
"""More than any figure is written with."""


def kaartdata(
    stand: Stand,
    beeld: Kaartbeeld,
    opmerkingen: Sequence[str] = (),
    stippen: bool = False,
    lijnen: Sequence[str] = (),
) -> dict[str, object]:
    """Return everything that changes with what a reader chooses.

    `stippen` adds the inhabitants; `lijnen` are the borders that the legend explains.
    """
    stappen, schijven = kleuren(beeld), hoeveelheden(stand, beeld, stippen)
    return {
        "stand": beeld.stand,
        "indicator": beeld.indicator["indicator"],
        "kop": kop(beeld),
        "bevinding": bevinding(beeld),
        "eenheid": beeld.indicator["eenheid"],
        "decimalen": beeld.indicator["decimalen"],
        "gebied": {"sleutel": beeld.gebied.sleutel, "naam": beeld.gebied.naam},
        "tegenover": {
            "naam": beeld.tegenover.in_zin,
            "tekst": _comparator(beeld),
            "kop": kop_oordeel(beeld),
        },
        "palet": paletklasse(beeld),
        "klassen": [
            {
                "kleur": stappen[regel.klas],
                "tekst": klastekst(beeld, regel),
                "van": regel.van,
                "tot": regel.tot,
            }
            for regel in beeld.legende
        ],
        "perioden": [[str(een.einde), tijd(een)] for een in beeld.perioden],
        **periodedata(beeld),
        "stippen": [schijven.get(vlak.nis_code) for vlak in beeld.vlakken] if schijven else None,
        "legende": legende(stand, beeld, stippen, lijnen),
        "noten": [*opmerkingen, *leeswijzer(beeld)],
        "bronnen": bronregels(stand, beeld),
    }


def kleurdata(beeld: Kaartbeeld) -> dict[str, object]:
    """Return what is needed to play the periods: colours, stripes, values and how many in each class."""
    alle = beeld.vlakken
    return {
        "periode": str(beeld.periode.einde) if beeld.periode else None,
        "klas": "".join(map(_class, alle)),
        "onzeker": "".join("1" if vlak.onzeker else "0" for vlak in alle),
        "waarde": [_number(vlak.meting.waarde if vlak.meting else None) for vlak in alle],
        "aantallen": [regel.aantal for regel in beeld.legende],
    }


def periodedata(beeld: Kaartbeeld) -> dict[str, object]:
    """Return everything that changes with the period only."""
    alle = beeld.vlakken
    grenzen = [vlak.interval if isinstance(vlak.interval, Interval) else None for vlak in alle]
    fijn = max(1, beeld.indicator["decimalen"])
    data: dict[str, object] = {
        **kleurdata(beeld),
        "schatting": "".join("1" if vlak.schatting else "0" for vlak in alle),
        "oordeel": "".join(map(_verdict, alle)),
        "reden": "".join(map(_reason, alle)),
        "laag": [_number(een.laag if een else None, fijn) for een in grenzen],
        "hoog": [_number(een.hoog if een else None, fijn) for een in grenzen],
    }
    if beeld.gekrompen:
        data["bijgesteld"] = [_number(vlak.waarde, fijn) for vlak in alle]
    if beeld.vorige:
        data["vorige"] = str(beeld.vorige.einde)
        data["verschil"] = [_number(vlak.verschil, verschildecimalen(beeld.indicator)) for vlak in alle]
        data["verandering"] = _about_changes(beeld)
    return data


def _about_changes(beeld: Kaartbeeld) -> dict[str, object]:
    """Return in what changes are written, and per class what is said of them, in full and in the table."""
    eenheid, klassen = beeld.indicator["eenheid"], {str(een.klas): een.klas for een in beeld.legende}
    over = {letter: over_verschil(beeld, klas) for letter, klas in klassen.items()}
    over[ZONDER[GEEN_UITSPRAAK]] = over_verschil(beeld, None)
    return {
        "eenheid": PUNTEN.get(eenheid, eenheid),
        "decimalen": verschildecimalen(beeld.indicator),
        "over": over,
        "tabel": {} if beeld.naar_grootte else over,
    }


def _class(vlak: Vlak) -> str:
    if not vlak.binnen:
        return "-"
    return str(vlak.klas) if vlak.klas is not None else ZONDER[vlak.zonder or "ontbreekt"]


def _reason(vlak: Vlak) -> str:
    """Return the place in `REDENEN` of why there is no figure."""
    return "-" if vlak.meting else str([*REDENEN].index(vlak.reden or LEEG))


def _verdict(vlak: Vlak) -> str:
    return OORDEEL[vlak.oordeel.positie] if isinstance(vlak.oordeel, Oordeel) else "-"


def _number(waarde: float | None, decimalen: int = DECIMALEN) -> float | int | None:
    """Return a number with no more decimals than say something: compressed, that is half of the answer."""
    if waarde is None:
        return None
    kort = round(waarde, decimalen)
    return int(kort) if kort == int(kort) else kort


def _comparator(beeld: Kaartbeeld) -> str:
    gevonden = beeld.vergelijking
    cijfer = f" ({schrijf(beeld, gevonden.waarde)})" if isinstance(gevonden, Aggregaat) else ""
    return f"{beeld.tegenover.in_zin}{cijfer}"
