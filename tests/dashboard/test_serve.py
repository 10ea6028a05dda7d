"""The server that `make serve` starts, as a process: what it is bound to decides who may write."""

import json
import sys
import urllib.request
from pathlib import Path

import pytest

from tests.dashboard.warehouse_example import build
from tests.running import environment, free_port, running, served

ASK = {
    "output": "inhoud.children",
    "outputs": {"id": "inhoud", "property": "children"},
    "inputs": [
        {"id": "adres", "property": "pathname", "value": "/regiescan/ronse"},
        {"id": "adres", "property": "search", "value": ""},
    ],
    "changedPropIds": [],
}


def _regiescan(base: str, **headers: str) -> str:
    """Ask for the page of a regiescan as our own page in a browser does."""
    sent = {"Content-Type": "application/json", "Origin": base, "Sec-Fetch-Site": "same-origin", **headers}
    question = urllib.request.Request(f"{base}/_dash-update-component", json.dumps(ASK).encode(), sent)
    with urllib.request.urlopen(question, timeout=300) as answer:
        return str(json.dumps(json.load(answer), ensure_ascii=False))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    build(tmp_path / "warehouse.duckdb")
    return tmp_path


@pytest.mark.slow
def test_on_this_machine_only_one_may_write(folder: Path) -> None:
    with served(folder) as base:
        assert "voorlopig" not in _regiescan(base)
        assert "tussenliggende server" in _regiescan(base, **{"X-Forwarded-For": "127.0.0.1"})
        assert "niet van een pagina" in _regiescan(base, Origin="http://evil.be")


@pytest.mark.slow
def test_on_every_address_nobody_may_write(folder: Path) -> None:
    everywhere = environment(folder, HOST="0.0.0.0", PORT=str(free_port()))  # noqa: S104
    with running([sys.executable, "-m", "dashboard", "serve"], everywhere) as base:
        assert "enkel op je eigen computer" in _regiescan(base)
