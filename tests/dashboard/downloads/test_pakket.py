"""The zip: it opens, and is the same for the same figures."""

from datetime import date
from io import BytesIO
from zipfile import ZipFile

from dashboard.downloads.pakket import zip_van

BESTANDEN = {"cijfers.csv": b"waarde\r\n1\r\n", "LEESMIJ.txt": "één".encode()}


def test_the_files_come_out_as_they_went_in() -> None:
    with ZipFile(BytesIO(zip_van(BESTANDEN, date(2026, 3, 2)))) as pakket:
        assert pakket.testzip() is None
        assert {naam: pakket.read(naam) for naam in pakket.namelist()} == BESTANDEN


def test_the_same_figures_give_the_same_bytes_dated_by_the_build() -> None:
    eerste, tweede = (zip_van(BESTANDEN, date(2026, 3, 2)) for _ in range(2))
    assert eerste == tweede
    with ZipFile(BytesIO(eerste)) as pakket:
        assert {info.date_time for info in pakket.infolist()} == {(2026, 3, 2, 0, 0, 0)}
