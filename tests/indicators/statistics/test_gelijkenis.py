"""Who looks like whom: the distances recomputed with numpy, and what happens where a figure is missing."""

import numpy as np
import pytest

from indicators.statistics.gelijkenis import bruikbaar, gelijkaardig, standaardiseer

GETALLEN = np.random.default_rng(7).normal([10, 300], [2, 90], size=(60, 2))
CODES = [f"{nummer:05}" for nummer in range(60)]
KENMERKEN = {
    "een": dict(zip(CODES, GETALLEN[:, 0].tolist(), strict=True)),
    "twee": dict(zip(CODES, GETALLEN[:, 1].tolist(), strict=True)),
}


def test_the_ten_nearest_are_those_of_a_second_computation():
    scores = (GETALLEN - GETALLEN.mean(axis=0)) / GETALLEN.std(axis=0)
    afstand = np.sqrt(((scores - scores[0]) ** 2).mean(axis=1))
    gevonden = gelijkaardig("00000", KENMERKEN)
    assert [een.nis for een in gevonden] == [CODES[i] for i in np.argsort(afstand)[1:11]]
    assert [een.afstand for een in gevonden] == pytest.approx(np.sort(afstand)[1:11].tolist())
    eerste = scores[int(gevonden[0].nis)] - scores[0]
    assert list(gevonden[0].verschillen.values()) == pytest.approx(eerste.tolist())


def test_the_unit_of_a_variable_makes_no_difference():
    cent = {**KENMERKEN, "twee": {nis: 100 * waarde for nis, waarde in KENMERKEN["twee"].items()}}
    assert [een.nis for een in gelijkaardig("00003", cent)] == [
        een.nis for een in gelijkaardig("00003", KENMERKEN)
    ]


def test_a_variable_left_out_or_lacking_here_does_not_count():
    alleen = gelijkaardig("00000", {"een": KENMERKEN["een"]})
    assert gelijkaardig("00000", KENMERKEN, zonder=["twee"]) == alleen
    gat = {**KENMERKEN, "twee": {nis: w for nis, w in KENMERKEN["twee"].items() if nis != "00000"}}
    assert bruikbaar("00000", gat) == ["een"]
    assert gelijkaardig("00000", gat) == alleen
    assert gelijkaardig("00000", KENMERKEN, zonder=["een", "twee"]) == []


def test_who_lacks_a_variable_is_no_candidate():
    naaste = gelijkaardig("00000", KENMERKEN)[0].nis
    gat = {**KENMERKEN, "twee": {nis: w for nis, w in KENMERKEN["twee"].items() if nis != naaste}}
    assert naaste not in {een.nis for een in gelijkaardig("00000", gat, k=60)}
    assert len(gelijkaardig("00000", gat, k=60)) == 58


def test_at_equal_distance_the_lower_code_goes_first():
    gelijk = {"een": {"00002": 1.0, "00001": 1.0, "00003": 1.0}}
    assert [een.nis for een in gelijkaardig("00003", gelijk)] == ["00001", "00002"]
    assert standaardiseer(gelijk["een"]) == {"00001": 0, "00002": 0, "00003": 0}
