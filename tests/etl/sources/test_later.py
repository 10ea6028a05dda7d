import pytest

from etl.sources import Bestand, Later, recognise

KNOWN = {
    "lijst van gemeentefusies": b"effective,old_nis,old_name,new_nis,new_name\n",
    "REFNIS-nomenclatuur van Statbel": "\ufeffCode INS;Entités;Langue;Code NIS;Taal\n".encode(),
}


@pytest.mark.parametrize("titel", KNOWN)
def test_a_kind_that_is_not_used_yet_is_known_by_content(titel):
    soort = recognise(Bestand("naamloos", KNOWN[titel]))
    assert isinstance(soort, Later)
    assert soort.titel == titel


@pytest.mark.parametrize(
    "kop, titel",
    [
        (["gemeente2024", "arrondiss2024"], "aggregatietabel van Provincies in Cijfers"),
        (["sequence nr", "geoitem code", "short name"], "gebiedsdefinities van Provincies in Cijfers"),
        (["period", "geolevel", "geoitem", "naam"], "uploadsjabloon van Provincies in Cijfers"),
    ],
)
def test_a_workbook_that_is_not_used_yet_is_known_by_its_columns(workbook, kop, titel):
    soort = recognise(workbook({"Sheet1": [kop, ["x"] * len(kop)]}))
    assert isinstance(soort, Later)
    assert soort.titel == titel
