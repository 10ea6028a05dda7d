"""Areas that can stand beside each other."""

import pytest

from indicators.gemeenten import OnbekendeGroep, gemeenten, lidmaatschappen
from indicators.gemeenten.gebieden import gebied_of_eigen, gebied_voor, gebieden


def test_every_municipality_is_an_area_of_itself() -> None:
    for nis, gemeente in gemeenten().items():
        gebied = gebieden()[gemeente.slug]
        assert (gebied.leden, gebied.gemeente, gebied.naam) == ((nis,), gemeente, gemeente.naam)


def test_areas_hold_the_members_of_today() -> None:
    limburg = gebieden()["provincie:limburg"]
    vandaag = {
        lid.nis_code
        for lid in lidmaatschappen()
        if (lid.niveau, lid.groep_naam, lid.geldig_tot) == ("provincie", "Limburg", None)
    }
    assert set(limburg.leden) == vandaag
    assert (limburg.naam, limburg.in_zin) == ("provincie Limburg", "de provincie Limburg")
    assert len(gebieden()["vlaanderen"].leden) == 285
    assert len(gebieden()["centrumsteden"].leden) == 13


def test_provinces_part_flanders() -> None:
    leden = [
        nis
        for gebied in gebieden().values()
        if gebied.sleutel.startswith("provincie:")
        for nis in gebied.leden
    ]
    assert sorted(leden) == sorted(gemeenten())


def test_no_area_of_one_municipality_beside_that_municipality() -> None:
    assert all(gebied.gemeente or len(gebied.leden) > 1 for gebied in gebieden().values())
    assert "eerstelijnszone:gent" not in gebieden()


def test_keys_and_names_lead_to_one_area_only() -> None:
    for sleutel, gebied in gebieden().items():
        assert gebied_voor(sleutel) is gebied
        assert gebied_voor(gebied.naam) is gebied
        assert not set(sleutel) & set(",+ ")


@pytest.mark.parametrize(
    ("getypt", "sleutel"),
    [
        ("Provincie Antwerpen", "provincie:antwerpen"),
        ("Antwerpen", "antwerpen"),
        ("referentieregio antwerpen", "referentieregio:antwerpen"),
        ("Nevele", "deinze"),
        ("45041", "ronse"),
        (" Vlaanderen ", "vlaanderen"),
    ],
)
def test_people_type_names(getypt: str, sleutel: str) -> None:
    gevonden = gebied_voor(getypt)
    assert gevonden
    assert gevonden.sleutel == sleutel


def test_unknown_names_are_nowhere() -> None:
    assert gebied_voor("Atlantis") is None
    assert gebied_voor("") is None


def test_a_set_of_ones_own_is_an_area_in_the_order_given() -> None:
    gekozen = gebied_of_eigen("eigen:ronse+gent+44021")
    assert gekozen.sleutel == "eigen:ronse+gent"
    assert [gemeenten()[nis].naam for nis in gekozen.leden] == ["Ronse", "Gent"]
    assert (gekozen.naam, gekozen.in_zin) == ("Ronse en Gent", "Ronse en Gent")
    veel = gebied_of_eigen("eigen:" + "+".join(een.slug for een in [*gemeenten().values()][:5]))
    assert (veel.naam, veel.in_zin) == ("5 gemeenten die je koos", "de 5 gemeenten die je koos")
    assert gebied_of_eigen("provincie:limburg") is gebieden()["provincie:limburg"]


@pytest.mark.parametrize(
    "sleutel", ["eigen:", "eigen:parijs", "provincie:atlantis", "eigen:" + "+".join(gemeenten())]
)
def test_a_set_that_cannot_be_is_refused_in_a_sentence(sleutel: str) -> None:
    with pytest.raises(OnbekendeGroep) as fout:
        gebied_of_eigen(sleutel)
    assert fout.value.zin.endswith(".")
