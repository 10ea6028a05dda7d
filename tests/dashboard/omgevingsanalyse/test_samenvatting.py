"""The sentences at the head of an analysis: what they may claim, and how they are written."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from dashboard.omgevingsanalyse import zinnen
from dashboard.omgevingsanalyse.analyse import Analyse, Regel, analyseer, kenmerken
from dashboard.omgevingsanalyse.samenvatting import MEEST, samenvatting
from dashboard.warehouse import Warehouse
from indicators.catalog import catalog
from indicators.gemeenten import gemeenten
from indicators.gemeenten.groepen import Groep, keuzes
from indicators.statistics import (
    Aggregaat,
    Interval,
    Meting,
    Onbekend,
    Periode,
    Trend,
    Verandering,
    oordeel,
)

RONSE = gemeenten()["45041"]
VLAANDEREN = Groep("vlaanderen", "Vlaanderen", "Vlaanderen", tuple(gemeenten()), True, "Alle gemeenten.")
BUREN = replace(VLAANDEREN, keuze="buren", in_zin="de buurgemeenten van Ronse", gebied=False)
GEEN_NOEMER = Onbekend("de bron niet zegt hoeveel mensen antwoordden")
EIGEN = "eigen:gent+bree"
VERGELIJKEN = ("vlaanderen", "buren", "vergelijkbaar", "kansarmoedeklasse", EIGEN)

CAUSAL = r"\b(door|dankzij|leidt|leidde|zorgt ervoor|veroorzaakt|gevolg|waardoor|daardoor|want|beleid)\b"
RANKING = (
    r"\b(best|beste|slechtst|slechtste|slechter|beter|scoort|scoren|koploper|rang|eerste|laatste|plaats)\b"
)
CERTAIN = r"\b(significant|bewijst|bewezen|betrouwbaarheid|zeker)\b"
STIGMA = r"kansarme|\barme\b|armen\b|probleem|achterstand|zwak|achtergesteld|\buw?\b"
ENGLISH = r"\b(the|and|of the|higher|lower|value|none|nan|null|true|false|inf)\b"
BROKEN = r"[{}\[\]]|\s\s|\b(\w+) \1\b|\bn\.t\.b\b|\(\)|\( | \)|,,|\.\.| ,| \."


def periode(jaar: int, venster: int = 1) -> Periode:
    return Periode(date(jaar - venster + 1, 1, 1), date(jaar, 12, 31))


def regel(indicator: str = "arop", waarde: float | None = 12.3, **anders: Any) -> Regel:
    """A line of the analysis of Ronse; without an interval unless one is given."""
    vorm = catalog()[indicator]
    wanneer = anders.pop(
        "periode", periode(2022 if vorm.venster_jaren < 3 else 2024, vorm.venster_jaren or 1)
    )
    rij = {
        "indicator": indicator,
        "waarde": waarde,
        "reden": None if waarde is not None else "niet_in_levering",
        "periode_begin": wanneer.begin,
        "periode_einde": wanneer.einde,
    }
    velden: dict[str, Any] = {
        "indicator": vorm.model_dump(),
        "rij": rij,
        "meting": None if waarde is None else Meting(wanneer, waarde),
        "reden": rij["reden"],
        "interval": GEEN_NOEMER,
        "vergelijking": Aggregaat(10.0, "gewogen", "inwoners", 285),
        "oordeel": GEEN_NOEMER,
        "verdeling": None,
        "kwantiel": 0.5,
        "anderen": (),
        "schattingen": 0,
        "reeks": (),
        "verandering": Onbekend("er geen eerder cijfer is"),
        "trend": Onbekend("er te weinig jaren zijn"),
        "rijen": (),
        "levering": None,
        "voorgangers": (),
    }
    return Regel(**{**velden, **anders})


def sure(indicator: str, waarde: float, tegenover: float, **anders: Any) -> Regel:
    """A line whose value is known to within half a point, beside a comparator."""
    marge = Interval(waarde - 0.5, waarde + 0.5)
    gevonden = oordeel(marge, tegenover, catalog()[indicator].richting)
    vergelijking = Aggregaat(tegenover, "gewogen", "inwoners", 285)
    plaats = {"kwantiel": 0.9 if waarde > tegenover else 0.1}
    zeker = {"interval": marge, "oordeel": gevonden, "vergelijking": vergelijking}
    return regel(indicator, waarde, **{**zeker, **plaats, **anders})


def analyse(*regels: Regel, groep: Groep = VLAANDEREN) -> Analyse:
    found = {een.rij["indicator"]: een for een in regels}
    return Analyse(RONSE, groep, {zinnen.INDEX: regel(zinnen.INDEX, 14.0), **found}, False, "20260302T093000")


def plain(tekst: str) -> str:
    return tekst.replace("\u202f", " ")


def index(waarde: float, noemer: float | None = None, **anders: bool) -> Regel:
    meting = Meting(periode(2024, 3), waarde, noemer, **anders)
    return regel(zinnen.INDEX, waarde, meting=meting)


@pytest.mark.parametrize(
    ("kop", "verwacht"),
    [
        (
            index(14.0, 850),
            "Van elke 7 kinderen in Ronse, geboren in 2022, 2023 en 2024, groeit er ongeveer 1 op in "
            "kansarmoede (14,0 %, naar schatting 119 kinderen).",
        ),
        (
            index(14.0, 71),  # 9,94 children: below ten no number is said
            "Van elke 7 kinderen in Ronse, geboren in 2022, 2023 en 2024, groeit er ongeveer 1 op in "
            "kansarmoede (14,0 %).",
        ),
        (
            index(39.0),
            "In Ronse groeit 39,0 % van de kinderen, geboren in 2022, 2023 en 2024, op in kansarmoede.",
        ),
        (
            index(39.0, 100, schatting=True, voorlopig=True),
            "In Ronse groeit 39,0 % van de kinderen, geboren in 2022, 2023 en 2024, op in kansarmoede "
            "(naar schatting 39 kinderen, herberekend na de fusie, voorlopig).",
        ),
        (
            regel(zinnen.INDEX, None),
            "Voor Ronse is er geen cijfer over kinderen in kansarmoede, omdat de bron het hier niet "
            "publiceert.",
        ),
        (
            index(0.0, 850),
            "In Ronse groeit 0,0 % van de kinderen, geboren in 2022, 2023 en 2024, op in kansarmoede.",
        ),
    ],
)
def test_the_headline_counts_children_only_from_ten_upwards(kop: Regel, verwacht: str) -> None:
    zin = zinnen.kinderen(analyse(kop))
    assert plain(zin.tekst) == verwacht
    assert (zin.anker, zin.soort) == ("c-kansarmoede_index", "kop")


@pytest.mark.parametrize(
    ("een", "soort", "verwacht"),
    [
        (
            sure("arop", 12.3, 9.0),
            "ongunstig",
            "Vergeleken met de buurgemeenten van Ronse is het aandeel inwoners met een armoederisico "
            "hoger: 12,3 % tegenover 9,0 % (in 2022). Het verschil is groter dan toeval.",
        ),
        (
            sure("arop", 6.0, 9.0),
            "gunstig",
            "Vergeleken met de buurgemeenten van Ronse is het aandeel inwoners met een armoederisico "
            "lager: 6,0 % tegenover 9,0 % (in 2022). Het verschil is groter dan toeval.",
        ),
        (
            sure("arop", 9.2, 9.0),
            "ligging",
            "Het aandeel inwoners met een armoederisico is niet te onderscheiden van het cijfer van de "
            "buurgemeenten van Ronse: 9,2 % tegenover 9,0 % (in 2022). Het verschil kan toeval zijn.",
        ),
        (
            sure("autobezit", 80.0, 85.0),  # nobody says which way is favourable
            "ligging",
            "Vergeleken met de buurgemeenten van Ronse is het aandeel inwoners met een auto in het gezin "
            "lager: 80 % tegenover 85 % (in 2022). Het verschil is groter dan toeval.",
        ),
        (
            regel("arop"),
            "onbekend",
            "Of het aandeel inwoners met een armoederisico hoger of lager is, vergeleken met de "
            "buurgemeenten van Ronse, valt niet te zeggen, omdat de bron niet zegt hoeveel mensen "
            "antwoordden.",
        ),
    ],
)
def test_higher_and_lower_are_said_only_beyond_chance(een: Regel, soort: str, verwacht: str) -> None:
    zin = zinnen.vergelijking(een, BUREN)
    assert (plain(zin.tekst), zin.soort) == (verwacht, soort)


@pytest.mark.parametrize(
    ("waarde", "kwantiel", "slot"),
    [
        (5.4, 0.39, "groter dan toeval."),
        (5.4, 0.5, "Het cijfer ligt wel rond het midden van alle gemeenten."),
        (5.4, 0.85, "Het cijfer ligt wel bij de hoogste 20 % van alle gemeenten."),
        (9.9, 0.6, "groter dan toeval."),
        (9.9, 0.3, "Het cijfer ligt wel onder het midden van alle gemeenten."),
    ],
)
def test_who_is_lower_than_flanders_as_most_are_is_not_thought_to_stand_out(
    waarde: float, kwantiel: float, slot: str
) -> None:
    een = sure("arop", waarde, 7.8, kwantiel=kwantiel)
    assert plain(zinnen.vergelijking(een, VLAANDEREN).tekst).endswith(slot)


def test_the_figure_of_one_other_municipality_is_uncertain_too() -> None:
    een = replace(sure("arop", 12.3, 9.0), vergelijking=Aggregaat(9.0, "gewogen", "inwoners", 1))
    assert zinnen.vergelijking(een, BUREN).tekst.endswith(
        " Het verschil is groter dan toeval, al is ook het tweede cijfer onzeker."
    )


def test_the_middle_municipality_is_not_taken_for_the_group() -> None:
    een = replace(sure("arop", 12.3, 9.0), vergelijking=Aggregaat(9.0, "mediaan", None, 7))
    assert "tegenover 9,0 % (middelste gemeente, in 2022)" in plain(zinnen.vergelijking(een, BUREN).tekst)


def test_a_group_that_is_named_after_a_percentage_is_not_taken_for_its_figure() -> None:
    klasse = replace(BUREN, in_zin="andere gemeenten met een kansarmoede-index van 10 tot 15\u202f%")
    assert "15 % is het aandeel inwoners" in plain(zinnen.vergelijking(sure("arop", 12.3, 9.0), klasse).tekst)


@pytest.mark.parametrize(
    ("kwantiel", "woorden"),
    [
        (0.0, "bij de laagste 20 %"),
        (0.2, "onder het midden"),
        (0.5, "rond het midden"),
        (0.79, "boven het midden"),
        (0.8, "bij de hoogste 20 %"),
        (1.0, "bij de hoogste 20 %"),
    ],
)
def test_without_interval_a_figure_only_has_a_place(kwantiel: float, woorden: str) -> None:
    zin = zinnen.plaats(regel("betalingsmoeilijkheden", 11.0, kwantiel=kwantiel), "Ronse")
    assert plain(zin.tekst) == (
        f"Ronse ligt {woorden} van de Vlaamse gemeenten voor het aandeel inwoners dat moeite heeft om "
        "rekeningen te betalen (11 % in 2022). Of dat toeval is, weten we niet."
    )


def test_the_headline_names_the_comparator_also_where_nobody_knows_what_is_chance() -> None:
    midden = Aggregaat(5.7, "mediaan", None, 7)
    kop = regel(zinnen.INDEX, 14.0, kwantiel=0.9, vergelijking=midden)
    assert plain(samenvatting(analyse(kop, groep=BUREN))[1].tekst).endswith(
        "(14,0 % in 2022–2024). Ter vergelijking: de buurgemeenten van Ronse (middelste gemeente: 5,7 %). Of "
        "dat toeval is, weten we niet."
    )
    alleen = replace(kop, vergelijking=Onbekend("geen andere gemeente dit cijfer heeft"))
    assert "vergelijking" not in samenvatting(analyse(alleen, groep=BUREN))[1].tekst


def test_a_figure_without_a_name_of_its_own_is_quoted() -> None:
    zin = zinnen.plaats(regel("kansarmoede_arbeid", 50.0, kwantiel=0.9), "Ronse")
    assert 'voor het cijfer "Kinderen in kansarmoede: werk van ouders" (50' in zin.tekst


@pytest.mark.parametrize(
    ("oud", "nieuw", "groter", "slot"),
    [
        (15.1, 13.0, True, "De verandering is groter dan toeval."),
        (15.1, 13.0, False, "Dat verschil is te klein om van een daling te spreken."),
        (13.0, 15.1, False, "Dat verschil is te klein om van een stijging te spreken."),
        (13.01, 13.04, False, "Een verandering is er dus niet te zien."),
    ],
)
def test_a_change_is_larger_than_chance_or_too_small_to_see(
    oud: float, nieuw: float, groter: bool, slot: str
) -> None:
    metingen = Meting(periode(2024, 3), nieuw), Meting(periode(2021, 3), oud)
    gevonden = Verandering(*metingen, nieuw - oud, Interval(-1, 1), groter, 3.0)
    tekst = plain(zinnen.verandering(regel(zinnen.INDEX, nieuw, verandering=gevonden)).tekst)
    begin = f"In 2022–2024 was het aandeel kinderen in kansarmoede {nieuw:.1f} %, in 2019–2021 was dat"
    assert tekst.startswith(begin.replace(".", ","))
    assert tekst.endswith(f" %. {slot}")


def test_a_change_that_cannot_be_computed_gives_its_reason() -> None:
    zin = zinnen.verandering(regel())
    assert zin.soort == "onbekend"
    assert zin.tekst.endswith("veranderd is, valt niet te zeggen, omdat er geen eerder cijfer is.")


def test_a_trend_names_its_years_and_its_pace() -> None:
    gevonden = Trend("daalt", -0.32, tuple(map(periode, range(2018, 2023))))
    assert zinnen.trend(regel(), gevonden, VLAANDEREN).tekst == (
        "Van 2018 tot 2022 daalt het aandeel inwoners met een armoederisico, met ongeveer 0,3 procentpunt "
        "per jaar. Die trend is groter dan toeval."
    )
    with pytest.raises(ValueError, match="no clear trend"):
        zinnen.trend(regel(), replace(gevonden, richting="geen duidelijke trend"), VLAANDEREN)


def weighed(*gevonden: tuple[int, float], soort: Any = "gewogen") -> list[tuple[Periode, Aggregaat]]:
    return [(periode(jaar), Aggregaat(waarde, soort, "inwoners", 285)) for jaar, waarde in gevonden]


@pytest.mark.parametrize(
    ("naast", "groep", "slot"),
    [
        (
            weighed((2021, 7.93), (2022, 7.83)),
            VLAANDEREN,
            " In dezelfde tijd ging het van 7,9 % naar 7,8 % in Vlaanderen.",
        ),
        (
            weighed((2021, 7.83), (2022, 7.84)),
            BUREN,
            " In dezelfde tijd bleef het 7,8 % in de buurgemeenten van Ronse.",
        ),
        (weighed((2020, 8.6), (2022, 7.83)), VLAANDEREN, ""),
        (weighed((2021, 7.93), (2022, 7.83), soort="mediaan"), VLAANDEREN, ""),
    ],
)
def test_a_change_larger_than_chance_stands_beside_that_of_the_group(
    naast: list[tuple[Periode, Aggregaat]], groep: Groep, slot: str
) -> None:
    metingen = Meting(periode(2022), 8.1), Meting(periode(2021), 9.1)
    gevonden = Verandering(*metingen, -1.0, Interval(-1.5, -0.5), True, 0.9)
    groot = regel(waarde=8.1, verandering=gevonden, tegenreeks=naast)
    assert plain(zinnen.verandering(groot, groep).tekst).endswith(
        f"De verandering is groter dan toeval.{slot}"
    )
    klein = replace(groot, verandering=replace(gevonden, groter_dan_toeval=False))
    assert "ging het" not in zinnen.verandering(klein, groep).tekst


def test_what_is_missing_is_counted_with_its_commonest_reason() -> None:
    een = regel("woonquote", None)
    assert zinnen.ontbreekt([een], 76).tekst == (
        'Bij "Hoge woonkosten" is er geen cijfer, omdat de bron het hier niet publiceert.'
    )
    meer = [een, regel("arop", None), regel("oki", None, reden="fusie")]
    assert zinnen.ontbreekt(meer, 76).tekst == (
        "Bij 3 van de 76 onderwerpen is er geen cijfer, meestal omdat de bron het hier niet publiceert."
    )
    assert "cijfer, omdat" in zinnen.ontbreekt(meer[:2], 76).tekst


def test_who_misses_figures_after_a_merger_is_sent_to_those_of_before() -> None:
    slot = "De cijfers van vóór de fusie staan er wel bij."
    leeg, bekend = {"waarde": None}, {"waarde": 8.1}
    een = regel("woonquote", None, reden="fusie", voorgangers=(leeg, bekend))
    assert zinnen.ontbreekt([een], 76).tekst.endswith(f". {slot}")
    assert zinnen.ontbreekt([regel("arop", None), een], 76).tekst.endswith(f". {slot}")
    assert slot not in zinnen.ontbreekt([replace(een, voorgangers=(leeg,))], 76).tekst


def test_what_is_uncertain_is_counted_where_nothing_is_missing() -> None:
    regels = [regel("woonquote"), regel("oki", 1.2, interval=Onbekend("de bron geen spreiding geeft"))]
    assert [zin.tekst for zin in samenvatting(analyse(*regels)) if zin.soort == "onbekend"][-1] == (
        "Bij 3 van de 3 cijfers weten we niet hoe onzeker ze zijn, meestal omdat de bron niet zegt hoeveel "
        "mensen antwoordden."
    )
    assert zinnen.onzeker([regel("woonquote")], 76).tekst == (
        'Hoe onzeker het cijfer "Hoge woonkosten" is, valt niet te zeggen, omdat de bron niet zegt hoeveel '
        "mensen antwoordden."
    )


def test_a_low_figure_and_no_figure_are_not_the_absence_of_poverty() -> None:
    assert zinnen.betekenis(analyse()).tekst.startswith(
        "Een laag cijfer betekent niet dat er geen armoede is."
    )
    zonder = zinnen.betekenis(analyse(regel(zinnen.INDEX, None)))
    assert zonder.tekst.startswith("Geen cijfer betekent niet dat er geen armoede is.")


def test_verdicts_go_before_places_and_no_domain_speaks_twice() -> None:
    gekozen = samenvatting(
        analyse(
            regel("betalingsmoeilijkheden_gezondheidszorg", 12.0, kwantiel=0.95),
            regel("subjectieve_armoede", 20.0, kwantiel=0.99),  # same domain as arop
            sure("arop", 12.3, 9.0),
            regel("woonquote", 30.0, kwantiel=0.9),  # a third one on the unfavourable side
            regel("sportparticipatie", 70.0, kwantiel=0.85),
            regel("autobezit", 70.0, kwantiel=0.99),  # no favourable side
            regel("veilig_fietsen", 70.0, kwantiel=0.5),  # in the middle
            regel("aandeel_65_plus", 30.0, kwantiel=0.99),
        )
    )
    assert [zin.anker for zin in gekozen if zin.soort in ("ongunstig", "gunstig", "ligging")] == [
        "c-arop",
        "c-betalingsmoeilijkheden_gezondheidszorg",
        "c-sportparticipatie",
    ]


def test_another_figure_that_changed_takes_the_place_of_one_that_stands_out() -> None:
    gevonden = Trend("stijgt", 0.4, tuple(map(periode, range(2018, 2023))))
    gekozen = samenvatting(
        analyse(
            sure("arop", 12.3, 9.0, trend=gevonden),
            regel("woonquote", 30.0, kwantiel=0.9),
            regel("sportparticipatie", 70.0, kwantiel=0.85),
        )
    )
    assert [zin.anker for zin in gekozen if zin.soort == "verandering"] == ["c-arop"]
    assert len([zin for zin in gekozen if zin.soort in ("ongunstig", "gunstig", "ligging")]) == 2
    assert len(gekozen) <= MEEST


def test_the_order_does_not_depend_on_the_order_of_the_figures() -> None:
    regels = [
        regel(naam, 50.0, kwantiel=0.9) for naam in ("woonquote", "sportparticipatie", "veilig_fietsen")
    ]
    assert samenvatting(analyse(*regels)) == samenvatting(analyse(*reversed(regels)))


def test_a_group_that_was_chosen_by_the_index_says_little_about_it() -> None:
    kop = sure(zinnen.INDEX, 14.0, 12.1)
    klasse = replace(BUREN, keuze="kansarmoedeklasse")
    assert samenvatting(analyse(kop, groep=klasse))[1].tekst.endswith("de vergelijking dus weinig.")
    assert samenvatting(analyse(kop, groep=BUREN))[1].tekst.endswith("groter dan toeval.")


def all_sentences(warehouse: Warehouse) -> Iterator[tuple[Analyse, list[zinnen.Zin]]]:
    stand = warehouse.snapshot()
    for nis_code in gemeenten():
        mogelijk = {een.keuze for een in keuzes(nis_code, kenmerken(stand))}
        for vergelijk in VERGELIJKEN:
            if vergelijk in mogelijk or vergelijk == EIGEN:
                gevonden = analyseer(stand, nis_code, vergelijk)
                yield gevonden, samenvatting(gevonden)


def wrong(gevonden: Analyse, zin: zinnen.Zin) -> list[str]:
    """What is wrong with one sentence, in words; names of places and groups do not count as words of ours."""
    tekst = plain(zin.tekst)
    eigen = [gevonden.groep.in_zin.replace("\u202f", " "), gevonden.gemeente.naam]
    woorden = tekst
    for naam in eigen:
        woorden = woorden.replace(naam, "X")
    patterns = {"causal": CAUSAL, "rank": RANKING, "certain": CERTAIN, "stigma": STIGMA, "english": ENGLISH}
    found = [wat for wat, patroon in patterns.items() if re.search(patroon, woorden, re.I)]
    found += ["broken"] * bool(re.search(BROKEN, tekst, re.I))
    found += ["end"] * (not re.fullmatch(r"[A-Z].*[a-z)\"%]\.", tekst))
    found += ["long"] * any(len(deel.split()) > 30 for deel in re.split(r"(?<=\.) ", woorden))
    compares = zin.soort in ("ongunstig", "gunstig") or "onderscheiden" in tekst
    found += ["comparator"] * (compares and eigen[0] not in tekst)
    found += ["chance"] * ("Vergeleken" in tekst and "groter dan toeval" not in tekst)
    return [f"{wat}: {zin.tekst}" for wat in found]


def read_all(warehouse: Warehouse) -> None:
    seen, errors = set(), []
    for gevonden, zinnen_ in all_sentences(warehouse):
        seen.add(gevonden.gemeente.nis_code)
        errors += [fout for zin in zinnen_ for fout in wrong(gevonden, zin)]
        soorten = [zin.soort for zin in zinnen_]
        assert 3 <= len(zinnen_) <= MEEST
        assert (soorten[0], soorten[-1], soorten.count("betekenis")) == ("kop", "betekenis", 1)
        assert len({zin.tekst for zin in zinnen_}) == len(zinnen_)
        assert {zin.anker.removeprefix("c-") for zin in zinnen_} <= set(gevonden.regels)
    assert len(seen) == 285
    assert errors == []


def test_the_reader_of_sentences_finds_what_is_wrong() -> None:
    kop = analyse()
    for tekst, wat in {
        "Het aandeel daalt door het beleid.": "causal",
        "Ronse is de slechtste gemeente.": "rank",
        "Het verschil is significant.": "certain",
        "Ronse is een kansarme gemeente.": "stigma",
        "Het cijfer is None.": "english",
        "Het het cijfer is 12,3 %.": "broken",
        "het cijfer is 12,3": "end",
        "Vergeleken met Gent is het cijfer hoger.": "chance",
    }.items():
        assert wat in [fout.partition(":")[0] for fout in wrong(kop, zinnen.Zin(tekst, "c-arop", "kop"))]
    assert wrong(kop, zinnen.Zin("Het cijfer is hoger.", "c-arop", "ongunstig")) != []


@pytest.mark.slow
def test_every_demo_summary_keeps_to_what_may_be_said(demo: Warehouse) -> None:
    read_all(demo)


@pytest.mark.real
@pytest.mark.slow
def test_every_real_summary_keeps_to_what_may_be_said(real: Warehouse) -> None:
    read_all(real)
