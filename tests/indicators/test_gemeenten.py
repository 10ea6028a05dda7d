"""States, mergers, recoding, memberships, neighbours and classes of the Flemish municipalities."""

import subprocess
import sys
from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.gemeenten import (
    GEOGRAFIEEN,
    VLAANDEREN,
    UnknownCode,
    buren,
    fusies,
    gemeente,
    gemeenten,
    geografie_of,
    geografie_op,
    grootteklasse,
    kansarmoedeklasse,
    lidmaatschappen,
    recode,
    voorgangers,
)


def groepen(nis: str, niveau: str, op: date) -> list[str]:
    """Names of the areas of one level to which a municipality belonged on a day."""
    return [
        lid.groep_naam
        for lid in lidmaatschappen()
        if (lid.nis_code, lid.niveau) == (nis, niveau)
        and lid.geldig_van <= op
        and (lid.geldig_tot is None or op <= lid.geldig_tot)
    ]


@pytest.mark.parametrize("geografie", GEOGRAFIEEN)
def test_a_state_has_as_many_municipalities_as_its_name_says(geografie):
    state = gemeenten(geografie)
    assert len(state) == int(geografie)
    assert all(nis == g.nis_code and len(nis) == 5 for nis, g in state.items())


def test_an_unknown_state_is_refused():
    with pytest.raises(UnknownCode, match="'2019' is unknown, choose from 308, 300, 285"):
        gemeenten("2019")


def test_names_are_in_alphabetical_order_and_without_suffix():
    names = [g.naam for g in gemeenten().values()]
    assert names[:3] == ["Aalst", "Aalter", "Aarschot"]
    assert names.index("Sint-Truiden") < names.index("Spiere-Helkijn")
    assert {"Halle", "Voeren", "Sint-Genesius-Rode", "Wezembeek-Oppem", "Hove"} <= set(names)
    assert not [name for name in names if "(" in name]


def test_slugs_are_unique_and_only_for_today():
    assert gemeente("beveren-kruibeke-zwijndrecht").nis_code == "46030"
    assert gemeente("sint-niklaas").naam == "Sint-Niklaas"
    assert gemeente("nevele") is None
    assert len({g.slug for g in gemeenten().values()}) == 285
    assert gemeenten("308")["44049"].slug == ""


def test_antwerpen_keeps_its_code_and_has_two_validities():
    before, after = gemeenten("300")["11002"], gemeenten("285")["11002"]
    assert before.geldig_tot == date(2024, 12, 31)
    assert after.geldig_van == date(2025, 1, 1)
    assert after.geldig_tot is None


@pytest.mark.parametrize(("van", "naar"), [("308", "300"), ("308", "285"), ("300", "285")])
def test_every_code_of_a_state_leads_to_the_next_and_fills_it(van, naar):
    mapping = recode(van, naar)
    assert mapping.keys() == gemeenten(van).keys()
    assert set(mapping.values()) == gemeenten(naar).keys()


def test_the_same_state_is_the_identity():
    assert all(old == new for old, new in recode("300", "300").items())


def test_mergers_compose():
    first, second = recode("308", "300"), recode("300", "285")
    assert {old: second[new] for old, new in first.items()} == recode("308", "285")


def test_there_is_no_way_back():
    with pytest.raises(UnknownCode, match="cannot be split"):
        recode("285", "300")


def test_mergers_begin_where_predecessors_end():
    assert Counter(fusie.datum.year for fusie in fusies()) == {2019: 15, 2025: 28}
    for fusie in fusies():
        before, after = ("308", "300") if fusie.datum.year == 2019 else ("300", "285")
        old, new = gemeenten(before)[fusie.oud_nis], gemeenten(after)[fusie.nieuw_nis]
        assert (old.naam, new.naam) == (fusie.oud_naam, fusie.nieuw_naam)
        assert old.geldig_tot == fusie.datum - timedelta(days=1)
        assert new.geldig_van == fusie.datum


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_recoding_preserves_sums(data):
    codes = sorted(gemeenten("308"))
    counts = data.draw(st.fixed_dictionaries({code: st.integers(0, 10**6) for code in codes[::7]}))
    later = Counter()
    for code, count in counts.items():
        later[recode("308", "285")[code]] += count
    assert later.total() == sum(counts.values())
    for nis in later:
        assert later[nis] == sum(counts.get(code, 0) for code in voorgangers(nis, "308"))


def test_predecessors():
    assert voorgangers("11002") == ("11002", "11007")
    assert voorgangers("46030") == ("11056", "46003", "46013")
    assert voorgangers("44083") == ("44083",)
    assert voorgangers("44083", "308") == ("44011", "44049")
    with pytest.raises(UnknownCode, match="44049"):
        voorgangers("44049")


@pytest.mark.parametrize("geografie", GEOGRAFIEEN)
def test_the_state_of_a_delivery_is_found_also_when_municipalities_lack(geografie):
    codes = [code for code in gemeenten(geografie) if code not in {"73028", "23009"}]
    assert geografie_of([*codes, VLAANDEREN]) == geografie


def test_codes_that_all_states_share_are_of_the_newest():
    assert geografie_of(["44021", "11002"]) == "285"


def test_unknown_and_mixed_codes_are_named():
    with pytest.raises(UnknownCode, match="12345, 21004"):
        geografie_of(["21004", "12345", "44021"])
    with pytest.raises(UnknownCode, match=r"44049 \(308\); 44083 \(300, 285\)") as refusal:
        geografie_of(["44083", "44049", "44021"])
    assert "44021" not in str(refusal.value)


def test_zwijndrecht_changes_province_with_its_merger():
    assert groepen("11056", "provincie", date(2024, 12, 31)) == ["Antwerpen"]
    assert groepen("11056", "provincie", date(2025, 1, 1)) == []
    assert groepen("46030", "provincie", date(2025, 1, 1)) == ["Oost-Vlaanderen"]


@pytest.mark.parametrize(
    ("old", "new", "before", "after", "day"),
    [
        ("71047", "72042", "Hasselt", "Maaseik", date(2019, 1, 1)),
        ("73040", "71072", "Tongeren", "Hasselt", date(2025, 1, 1)),
        ("44045", "46029", "Gent", "Sint-Niklaas", date(2025, 1, 1)),
    ],
)
def test_opglabbeek_kortessem_and_moerbeke_change_arrondissement(old, new, before, after, day):
    assert groepen(old, "arrondissement", day - timedelta(days=1)) == [before]
    assert groepen(new, "arrondissement", day) == [after]


@pytest.mark.parametrize(
    ("geografie", "day"),
    [("308", date(2018, 6, 1)), ("300", date(2020, 6, 1)), ("285", date(2026, 6, 1))],
)
def test_each_municipality_lies_in_one_province_and_one_arrondissement(geografie, day):
    for niveau, areas in (("provincie", 5), ("arrondissement", 22)):
        found = {nis: groepen(nis, niveau, day) for nis in gemeenten(geografie)}
        assert [nis for nis, groups in found.items() if len(groups) != 1] == []
        assert len({groups[0] for groups in found.values()}) == areas


def test_fifteen_referentieregios_and_thirteen_centrumsteden():
    today = [lid for lid in lidmaatschappen() if lid.geldig_tot is None]
    regions = [lid for lid in today if lid.niveau == "referentieregio"]
    assert len(regions) == 285
    assert len({lid.groep for lid in regions}) == len({lid.groep_naam for lid in regions}) == 15
    cities = {gemeenten()[lid.nis_code].naam for lid in today if lid.niveau == "centrumstad"}
    assert len(cities) == 13
    assert {"Hasselt", "Aalst", "Genk"} <= cities
    assert groepen("71022", "centrumstad", date(2024, 12, 31)) == ["Centrumsteden"]


def test_each_municipality_of_today_lies_in_one_eerstelijnszone():
    zones = [lid for lid in lidmaatschappen() if lid.niveau == "eerstelijnszone"]
    assert [lid.nis_code for lid in zones] == sorted(gemeenten())
    assert len({lid.groep for lid in zones}) == len({lid.groep_naam for lid in zones}) == 56
    sizes = Counter(lid.groep_naam for lid in zones)
    assert {zone for zone, size in sizes.items() if size == 1} == {"Brugge", "Gent", "Leuven"}


def test_neighbours_are_mutual():
    assert buren("73028") == {"73111"}
    assert buren("73109") == frozenset()
    assert all(nis in buren(other) for nis in gemeenten() for other in buren(nis))
    assert all(nis not in buren(nis) for nis in gemeenten())
    with pytest.raises(UnknownCode, match="44049"):
        buren("44049")


@pytest.mark.parametrize(
    ("inwoners", "tabel_6", "tabel_11"),
    [
        (0, "i_minder_10000", "i_minder_10000"),
        (9_999, "i_minder_10000", "i_minder_10000"),
        (10_000, "i_10000_20000", "i_10000_20000"),
        (19_999, "i_10000_20000", "i_10000_20000"),
        (20_000, "i_20000_40000", "i_20000_50000"),
        (39_999, "i_20000_40000", "i_20000_50000"),
        (40_000, "i_40000_meer", "i_20000_50000"),
        (49_999, "i_40000_meer", "i_20000_50000"),
        (50_000, "i_40000_meer", "i_50000_meer"),
        (562_002, "i_40000_meer", "i_50000_meer"),
    ],
)
def test_size_classes_are_half_open(inwoners, tabel_6, tabel_11):
    assert grootteklasse(inwoners, "tabel_6").id == tabel_6
    assert grootteklasse(inwoners, "tabel_11").id == tabel_11


@pytest.mark.parametrize(
    ("index", "klasse"),
    [
        (0, "k_lager_5"),
        (4.999, "k_lager_5"),
        (5, "k_5_10"),
        (9.999, "k_5_10"),
        (10, "k_10_15"),
        (14.999, "k_10_15"),
        (15, "k_15_hoger"),
        (31.91, "k_15_hoger"),
    ],
)
def test_kansarmoede_classes_are_half_open(index, klasse):
    assert kansarmoedeklasse(index).id == klasse


@pytest.mark.parametrize("value", [float("nan"), -0.1])
def test_what_is_no_value_has_no_class(value):
    with pytest.raises(ValueError, match="in no class"):
        kansarmoedeklasse(value)


def test_the_web_process_can_import_areas_without_pandas():
    code = "import sys, indicators.gemeenten as g; g.zoek('gent'); sys.exit('pandas' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize(
    ("dag", "geografie"),
    [
        (date(1995, 1, 1), "308"),
        (date(2018, 12, 31), "308"),
        (date(2019, 1, 1), "300"),
        (date(2024, 12, 31), "300"),
        (date(2025, 1, 1), "285"),
        (date(2030, 1, 1), "285"),
    ],
)
def test_each_day_has_its_state(dag, geografie):
    assert geografie_op(dag) == geografie
