"""Provincies in Cijfers: a server with a key, that answers in pages and has its own ways to say nothing."""

import json
from datetime import UTC, datetime
from types import SimpleNamespace

import pandas as pd
import pytest
from typer.testing import CliRunner
from werkzeug import Request, Response

from etl.__main__ import app
from etl.fetch import fetch
from etl.gather import read_delivery
from etl.journal import journal, note
from etl.probe import probe
from etl.raw import Levering, Raw
from etl.sources import BRONNEN, Bestand, InvalidDelivery, pinc, recognise
from indicators.catalog import catalog
from indicators.gemeenten import gemeenten

GEHEIM = "zeer-geheime-sleutel-123"
SIZE = 100


def records(jaar=2024, niveau="gemeente", **shown):
    """One record per municipality of the level, with 5000 inhabitants; `shown` are `n44021="x"`."""
    values = dict.fromkeys(gemeenten(pinc.GEOGRAFIE[niveau]), "5000")
    values |= {code[1:]: value for code, value in shown.items()}
    return [
        {"ExternalCode": f"{niveau}_{code}", "Period": str(jaar), "ValueString": value}
        for code, value in values.items()
    ]


def delivery(rows, niveau="gemeente", code="v1111a_tot_bevolking"):
    url = f"http://x/Values#{code}.{niveau}.json"
    return Bestand(f"{code}.{niveau}.json", pinc.join([json.dumps({"value": rows}).encode()], url))


def read(rows, niveau="gemeente"):
    return pinc.read(delivery(rows, niveau))


class Server:
    """Gives `rows` in pages of `SIZE` to who has the key; `how` is how it lets the client go on."""

    def __init__(self, httpserver, rows, how="nextLink"):
        self.rows, self.how, self.asked = rows, how, []
        httpserver.expect_request("/odata/").respond_with_handler(self.document)
        values = "/odata/Variables('v1111a_tot_bevolking')/GeoLevels('gemeente')/PeriodLevels('year')"
        httpserver.expect_request(values + "/Periods('all')/Values").respond_with_handler(self.values)
        self.bron = SimpleNamespace(**{**vars(pinc), "PAGINA": httpserver.url_for("/odata/")})

    def document(self, request: Request) -> Response:
        self.asked.append(request)
        if request.headers.get("apikey") != GEHEIM:
            return Response("Guest user group not found", status=401)
        return Response(json.dumps({"value": [{"name": "Variables"}]}))

    def values(self, request: Request) -> Response:
        self.asked.append(request)
        assert request.headers["apikey"] == GEHEIM
        begin = 0 if self.how == "deaf" else int(request.args.get("$skip", 0))
        told = {"value": self.rows if self.how == "deaf" else self.rows[begin : begin + SIZE]}
        if self.how == "nextLink" and begin + SIZE < len(self.rows):
            told["@odata.nextLink"] = f"{request.base_url}?$skip={begin + SIZE}"
        if self.how == "thief":
            told["@odata.nextLink"] = "http://127.0.0.2:9/odata/Values"
        return Response(json.dumps(told))


@pytest.fixture
def raw(tmp_path):
    return Raw(tmp_path / "raw")


def everything_written(folder):
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


@pytest.mark.parametrize("how", ["nextLink", "skip", "deaf"])
def test_all_pages_become_one_delivery(how, httpserver, raw, monkeypatch):
    monkeypatch.setenv("PINC_API_KEY", GEHEIM)
    server = Server(httpserver, records(), how)
    first, again = (fetch(raw, {"pinc": server.bron})[0] for _ in range(2))
    assert (first.fouten, first.nieuw, again.nieuw) == ([], 1, 0)
    (kept,) = raw.provenances()
    assert kept.bestandsnaam == "v1111a_tot_bevolking.gemeente.json"
    waarden = pinc.read(Bestand(kept.bestandsnaam, raw.open(kept).inhoud)).waarden
    assert len(waarden) == 285 and set(waarden["waarde"]) == {5000.0}


def test_without_a_key_it_is_off_and_nobody_is_asked(httpserver, raw, monkeypatch):
    monkeypatch.delenv("PINC_API_KEY", raising=False)
    server = Server(httpserver, records())
    (outcome,) = fetch(raw, {"pinc": server.bron})
    assert (outcome.boodschap, outcome.fouten) == ("Uitgeschakeld, geen sleutel.", [])
    assert raw.attempts("pinc")[0].gelukt and server.asked == []
    (found,) = probe({"pinc": server.bron})
    assert found.in_orde and "uitgeschakeld" in found.boodschap


def test_the_key_is_only_in_the_header(httpserver, tmp_path, raw, monkeypatch):
    monkeypatch.setenv("PINC_API_KEY", f" {GEHEIM}\n")
    server = Server(httpserver, records())
    with journal(tmp_path, "fetch"):
        for bron in (server.bron, SimpleNamespace(**{**vars(server.bron), "PAGINA": "http://127.0.0.1:9/"})):
            (outcome,) = fetch(raw, {"pinc": bron})
            note("bevraagd", boodschap=outcome.boodschap)
    assert len(server.asked) > 3
    assert all(GEHEIM not in request.url for request in server.asked)
    assert GEHEIM.encode() not in everything_written(tmp_path)
    wrong = SimpleNamespace(**{**vars(server.bron)})
    monkeypatch.setenv("PINC_API_KEY", "verkeerd-geheim")
    (outcome,) = fetch(raw, {"pinc": wrong})
    assert "status 401" in outcome.boodschap and "verkeerd-geheim" not in outcome.boodschap


def test_the_key_is_not_sent_to_another_server(httpserver, raw, monkeypatch):
    monkeypatch.setenv("PINC_API_KEY", GEHEIM)
    (outcome,) = fetch(raw, {"pinc": Server(httpserver, records(), "thief").bron})
    assert "andere server (127.0.0.2:9)" in outcome.fouten[0]
    assert raw.provenances() == []


def test_a_series_without_end_is_cut_off(httpserver, raw, monkeypatch):
    monkeypatch.setenv("PINC_API_KEY", GEHEIM)
    monkeypatch.setattr("etl.fetch.MAX_PAGES", 2)
    (outcome,) = fetch(raw, {"pinc": Server(httpserver, records()).bron})
    assert "nog altijd meer" in outcome.fouten[0]


def test_the_probe_reads_one_series(httpserver, monkeypatch):
    monkeypatch.setenv("PINC_API_KEY", GEHEIM)
    (found,) = probe({"pinc": Server(httpserver, records()).bron})
    assert found.in_orde and "285 rijen" in found.boodschap


def test_the_four_ways_to_say_that_nothing_is_known():
    shown = {"n44021": "-99996", "n11002": "-99997", "n41002": "-99998", "n35013": "-99999"}
    signs = {"n71016": "-", "n24062": "x", "n12025": "nvt", "n34022": "?"}
    rows = read(records(**shown, **signs)).waarden.set_index("nis_code")
    assert dict(rows.loc[[code[1:] for code in (*shown, *signs)], "status"]) == {
        "44021": "ontbreekt", "11002": "onderdrukt", "41002": "niet_van_toepassing", "35013": "ontbreekt",
        "71016": "ontbreekt", "24062": "onderdrukt", "12025": "niet_van_toepassing", "34022": "ontbreekt",
    }  # fmt: skip
    assert rows["waarde"].isna().sum() == 8
    assert rows["waarde"].min() == 5000


def test_areas_that_are_no_municipality_are_told_and_brussels_is_not():
    rest = [
        {"ExternalCode": f"gemeente_{code}", "Period": "2024", "ValueString": "7"}
        for code in (99991, 99999, 21004)
    ]
    lezing = read(records() + rest)
    assert len(lezing.waarden) == 285
    assert lezing.opmerkingen == [
        "Bevolking op 1 januari: restgebieden zonder gemeente zijn niet ingelezen: 99991 (1), 99999 (1)."
    ]


def test_a_zero_that_cannot_be_is_missing_and_told():
    lezing = read(records(n73028="0"))
    [row] = lezing.waarden[lezing.waarden["nis_code"] == "73028"].to_dict("records")
    assert pd.isna(row["waarde"]) and row["status"] == "ontbreekt"
    assert "1 keer 0 is niet als cijfer gelezen (2024)" in lezing.opmerkingen[0]


@pytest.mark.parametrize("zeros, kept", [(60, True), (100, False)])
def test_a_zero_that_can_be_is_a_figure_until_too_many_have_one(zeros, kept, monkeypatch):
    een = pinc.Variabele("v", "k", "Leefloners", ["gemeente"], "12-31", "kan")
    monkeypatch.setitem(pinc.VARIABELEN, "v1111a_tot_bevolking", een)
    codes = list(gemeenten("285"))[:zeros]
    lezing = read(records(**{f"n{code}": "0" for code in codes}) + records(2023))
    of_2024 = lezing.waarden[lezing.waarden["periode_label"] == "2024"]
    assert (of_2024["waarde"].eq(0).sum(), bool(lezing.opmerkingen)) == (
        (zeros, False) if kept else (0, True)
    )
    assert lezing.waarden[lezing.waarden["periode_label"] == "2023"]["waarde"].notna().all()


@pytest.mark.parametrize(
    "niveau, staat, aantal",
    [("gemeente", "285", 285), ("gemeente2024", "300", 300), ("gemeente2018", "308", 308)],
)
def test_each_level_is_a_state_of_the_municipalities(niveau, staat, aantal):
    waarden = read(records(niveau=niveau), niveau).waarden
    assert (len(waarden), set(waarden["geografie"])) == (aantal, {staat})


def test_a_value_holds_on_its_day():
    row = read(records(2024)).waarden.iloc[0]
    assert (row["periode_einde"].isoformat(), row["periode_label"]) == ("2024-01-01", "1 januari 2024")


def refused(rows):
    with pytest.raises(InvalidDelivery) as caught:
        read(rows)
    error = caught.value
    assert (error.bron, error.bestand) == ("pinc", "v1111a_tot_bevolking.gemeente.json")
    return str(error)


@pytest.mark.parametrize(
    "record, words",
    [
        ({"ExternalCode": "gemeente_12345"}, ["record", "onbekende gemeentecode '12345'"]),
        ({"Period": "2199"}, ["Period", "'2199' is geen jaar"]),
        ({"Period": "mrp"}, ["Period", "'mrp' is geen jaar"]),
        ({"ValueString": "veel"}, ["ValueString", "'veel' is geen getal"]),
        ({"ValueString": "12.345"}, ["ValueString", "'12.345'", "kan er twee zijn"]),
        ({"ValueString": "9" * 400}, ["ValueString", "is geen getal"]),
        ({"ValueString": "-99995"}, ["ValueString", "onbekende code"]),
    ],
)
def test_a_record_that_cannot_be_is_refused(record, words):
    rows = records()
    rows[3] |= record
    told = refused(rows)
    assert [word for word in words if word not in told] == []


def test_a_record_without_a_figure_is_no_missing_figure():
    rows = records()
    del rows[3]["ValueString"]
    assert "ValueString ontbreekt" in refused(rows)


@pytest.mark.parametrize("record", [None, "x", 5, []])
def test_what_is_no_record_is_refused(record):
    assert "ExternalCode, Period, ValueString ontbreekt" in refused([*records(), record])


def test_two_figures_for_one_municipality_are_refused():
    assert "twee keer" in refused([*records(), {**records()[0], "ValueString": "6000"}])


def test_a_series_that_nobody_asked_for_is_refused():
    with pytest.raises(InvalidDelivery, match="staat niet in pinc"):
        pinc.read(delivery(records(), code="v999"))


def test_what_is_no_odata_is_not_ours():
    assert pinc.discover(b"<html>", "http://x/") == []
    assert pinc.discover(b"[1]", "http://x/") == []
    assert not pinc.recognise(Bestand("a.json", b'{"value": []}'))
    assert recognise(delivery(records())) is BRONNEN["pinc"]


def test_every_variable_says_how_its_zeros_are_read():
    assert pinc.VARIABELEN
    assert {een.nul for een in pinc.VARIABELEN.values()} <= {"kan", "kan_niet"}
    assert all(set(een.niveaus) <= set(pinc.GEOGRAFIE) for een in pinc.VARIABELEN.values())


def test_it_feeds_an_indicator_of_the_catalog():
    bestand = delivery(records(2023) + records(2024))
    levering = Levering.received(
        "pinc", bestand.naam, bestand.inhoud, licentie="onbekend", nu=datetime.now(UTC)
    )
    gelezen = read_delivery(levering, BRONNEN["pinc"], catalog(), datetime.now(UTC))
    assert set(gelezen.waarnemingen["indicator"]) == {"bevolking"}
    assert gelezen.aantal == 2 * 285


def test_the_command_line_says_that_it_is_off(tmp_path, monkeypatch):
    monkeypatch.delenv("PINC_API_KEY", raising=False)
    # Not by taking the others out: put back, they would stand in another order, and the order decides.
    monkeypatch.setattr("etl.job.BRONNEN", {"pinc": pinc})
    told = CliRunner().invoke(app, ["fetch", "--warehouse-dir", str(tmp_path)])
    assert told.exit_code == 0
    assert "gelukt Provincies in Cijfers: Uitgeschakeld, geen sleutel." in told.output
