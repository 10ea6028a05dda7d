from datetime import date

import pytest

from dashboard.components.duiding import een_op, kinderen, ligging, vergelijking, wanneer

SMAL = "\u202f"


def rij(**velden):
    return {
        "waarde": 9.1,
        "eenheid": "%",
        "decimalen": 1,
        "soort": "aandeel",
        "kwantiel": 0.7,
        "vergelijking_waarde": None,
        "vergelijking_soort": None,
        "vergelijking_noemer": None,
        **velden,
    }


def test_a_value_of_one_day_holds_on_that_day_and_another_in_its_period():
    nieuwjaar = date(2025, 1, 1)
    assert wanneer(rij(periode_begin=nieuwjaar, periode_einde=nieuwjaar)) == "op 1 januari 2025"
    assert wanneer(rij(periode_begin=nieuwjaar, periode_einde=date(2025, 12, 31))) == "in 2025"


@pytest.mark.parametrize(
    ("kwantiel", "woorden"),
    [
        (0.0, f"bij de laagste 20{SMAL}%"),
        (0.199, f"bij de laagste 20{SMAL}%"),
        (0.2, "lager dan de meeste gemeenten"),
        (0.4, "rond het midden"),
        (0.6, "hoger dan de meeste gemeenten"),
        (0.8, f"bij de hoogste 20{SMAL}%"),
        (1.0, f"bij de hoogste 20{SMAL}%"),
    ],
)
def test_every_fifth_has_its_words(kwantiel, woorden):
    assert ligging(kwantiel) == woorden


def test_counts_are_never_compared():
    inwoners = rij(
        soort="aantal", eenheid="inwoners", vergelijking_waarde=20000, vergelijking_soort="mediaan"
    )
    assert vergelijking(inwoners) is None


@pytest.mark.parametrize(
    ("soort", "noemer", "naam"),
    [
        ("gepubliceerd", None, "Vlaanderen"),
        ("gewogen", "geboorten", "Vlaanderen, gewogen met geboorten"),
        ("mediaan", None, "mediaan van de gemeenten"),
    ],
)
def test_a_comparator_is_named_by_its_kind(soort, noemer, naam):
    met = rij(vergelijking_waarde=12.1, vergelijking_soort=soort, vergelijking_noemer=noemer)
    assert vergelijking(met) == f"{naam}: 12,1{SMAL}%"


@pytest.mark.parametrize(
    ("aandeel", "n"),
    [(14.0, 7), (9.1, 11), (33.3, 3), (50, 2), (2.0, 50), (40, None), (0, None), (0.8, None)],
)
def test_one_in_n_is_said_only_when_it_is_close(aandeel, n):
    assert een_op(aandeel) == n


def test_a_share_is_put_into_children():
    assert kinderen(rij(waarde=14.0)) == "Van elke 7 kinderen groeit er ongeveer 1 op in kansarmoede."
    assert kinderen(rij(waarde=40.0)) is None
