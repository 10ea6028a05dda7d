"""With whom a municipality is compared: the members, and the names as they stand in labels and sentences."""

import re
from itertools import pairwise
from math import exp
from random import Random

import pytest

from indicators.gemeenten import (
    KENMERKEN,
    STANDAARD,
    Kenmerken,
    OnbekendeGroep,
    UnknownCode,
    buren,
    gemeente,
    gemeenten,
    groep,
    keuzes,
)

RONSE, GENT, VOEREN, HERSTAPPE, AALST, BOOM = "45041", "44021", "73109", "73028", "41002", "11005"
ALLE = [
    "vlaanderen",
    "provincie",
    "arrondissement",
    "referentieregio",
    "eerstelijnszone",
    "grootteklasse",
    "kansarmoedeklasse",
    "centrumsteden",
    "buren",
    "vergelijkbaar",
]


@pytest.fixture(scope="module")
def kenmerken():
    """Made-up figures of all municipalities, but for the index of Herstappe."""
    toeval = Random(4)
    inwoners = {nis: round(exp(toeval.gauss(9.7, 0.8))) for nis in gemeenten()}
    return Kenmerken(
        inwoners=inwoners | {HERSTAPPE: 80, GENT: 265_000, RONSE: 26_500},
        kansarmoede={nis: toeval.uniform(1, 30) for nis in gemeenten() if nis != HERSTAPPE},
        context={
            naam: {nis: toeval.uniform(10, 30) for nis in gemeenten()}
            for naam in KENMERKEN
            if naam != "bevolking"
        },
    )


def namen(een):
    return {gemeenten()[nis].naam for nis in een.leden}


def test_what_there_is_to_choose_in_a_fixed_order(kenmerken):
    assert [een.keuze for een in keuzes(RONSE, kenmerken)] == ALLE
    assert keuzes(RONSE, kenmerken)[1].titel == "Provincie Oost-Vlaanderen"
    assert ALLE[0] == STANDAARD
    zonder_buren = [keuze for keuze in ALLE if keuze != "buren"]
    assert [een.keuze for een in keuzes(VOEREN, kenmerken)] == zonder_buren
    zonder_index = [keuze for keuze in ALLE if keuze != "kansarmoedeklasse"]
    assert [een.keuze for een in keuzes(HERSTAPPE, kenmerken)] == zonder_index
    zonder_zone = [keuze for keuze in ALLE if keuze != "eerstelijnszone"]
    assert [een.keuze for een in keuzes(GENT, kenmerken)] == zonder_zone


@pytest.mark.parametrize("nis", gemeenten())
def test_every_name_reads_as_a_name_and_every_explanation_as_sentences(nis, kenmerken):
    for keuze in keuzes(nis, kenmerken):
        een = groep(keuze.keuze, nis, kenmerken)
        for tekst in (keuze.titel, een.naam, een.in_zin, een.uitleg):
            woorden = tekst.casefold().split()
            assert woorden
            assert [woord for woord, volgend in pairwise(woorden) if woord == volgend] == []
            assert not re.search(r"  |None|\d\.\d{3}\.\d|^ | $", tekst)
        assert keuze.titel[0].isupper()
        assert een.uitleg.endswith(".")
        assert re.match(r"Vlaanderen$|de |het |andere |gemeenten ", een.in_zin)
        assert een.keuze == keuze.keuze
        assert (nis in een.leden) == een.gebied
        assert 0 < len(een.leden) == len(set(een.leden))


def test_areas_contain_the_municipality_itself(kenmerken):
    provincie = groep("provincie", RONSE, kenmerken)
    assert (provincie.naam, provincie.in_zin) == ("provincie Oost-Vlaanderen", "de provincie Oost-Vlaanderen")
    assert len(provincie.leden) == 55
    assert groep("arrondissement", RONSE, kenmerken).in_zin == "het arrondissement Oudenaarde"
    assert groep("referentieregio", GENT, kenmerken).in_zin == "de referentieregio Gent"
    assert namen(groep("eerstelijnszone", BOOM, kenmerken)) == {
        "Aartselaar", "Boom", "Hemiksem", "Niel", "Rumst", "Schelle",
    }  # fmt: skip
    assert groep(STANDAARD, RONSE, kenmerken).leden == tuple(gemeenten())


def test_classes_are_those_of_the_study_without_the_municipality_itself(kenmerken):
    grootte = groep("grootteklasse", RONSE, kenmerken)
    assert grootte.in_zin == "andere gemeenten met 20.000 tot 39.999 inwoners"
    assert RONSE not in grootte.leden
    assert set(grootte.leden) == {
        nis for nis, aantal in kenmerken.inwoners.items() if 20_000 <= aantal < 40_000 and nis != RONSE
    }
    index = kenmerken.kansarmoede[RONSE]
    van, tot = next(pair for pair in ((0, 5), (5, 10), (10, 15), (15, 100)) if pair[0] <= index < pair[1])
    assert set(groep("kansarmoedeklasse", RONSE, kenmerken).leden) == {
        nis for nis, waarde in kenmerken.kansarmoede.items() if van <= waarde < tot and nis != RONSE
    }
    assert "gekozen met de kansarmoede-index zelf" in groep("kansarmoedeklasse", RONSE, kenmerken).uitleg


def test_centrumsteden_are_thirteen_or_twelve_others(kenmerken):
    steden = groep("centrumsteden", RONSE, kenmerken)
    assert (len(steden.leden), steden.in_zin) == (13, "de centrumsteden")
    andere = groep("centrumsteden", AALST, kenmerken)
    assert (len(andere.leden), andere.in_zin) == (12, "de andere centrumsteden")


def test_neighbours_in_the_plural_and_in_the_singular(kenmerken):
    ronse = groep("buren", RONSE, kenmerken)
    assert set(ronse.leden) == buren(RONSE)
    assert ronse.uitleg == "Kluisbergen en Maarkedal: delen een grens met Ronse."
    herstappe = groep("buren", HERSTAPPE, kenmerken)
    assert herstappe.naam == "de buurgemeente van Herstappe"
    assert herstappe.uitleg == "Tongeren-Borgloon: deelt een grens met Herstappe."


def test_similar_municipalities_come_with_their_distance_and_the_reason(kenmerken):
    een = groep("vergelijkbaar", RONSE, kenmerken)
    assert een.naam == "gemeenten die op Ronse lijken"
    assert len(een.leden) == 10
    assert een.leden == tuple(gelijkende.nis for gelijkende in een.gelijkenden)
    assert all(kenmerk.titel in een.uitleg for kenmerk in KENMERKEN.values())
    ander = groep("vergelijkbaar", RONSE, kenmerken, zonder=["aandeel_65_plus"])
    assert "Niet gebruikt, omdat je dat vroeg: aandeel 65-plussers." in ander.uitleg
    assert ander.leden != een.leden
    assert set(ander.gelijkenden[0].verschillen) == set(KENMERKEN) - {"aandeel_65_plus"}


def test_inhabitants_are_compared_by_ratio(kenmerken):
    alleen = Kenmerken(inwoners={RONSE: 20_000, GENT: 40_000, BOOM: 9_000, AALST: 110_000})
    een = groep("vergelijkbaar", RONSE, alleen)
    assert een.leden == (GENT, BOOM, AALST)
    assert "Elk kenmerk telt even zwaar" not in een.uitleg


def test_what_is_missing_is_told(kenmerken):
    inkomen = {nis: w for nis, w in kenmerken.context["aandeel_0_17"].items() if nis not in (BOOM, AALST)}
    gat = Kenmerken(kenmerken.inwoners, context={"fiscaal_inkomen_per_inwoner": inkomen})
    ronse = groep("vergelijkbaar", RONSE, gat).uitleg
    assert "Niet gebruikt, omdat er geen cijfer is voor Ronse: inwoners per km²," in ronse
    assert ronse.endswith("2 gemeenten deden niet mee, omdat een van deze cijfers daar ontbreekt.")
    assert groep("vergelijkbaar", BOOM, gat).uitleg.startswith(
        "De gemeenten die het meest op Boom lijken. Vergeleken op: aantal inwoners. Niet gebruikt"
    )


def test_who_looks_like_nobody_is_told_so(kenmerken):
    assert (
        "Let op: geen enkele gemeente lijkt er goed op" in groep("vergelijkbaar", HERSTAPPE, kenmerken).uitleg
    )
    assert "Let op" not in groep("vergelijkbaar", RONSE, kenmerken).uitleg


@pytest.mark.parametrize("tekst", ["gent+aalst", "gent aalst", "Gent,AALST", "44021+41002", "nevele+gent"])
def test_an_own_set_takes_slugs_names_and_codes_of_now_and_before(tekst, kenmerken):
    een = groep(f"eigen:{tekst}", RONSE, kenmerken)
    if tekst.startswith("nevele"):
        assert (een.keuze, een.naam) == ("eigen:deinze+gent", "Deinze en Gent")
    else:
        assert (een.keuze, een.naam) == ("eigen:gent+aalst", "Gent en Aalst")
    assert not een.gebied


def test_an_own_set_keeps_its_order_without_doubles_or_the_municipality_itself(kenmerken):
    een = groep("eigen:deinze+ronse+nevele+boom+De Panne+gent", RONSE, kenmerken)
    assert een.keuze == "eigen:deinze+boom+de-panne+gent"
    assert een.in_zin == "de 4 gemeenten die je koos"
    assert een.uitleg == "Jouw keuze: Deinze, Boom, De Panne en Gent."
    assert groep(een.keuze, RONSE, kenmerken) == een


@pytest.mark.parametrize(
    ("keuze", "nis", "zin"),
    [
        ("land", RONSE, "De vergelijking 'land' bestaat niet. Kies een andere vergelijking."),
        ("buren", VOEREN, "Voeren grenst aan geen enkele andere Vlaamse gemeente."),
        ("eerstelijnszone", GENT, "Gent is de enige gemeente van de eerstelijnszone Gent."),
        ("kansarmoedeklasse", HERSTAPPE, "We kennen de kansarmoede-index van Herstappe niet."),
        ("eigen:", RONSE, "Je koos nog geen andere gemeente dan Ronse."),
        ("eigen:ronse", RONSE, "Je koos nog geen andere gemeente dan Ronse."),
        ("eigen:gent+gnt+parijs", RONSE, "Deze gemeenten kennen we niet: gnt, parijs."),
        ("eigen:" + "+".join([*gemeenten()][:41]), RONSE, "Je koos 41 gemeenten."),
    ],
)
def test_what_cannot_be_compared_is_refused_with_a_sentence(keuze, nis, zin, kenmerken):
    with pytest.raises(OnbekendeGroep) as fout:
        groep(keuze, nis, kenmerken)
    assert fout.value.zin.startswith(zin)
    assert str(fout.value) == fout.value.zin


def test_similar_municipalities_need_a_variable(kenmerken):
    with pytest.raises(OnbekendeGroep, match="Laat minstens één kenmerk staan"):
        groep("vergelijkbaar", RONSE, kenmerken, zonder=KENMERKEN)
    with pytest.raises(OnbekendeGroep, match="de cijfers daarvoor ontbreken"):
        groep("vergelijkbaar", RONSE, Kenmerken())
    assert "grootteklasse" not in {een.keuze for een in keuzes(RONSE, Kenmerken())}


def test_only_alone_in_its_class_is_no_group(kenmerken):
    with pytest.raises(OnbekendeGroep, match="Ronse is alleen in de groep"):
        groep("grootteklasse", RONSE, Kenmerken(inwoners={RONSE: 26_000, GENT: 260_000}))


def test_a_code_of_before_is_refused(kenmerken):
    assert gemeente("nevele") is None
    with pytest.raises(UnknownCode, match="44049"):
        groep(STANDAARD, "44049", kenmerken)
