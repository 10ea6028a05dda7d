"""Deliveries are kept as they came."""

from datetime import UTC, datetime
from hashlib import sha256

import pytest

from etl import EtlError
from etl.raw import Levering, Poging, Raw

EERST = datetime(2026, 3, 1, 8, tzinfo=UTC)
LATER = datetime(2026, 4, 1, 8, tzinfo=UTC)


@pytest.fixture
def raw(tmp_path):
    return Raw(tmp_path / "raw")


def keep(raw, inhoud=b"a;1\n", naam="cijfers.csv", nu=EERST):
    url = "https://example.org/cijfers.csv"
    return raw.keep(Levering.received("bron", naam, inhoud, licentie="onbekend", nu=nu, url=url))


def test_a_delivery_keeps_its_bytes_and_provenance(raw):
    herkomst, new = keep(raw)
    assert new
    assert raw.provenances() == [herkomst]
    assert raw.open(herkomst).inhoud == b"a;1\n"
    assert herkomst.sha256 == sha256(b"a;1\n").hexdigest()
    assert herkomst.levering == f"bron-{herkomst.sha256[:12]}"
    assert herkomst.opgehaald_op == EERST


def test_the_same_bytes_are_the_same_delivery(raw):
    herkomst, _ = keep(raw)
    folder = raw.folder / "bron" / herkomst.sha256[:12]
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    again, new = keep(raw, naam="andere naam.csv", nu=LATER)
    assert (again, new) == (herkomst, False)
    assert {name: (folder / name).read_bytes() for name in before} == before
    assert LATER.isoformat() in (folder / "gezien.json").read_text()


def test_older_bytes_that_are_offered_again_come_last(raw):
    first, _ = keep(raw)
    second, _ = keep(raw, inhoud=b"a;2\n", nu=EERST.replace(hour=9))
    assert raw.provenances() == [first, second]
    keep(raw, nu=LATER)
    assert raw.provenances() == [second, first]


def test_other_bytes_never_overwrite(raw):
    keep(raw)
    keep(raw, inhoud=b"a;2\n", nu=LATER)
    assert [raw.open(one).inhoud for one in raw.provenances()] == [b"a;1\n", b"a;2\n"]


@pytest.mark.parametrize(
    "naam",
    ["../../etc/passwd", "..\\..\\x", "/abs/pad.csv", ".verborgen", "", "a\nb\x00.csv", "herkomst.json"],
)
def test_a_file_name_never_leaves_its_folder(raw, naam):
    herkomst, _ = keep(raw, naam=naam)
    assert raw.open(herkomst).inhoud == b"a;1\n"
    assert len(list(raw.folder.rglob("*"))) == 4  # source, delivery, file, provenance


def test_a_changed_file_is_noticed(raw):
    herkomst, _ = keep(raw)
    (raw.folder / "bron" / herkomst.sha256[:12] / "cijfers.csv").write_bytes(b"a;9\n")
    with pytest.raises(EtlError, match=r"cijfers\.csv is veranderd"):
        raw.open(herkomst)


def test_what_a_killed_run_left_is_ignored_and_removed(raw):
    herkomst, _ = keep(raw)
    half = raw.folder / "bron" / ".tmp-half"
    half.mkdir()
    (half / "herkomst.json").write_text("{")
    (raw.folder / "bron" / herkomst.sha256[:12] / ".tmp-1-gezien.json").write_text("{")
    assert raw.provenances() == [herkomst]
    raw.tidy()
    assert not list(raw.folder.rglob(".tmp-*"))
    assert raw.open(herkomst).inhoud == b"a;1\n"


def test_attempts_are_remembered_but_not_for_ever(raw):
    for day in range(1, 26):
        raw.note(Poging("bron", datetime(2026, 1, day, tzinfo=UTC), day % 2 == 0, f"dag {day}"))
    kept = raw.attempts("bron")
    assert [one.tijdstip.day for one in kept] == list(range(6, 26))
    assert kept[-1] == Poging("bron", datetime(2026, 1, 25, tzinfo=UTC), False, "dag 25")
    assert raw.attempts("andere") == []
