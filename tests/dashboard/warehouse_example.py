"""A small warehouse in the real schema: five municipalities, three indicators, made up."""

from datetime import date, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

SQL = Path(__file__).parents[2] / "etl/sql"
SCHEMA, REEKS = ((SQL / name).read_text("utf-8") for name in ("schema.sql", "reeks.sql"))
RONSE, GENT, BEVER, BILZEN_HOESELT, HERSTAPPE = "45041", "44021", "23009", "73110", "73028"
OPGEHAALD = datetime(2026, 3, 2, 9, 30)
KAART = "grenzen-285-0123456789ab.geojson"
"""The map that the build names; a test that wants it there, writes it."""


def build(link: Path, stand: str = "20260302T093000", demo: bool = False, verschil: float = 0.0) -> Path:
    """Write a build beside `link` and swing the link to it; the values are raised by `verschil`."""
    path = link.with_name(f"warehouse-{stand}.duckdb")
    path.write_bytes(_made(stand, demo, verschil))
    fresh = link.with_suffix(".fresh")
    fresh.unlink(missing_ok=True)
    fresh.symlink_to(path.name)
    fresh.replace(link)
    return path


@cache
def _made(stand: str, demo: bool, verschil: float) -> bytes:
    """The file, made once: nearly every test of the pages asks for the same one."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "made.duckdb"
        with duckdb.connect(path) as db:
            db.execute(SCHEMA)
            for table, rows in _tables(stand, demo, verschil).items():
                for row in rows:
                    marks = ", ".join("?" * len(row))
                    db.execute(f"insert into {table} ({', '.join(row)}) values ({marks})", list(row.values()))  # noqa: S608
            db.execute(REEKS)
        return path.read_bytes()


def _tables(stand: str, demo: bool, verschil: float) -> dict[str, list[dict[str, object]]]:
    waarnemingen = [
        _waarneming("kansarmoede_index", nis, jaar, waarde + verschil, venster=3)
        for nis, waarden in {RONSE: (20.0, 21.5), GENT: (19.0, 18.2), BILZEN_HOESELT: (9.1, 8.4)}.items()
        for jaar, waarde in zip((2021, 2024), waarden, strict=True)
    ]
    bron = [*waarnemingen]
    bron += [
        {**_waarneming("woonquote", nis, 2023, waarde + verschil, levering="enquete"), "geografie": "300"}
        for nis, waarde in {RONSE: 31.0, GENT: 29.0, "73006": 22.0, "73032": 24.0}.items()
    ]
    return {
        "stand": [{"stand": stand, "gebouwd_op": OPGEHAALD, "demo": demo}],
        "fusie": [
            _fusie("73006", "Bilzen"),
            _fusie("73032", "Hoeselt"),
        ],
        "lidmaatschap": [
            _lid("centrumstad", "centrumsteden", "Centrumsteden"),
            _lid("provincie", "40000", "Oost-Vlaanderen"),
        ],
        "indicator": [
            _indicator("kansarmoede_index", "Kansarmoede-index", "gezin_kinderarmoede", venster_jaren=3),
            _indicator("woonquote", "Woonquote hoger dan 30 %", "wonen", fusieregel="geen"),
            _indicator("stadsmonitor_sa_01", "Feesten in de buurt", None, nagekeken=False),
        ],
        "levering": [_levering("register", demo), _levering("enquete", demo)],
        "grenzen": [{"geografie": "285", "bestand": KAART, "levering": "register"}],
        "waarneming": [
            *waarnemingen,
            *_woonquote_vandaag(bron),
        ],
        "waarneming_afwijkend": bron,
        "vergelijking": [
            _vergelijking(jaar, waarde + verschil) for jaar, waarde in ((2021, 13.0), (2024, 12.1))
        ],
        "profiel": _profiel(waarnemingen, bron),
        "controle": [
            _controle("let_op", "Tabblad MO_S_22 bevat breuken; gelezen als procenten."),
            _controle("goed", "kansarmoede_index: geen waarde buiten het bereik."),
        ],
    }


def _waarneming(
    indicator: str, nis: str, jaar: int, waarde: float, venster: int = 1, levering: str = "register"
) -> dict[str, object]:
    return {
        "indicator": indicator,
        "nis_code": nis,
        "geografie": "285",
        "periode_begin": date(jaar - venster + 1, 1, 1),
        "periode_einde": date(jaar, 12, 31),
        "periode_label": str(jaar),
        "waarde": waarde,
        "status": "waarde",
        "schatting": False,
        "voorlopig": False,
        "levering": levering,
    }


def _profiel(waarnemingen: list[dict[str, object]], bron: list[dict[str, object]]) -> list[dict[str, object]]:
    vergelijking = {"vergelijking_waarde": 12.1, "vergelijking_soort": "gepubliceerd", "aantal_gemeenten": 3}
    laatste = [rij for rij in waarnemingen if rij["periode_label"] == "2024"]
    woon = _woonquote_vandaag(bron)
    zonder = [
        ("kansarmoede_index", BEVER, "leeg_bij_bron"),
        ("kansarmoede_index", HERSTAPPE, "leeg_bij_bron"),
        ("woonquote", BILZEN_HOESELT, "fusie"),
        ("woonquote", BEVER, "niet_in_levering"),
        ("woonquote", HERSTAPPE, "niet_in_levering"),
    ]
    return [
        *({**_without(rij, "geografie"), "kwantiel": 0.5, **vergelijking} for rij in [*laatste, *woon]),
        *(
            {
                "indicator": indicator,
                "nis_code": nis,
                "status": "ontbreekt",
                "reden": reden,
                "schatting": False,
                "voorlopig": False,
            }
            for indicator, nis, reden in zonder
        ),
    ]


def _woonquote_vandaag(bron: list[dict[str, object]]) -> list[dict[str, object]]:
    return [rij for rij in bron if rij["indicator"] == "woonquote" and rij["nis_code"] in (RONSE, GENT)]


def _without(rij: dict[str, object], column: str) -> dict[str, object]:
    return {name: value for name, value in rij.items() if name != column}


def _indicator(
    id: str,
    titel: str,
    levensdomein: str | None,
    venster_jaren: int = 1,
    fusieregel: str = "teller_noemer",
    nagekeken: bool = True,
    kern: bool = True,
) -> dict[str, object]:
    return {
        "indicator": id,
        "titel": titel,
        "definitie": "Een definitie.",
        "waarom": "Een reden.",
        "eenheid": "%",
        "soort": "aandeel",
        "richting": "lager_is_gunstiger",
        "levensdomein": levensdomein,
        "bron": "stadsmonitor",
        "factor": 1.0,
        "venster_jaren": venster_jaren,
        "fusieregel": fusieregel,
        "decimalen": 1,
        "kern": kern,
        "nagekeken": nagekeken,
    }


def _levering(levering: str, demo: bool) -> dict[str, object]:
    return {
        "levering": levering,
        "bron": "stadsmonitor",
        "bron_titel": "Gemeente-Stadsmonitor",
        "uitgever": "Agentschap Binnenlands Bestuur",
        "url": None if demo else f"https://example.org/{levering}.xlsx",
        "bestandsnaam": f"{levering}.xlsx",
        "sha256": "0123456789abcdef" * 4,
        "opgehaald_op": OPGEHAALD,
        "licentie": "onbekend",
        "demo": demo,
    }


def _vergelijking(jaar: int, waarde: float) -> dict[str, object]:
    return {
        "indicator": "kansarmoede_index",
        "periode_begin": date(jaar - 2, 1, 1),
        "periode_einde": date(jaar, 12, 31),
        "periode_label": str(jaar),
        "waarde": waarde,
        "soort": "gepubliceerd",
        "aantal_gemeenten": 3,
        **dict.fromkeys(("minimum", "kwartiel1", "mediaan", "kwartiel3", "maximum"), waarde),
    }


def _fusie(nis: str, naam: str) -> dict[str, object]:
    return {
        "datum": date(2025, 1, 1),
        "oud_nis": nis,
        "oud_naam": naam,
        "nieuw_nis": BILZEN_HOESELT,
        "nieuw_naam": "Bilzen-Hoeselt",
    }


def _lid(niveau: str, groep: str, naam: str) -> dict[str, object]:
    return {
        "nis_code": GENT,
        "niveau": niveau,
        "groep": groep,
        "groep_naam": naam,
        "geldig_van": date(1995, 1, 1),
        "geldig_tot": None,
    }


def _controle(ernst: str, boodschap: str) -> dict[str, object]:
    return {
        "tijdstip": OPGEHAALD,
        "ernst": ernst,
        "bron": "stadsmonitor",
        "levering": "enquete",
        "boodschap": boodschap,
    }
