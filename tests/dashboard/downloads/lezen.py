"""Open a download as its reader does."""

import csv
import json
from io import BytesIO, StringIO
from typing import Any
from zipfile import ZipFile

from flask.testing import FlaskClient


def opened(client: FlaskClient, path: str) -> tuple[list[dict[str, str]], dict[str, Any], str]:
    """The rows, the metadata and the text of a zip."""
    answer = client.get(path)
    assert (answer.status_code, answer.mimetype) == (200, "application/zip"), answer.text
    with ZipFile(BytesIO(answer.data)) as pakket:
        assert pakket.testzip() is None
        rijen = pakket.read("cijfers.csv").decode("utf-8-sig")
        metadata = json.loads(pakket.read("metadata.json"))
        tekst = pakket.read("LEESMIJ.txt").decode()
    return list(csv.DictReader(StringIO(rijen), delimiter=";")), metadata, tekst


def number(cel: str) -> float | None:
    """A cell as a number; an empty one is no number, and no 0 either."""
    return float(cel.replace(",", ".")) if cel else None
